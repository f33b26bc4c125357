// SPDX-License-Identifier: GPL-3.0-or-later
// What `vaughn ingest` was asked to do.
#ifndef VAUGHN_CLI_INGEST_OPTIONS_H_
#define VAUGHN_CLI_INGEST_OPTIONS_H_

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/progress.h"
#include "vaughn/model/page.h"
#include "vaughn/model/page_number.h"
#include "vaughn/store/writer.h"

namespace vaughn::cli {

// Conditions that make a finished run exit with 4.
enum class FailOn {
  kProblem,     // "problem": a file or page could not be read
  kUnread,      // "unread": the same, or pages are still to read or wait for OCR
  kLeak,        // "leak": withheld text can still be had from a file
  kUnlabelled,  // "unlabelled": a redaction has no ground printed at its place
};

struct IngestOptions {
  std::vector<std::string> paths;  // as given, at least one
  std::string database;
  store::ReleaseInfo release;  // name is never empty
  ReadOptions reading;
  PageChoice pages;
  int jobs = 1;
  int nice = 0;                               // added to that of the workers
  std::vector<std::string> include, exclude;  // globs
  std::vector<std::string> passwords;
  std::chrono::milliseconds page_timeout{120'000};
  std::vector<FailOn> fail_on;
  ProgressMode progress = ProgressMode::kAuto;
  std::optional<std::string> log{};  // file that the run is logged to
  bool profile = false;              // say where the time went
  bool quiet = false;                // no summary either; errors still
};

// The options about a run that ingest and reprocess share: --fail-on, --progress, --quiet.
std::vector<Option> run_options();

// What they and the reading options say, whatever is read: paths and release are empty. Reads the password
// files. Throws Error(kUsage).
IngestOptions run_settings(const ParsedOptions& parsed, const Streams& streams);

// Throws Error(kUsage).
IngestOptions ingest_options(const ParsedOptions& parsed, const Streams& streams);

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_INGEST_OPTIONS_H_
