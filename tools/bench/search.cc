// SPDX-License-Identifier: GPL-3.0-or-later
// Times of searching a database of many invented pages, by kind of query. docs/performance.md, "Searching".
#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "vaughn/base/error.h"
#include "vaughn/search/expansion.h"
#include "vaughn/search/query.h"
#include "vaughn/store/reader.h"
#include "vaughn/store/writer.h"

namespace {

using namespace vaughn;
using Clock = std::chrono::steady_clock;

constexpr int kWordsAPage = 250;
constexpr int kPagesASource = 1'000;
constexpr int kVocabulary = 120'000;
constexpr double kMisread = 0.02;  // of the words

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// Words as frequent as Zipf says: the n-th is on the n-th part as many places as the first.
class Words {
 public:
  explicit Words(unsigned seed) : random_(seed) {
    static constexpr const char* kSyllables[] = {"ba",  "con", "de",  "ri",  "ma",  "ter", "lo",
                                                 "si",  "an",  "ven", "tu",  "pol", "gra", "ne",
                                                 "cal", "mor", "is",  "fel", "od",  "ru"};
    std::mt19937 spelling(20317);  // the same words whatever the seed
    std::map<std::string, bool> known;
    double sum = 0;
    while (words_.size() < kVocabulary) {
      std::string word;
      const int syllables =
          words_.size() < 200 ? 1 + static_cast<int>(spelling() % 2) : 2 + static_cast<int>(spelling() % 4);
      for (int i = 0; i < syllables; ++i) word += kSyllables[spelling() % 20];
      if (!known.emplace(word, true).second) continue;
      words_.push_back(word);
      cumulative_.push_back(sum += 1.0 / static_cast<double>(words_.size()));
    }
  }

  const std::string& at_rank(std::size_t rank) const { return words_[rank]; }
  const std::string& any() {
    const double at = std::uniform_real_distribution<double>(0, cumulative_.back())(random_);
    const auto found = std::lower_bound(cumulative_.begin(), cumulative_.end(), at);
    return words_[static_cast<std::size_t>(found - cumulative_.begin())];
  }
  std::string any_as_read() {
    std::string word = any();
    if (chance(kMisread)) word[random_() % word.size()] = "lio01ecnu"[random_() % 9];
    return word;
  }
  bool chance(double share) { return std::uniform_real_distribution<double>(0, 1)(random_) < share; }
  std::size_t below(std::size_t most) { return random_() % most; }

 private:
  std::mt19937 random_;
  std::vector<std::string> words_;
  std::vector<double> cumulative_;
};

PageReading invented_page(int index, Words& words) {
  static constexpr const char* kCodes[] = {"(b)(6)", "(b)(7)(C)", "(b)(7)(E)", "(b)(5)", "(b)(4)"};
  PageReading page;
  page.page = PageIndex(index);
  page.width = 612, page.height = 792;
  page.text_source = words.chance(0.7) ? TextSource::kScan : TextSource::kBornDigital;
  if (page.text_source == TextSource::kScan) page.ocr_confidence = 0.6 + 0.4 * words.chance(0.5);
  const std::size_t redactions = words.chance(0.3) ? 1 + words.below(5) : 0;
  for (int i = 0; i < kWordsAPage; ++i) {
    page.text += words.any_as_read();
    page.text += i % 12 == 11 ? '\n' : ' ';
    if (i % 50 != 25 || page.redactions.size() >= redactions) continue;
    ExemptionCode code;
    code.code = code.raw = kCodes[words.below(5)];
    Redaction redaction{{72, 100, 200, 112}, CoverKind::kSolid, 1, 0.01, 0.02, {}, {code}};
    page.text += "⟦" + code.code + " ~20⟧ ";
    page.redactions.push_back(redaction);
  }
  page.text_withheld_share = 0.02 * static_cast<double>(page.redactions.size());
  return page;
}

long long make_database(const std::filesystem::path& path, int pages) {
  Words words(1);
  const auto start = Clock::now();
  const auto writer = store::Writer::open(path);
  const store::RunId run = writer->begin_run("bench", "{}");
  const store::ReleaseId release = writer->put_release({"Invented release", "Bureau", "2031-1", ""});
  long long bytes = 0;
  double making = 0;
  for (int first = 0; first < pages; first += kPagesASource) {
    const Source source{fmt::format("invented/{:05}.pdf", first / kPagesASource),
                        fmt::format("{:064x}", first + 1), 1, SourceFormat::kPdf};
    const store::SourceId id = writer->put_source(release, run, source).id;
    const int count = std::min(kPagesASource, pages - first);
    writer->put_description(id, {count, {}});
    std::vector<PageReading> made;
    const auto making_start = Clock::now();
    for (int i = 0; i < count; ++i) made.push_back(invented_page(i, words));
    making += seconds_since(making_start);
    for (const PageReading& page : made) {
      bytes += static_cast<long long>(page.text.size());
      writer->put_page(id, run, {}, page);
    }
    std::vector<BatesNumber> numbers;
    for (int i = 0; i < count; ++i) {
      const int number = first + i + 1;
      const std::string value = fmt::format("INV-{:08}", number);
      numbers.push_back(
          {PageIndex(i), value, value, "INV-", number, BatesHow::kRead, Box{500, 760, 560, 772}});
    }
    writer->put_bates(id, numbers);
    writer->commit();
  }
  writer->optimize();
  const double took = seconds_since(start) - making;
  fmt::print("{} pages, {:.0f} MB of text, stored in {:.1f} s: {:.0f} pages/s\n", pages,
             static_cast<double>(bytes) / 1e6, took, pages / took);
  return bytes;
}

struct Kind {
  std::string name;
  std::vector<std::string> queries;
  bool summarise = false;  // count all and divide them by facets
  double target_ms = 0;    // of the 95th percentile; 0: none
};

std::vector<Kind> kinds(int pages, int queries) {
  Words words(2);
  // A word of this rank is on about the given share of the pages: 1 - (1 - p)^250 with p as Zipf has it.
  const auto rank_of_share = [](double share) {
    const double p = -std::log(1 - share) / kWordsAPage, sum = std::log(kVocabulary) + 0.58;
    return static_cast<std::size_t>(std::min<double>(kVocabulary - 1, 1 / (p * sum)));
  };
  const std::size_t rare = rank_of_share(0.009), quarter = rank_of_share(0.25);
  const auto rare_word = [&] { return words.at_rank(rare + words.below(3 * rare)); };
  const auto common_word = [&] { return words.at_rank(words.below(quarter)); };
  std::vector<Kind> all{{"one rare word", {}, false, 30},       {"rare and common", {}, false, 30},
                        {"rare phrase", {}, false, 0},          {"commonest words", {}, false, 150},
                        {"two common words", {}, false, 150},   {"ten words joined by OR", {}, false, 0},
                        {"beginning of words", {}, false, 0},   {"rare word, fields", {}, false, 100},
                        {"common word, facets", {}, true, 100}, {"field alone, facets", {}, true, 100},
                        {"Bates range", {}, false, 100},        {"fuzzy", {}, false, 150},
                        {"next to a redaction", {}, false, 0}};
  for (int i = 0; i < queries; ++i) {
    all[0].queries.push_back(rare_word());
    all[1].queries.push_back(rare_word() + " " + common_word());
    all[2].queries.push_back("\"" + common_word() + " " + rare_word() + "\"");
    all[3].queries.push_back(words.at_rank(words.below(20)));
    all[4].queries.push_back(common_word() + " " + common_word());
    std::string ten = rare_word();
    for (int j = 1; j < 10; ++j) ten += " OR " + rare_word();
    all[5].queries.push_back(ten);
    all[6].queries.push_back(rare_word().substr(0, 5) + "*");
    all[7].queries.push_back(rare_word() + " exemption:b6 text-source:scan");
    all[8].queries.push_back(words.at_rank(20 + words.below(200)) + " exemption:b7");
    all[9].queries.push_back("exemption:b5 withheld:>4%");
    const auto first = words.below(static_cast<std::size_t>(pages));
    all[10].queries.push_back(fmt::format("bates:INV-{:08}..INV-{:08}", first, first + 200));
    all[11].queries.push_back(rare_word() + "~");
    all[12].queries.push_back(rare_word() + " NEXT-TO redaction");
  }
  return all;
}

struct Times {
  std::vector<double> ms;
  long long hits = 0;

