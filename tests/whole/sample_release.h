// SPDX-License-Identifier: GPL-3.0-or-later
// The sample release, read once a process: page by page, and as a database.
#ifndef VAUGHN_TESTS_WHOLE_SAMPLE_RELEASE_H_
#define VAUGHN_TESTS_WHOLE_SAMPLE_RELEASE_H_

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "whole/program.h"

namespace vaughn::whole {

// The tests run the program here, so that paths in its output are the same for everybody: "release/…".
std::filesystem::path samples_folder();

struct Inspection {
  Outcome outcome;
  std::map<std::pair<std::string, int>, nlohmann::json> pages;  // by file name and number
  std::string bad_lines;                                        // that are no JSON or have no page
};
// `vaughn inspect --jsonl release`.
const Inspection& sample_inspection();

struct SampleDatabase {
  Outcome outcome;
  std::filesystem::path file;
};
// `vaughn ingest release`.
const SampleDatabase& sample_database();

}  // namespace vaughn::whole

#endif  // VAUGHN_TESTS_WHOLE_SAMPLE_RELEASE_H_
