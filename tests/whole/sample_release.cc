// SPDX-License-Identifier: GPL-3.0-or-later
#include "whole/sample_release.h"

#include <sstream>

#include "support/temporary_folder.h"

namespace vaughn::whole {
namespace {

Inspection inspect() {
  Inspection result;
  result.outcome = run_vaughn({"inspect", "--jsonl", "release"}, samples_folder());
  std::istringstream lines(result.outcome.out);
  for (std::string line; std::getline(lines, line);) {
    nlohmann::json page = nlohmann::json::parse(line, nullptr, false);
    if (page.is_discarded() || !page.contains("page") || !page["page"].is_number()) {
      result.bad_lines += line + "\n";
      continue;
    }
    const std::filesystem::path source(page.at("source").get<std::string>());
    const std::pair<std::string, int> key{source.filename(), page["page"]};
    result.pages[key] = std::move(page);
  }
  return result;
}

}  // namespace

std::filesystem::path samples_folder() {
  return std::filesystem::path(VAUGHN_SOURCE_DIR) / "samples";
}

const Inspection& sample_inspection() {
  static const Inspection inspection = inspect();
  return inspection;
}

const SampleDatabase& sample_database() {
  static const TemporaryFolder folder;
  static const std::filesystem::path file = folder.path() / "samples.db";
  static const SampleDatabase database{
      run_vaughn({"ingest", "release", "--db", file, "--progress", "none", "-q"}, samples_folder()), file};
  return database;
}

}  // namespace vaughn::whole
