// SPDX-License-Identifier: GPL-3.0-or-later
// What `vaughn reprocess` was asked to do.
#ifndef VAUGHN_CLI_REPROCESS_OPTIONS_H_
#define VAUGHN_CLI_REPROCESS_OPTIONS_H_

#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/ingest_options.h"

namespace vaughn::cli {

struct ReprocessOptions {
  std::vector<std::string> sources;  // SOURCE or SOURCE:PAGES, as given
  bool failed = false;
  std::vector<std::string> text_sources;
  std::optional<double> confidence_below;  // above 0, at most 1
  bool dry_run = false;
  IngestOptions run;  // how to read, and into which database; without paths and release
};

// The options that choose pages.
std::vector<Option> selection_options();

// Throws Error(kUsage), also when nothing says which pages.
ReprocessOptions reprocess_options(const ParsedOptions& parsed, const Streams& streams);

// What was asked for, as one JSON object: two runs with equal ones have the same task. What cannot change a
// row is not in it.
std::string task_json(const ReprocessOptions& options);

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_REPROCESS_OPTIONS_H_
