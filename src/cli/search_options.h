// SPDX-License-Identifier: GPL-3.0-or-later
// The options of `vaughn search`, and what they ask for.
#ifndef VAUGHN_CLI_SEARCH_OPTIONS_H_
#define VAUGHN_CLI_SEARCH_OPTIONS_H_

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/parsed_options.h"
#include "vaughn/report/format.h"
#include "vaughn/report/hits.h"
#include "vaughn/store/reader.h"

namespace vaughn::cli {

// What is printed instead of the hits.
enum class Shown { kHits, kCount, kSources, kExplanation };

struct SearchOptions {
  report::Format format = report::Format::kTerminal;
  std::optional<report::HitTemplate> by_template;  // --tsv, --format
  Shown shown = Shown::kHits;
  std::vector<std::string> facets;  // by name
  int limit = 20;
};

// Throws Error(kUsage) on options that exclude each other.
SearchOptions search_options(const ParsedOptions& parsed);

store::SortHits sort_of(const ParsedOptions& parsed);
// None for one that the database has nothing for yet.
// name: one of those that --facets allows.
store::Facet facet_named(const std::string& name);
std::chrono::milliseconds search_time(const ParsedOptions& parsed);

std::vector<Option> all_search_options();

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_SEARCH_OPTIONS_H_