  double at(double share) const {
    return ms[std::min(ms.size() - 1, static_cast<std::size_t>(share * static_cast<double>(ms.size())))];
  }
};

Times run(const store::Reader& reader, const Kind& kind) {
  Times times;
  for (const std::string& typed : kind.queries) {
    const auto start = Clock::now();
    const auto parsed = search::parse_query(typed).question;
    if (!parsed) continue;
    store::SearchRequest request;
    request.question = search::expand(*parsed, reader).question;
    times.hits += static_cast<long long>(reader.search(request).size());
    if (kind.summarise) reader.summarise(request, {store::Facet::kExemption, store::Facet::kTextSource});
    times.ms.push_back(1'000 * seconds_since(start));
  }
  std::sort(times.ms.begin(), times.ms.end());
  return times;
}

int main_of(int argc, char** argv) {
  namespace po = boost::program_options;
  po::options_description options("bench_search [OPTION]...\nOptions");
  options.add_options()("pages", po::value<int>()->default_value(100'000), "how many pages to invent")(
      "queries", po::value<int>()->default_value(40), "how many of each kind")(
      "db", po::value<std::string>()->default_value("bench_search.db"),
      "the database; made when it is not there")("only", po::value<std::string>()->default_value(""),
                                                 "kinds whose name has this in it")("help,h", "this text");
  po::variables_map given;
  po::store(po::parse_command_line(argc, argv, options), given);
  if (given.count("help") > 0) {
    std::cout << options;
    return 0;
  }
  const std::filesystem::path path = given["db"].as<std::string>();
  const int pages = given["pages"].as<int>();
  if (!std::filesystem::exists(path)) make_database(path, pages);
  fmt::print("{}: {:.0f} MB\n\n{:<24} {:>8} {:>8} {:>8} {:>8}  {}\n", path.string(),
             static_cast<double>(std::filesystem::file_size(path)) / 1e6, "milliseconds, warm", "p50", "p95",
             "p99", "hits", "target of p95");
  const auto reader = store::Reader::open(path);
  reader->hold_state();
  for (const Kind& kind : kinds(pages, given["queries"].as<int>())) {
    if (kind.name.find(given["only"].as<std::string>()) == std::string::npos) continue;
    run(*reader, kind);
    const Times times = run(*reader, kind);
    if (times.ms.empty()) continue;
    fmt::print("{:<24} {:>8.1f} {:>8.1f} {:>8.1f} {:>8}  {}\n", kind.name, times.at(.5), times.at(.95),
               times.at(.99), times.hits,
               kind.target_ms == 0 ? ""
                                   : fmt::format("{:.0f} {}", kind.target_ms,
                                                 times.at(.95) <= kind.target_ms ? "met" : "missed"));
    std::fflush(stdout);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return main_of(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "bench_search: " << error.what() << '\n';
    return 2;
  }
}
