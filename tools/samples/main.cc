// SPDX-License-Identifier: GPL-3.0-or-later
// generate_samples DIRECTORY: writes a fictional release into DIRECTORY/release and its ground truth
// (truth.json) into DIRECTORY.
#include <exception>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <string>

#include "samples/letter.h"
#include "samples/production.h"

namespace {

using namespace vaughn::samples;
using Path = std::filesystem::path;

TrueSource source_named(const std::string& file, const std::string& kind) {
  TrueSource source;
  source.file = file;
  source.kind = kind;
  return source;
}

void add_first_production(Production& production) {
  add_emails(production);
  add_purchase_order(production);
  add_invoice(production);
  add_memo(production);
  add_slides(production);
  add_privacy_threshold_analysis(production);
  add_withheld_sheets(production);
  production.series.skip(3);  // nothing in the release says why
  add_referral_slip(production);
  add_deleted_page_sheet(production);
  add_blank_page(production);
  add_talking_points(production);
  add_broadcast(production);
  add_draft_answers(production);
  add_county_email(production);
  add_marked_report(production);
  add_declassified(production);
  add_non_responsive(production);
}

TrueSource write_production(const Path& directory, const std::string& file, BatesSeries& series,
                            const std::function<void(Production&)>& add) {
  TrueSource source = source_named(file, "production");
  Book book(directory / file, "Request " + std::string(kRequestNumber), kReleaseDate, source);
  Production production = {book, source, series};
  add(production);
  return source;
}

Truth write_release(const Path& directory) {
  BatesSeries series;
  TrueSource letter = source_named("01-response-letter.pdf", "letter");
  Truth truth;
  truth.sources.push_back(write_production(directory, "02-production-1.pdf", series, add_first_production));
  truth.sources.push_back(write_production(directory, "03-account-list.pdf", series, add_account_list));
  TrueSource fax = source_named("04 fax transmittal.tif", "fax");
  write_fax(directory / fax.file, fax, series);
  truth.sources.push_back(fax);
  TrueSource photograph = source_named("BBR-000131.jpg", "photograph");
  write_photograph(directory / photograph.file, photograph, series);
  truth.sources.push_back(photograph);
  write_letter(directory / letter.file, letter, count_pages(truth.sources), series);
  truth.sources.insert(truth.sources.begin(), letter);
  truth.bates_first = series.first();
  truth.bates_last = series.last();
  truth.bates_missing = series.missing();
  return truth;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: generate_samples DIRECTORY\n";
    return 2;
  }
  try {
    const Path directory = argv[1];
    std::filesystem::create_directories(directory / "release");
    std::ofstream(directory / "truth.json") << to_json(write_release(directory / "release"));
  } catch (const std::exception& error) {
    std::cerr << "generate_samples: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
