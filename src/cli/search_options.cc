// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/search_options.h"

#include <algorithm>
#include <array>

#include "cli/common_options.h"
#include "cli/option_values.h"
#include "vaughn/base/error.h"
#include "vaughn/base/strings.h"

namespace vaughn::cli {
namespace {

constexpr int kDefaultLimit = 20;
constexpr double kDefaultTimeout = 30;  // seconds

struct NamedFacet {
  const char* name;
  store::Facet facet;
};

constexpr std::array kFacets{NamedFacet{"exemption", store::Facet::kExemption},
                             NamedFacet{"agency", store::Facet::kAgency},
                             NamedFacet{"release", store::Facet::kRelease},
                             NamedFacet{"source", store::Facet::kSource},
                             NamedFacet{"text-source", store::Facet::kTextSource},
                             NamedFacet{"year", store::Facet::kYear},
                             NamedFacet{"type", store::Facet::kType}};

std::vector<std::string> facet_names() {
  std::vector<std::string> names;
  for (const NamedFacet& facet : kFacets) names.emplace_back(facet.name);
  return names;
}

std::vector<std::string> sort_names() {
  return {"rank", "source", "bates", "date"};
}

void refuse_together(const ParsedOptions& parsed, const std::vector<std::string>& names,
                     const std::string& listed, const std::string& advice) {
  const auto given =
      std::count_if(names.begin(), names.end(), [&](const std::string& name) { return parsed.has(name); });
  if (given > 1) throw Error(ErrorCode::kUsage, "only one of " + listed + " can be given", advice);
}

std::optional<report::HitTemplate> hit_template(const ParsedOptions& parsed) {
  refuse_together(parsed, {"json", "jsonl", "csv", "tsv", "format"},
                  "--json, --jsonl, --csv, --tsv and --format",
                  "Choose the one that the reader of the output wants.");
  if (parsed.has("tsv")) return report::HitTemplate::tsv();
  if (const auto given_template = parsed.value("format")) return report::HitTemplate(*given_template);
  return std::nullopt;
}

Shown what_is_shown(const ParsedOptions& parsed) {
  refuse_together(parsed, {"count", "files", "explain"}, "--count, --files and --explain",
                  "Run the command once for each.");
  if (parsed.has("count")) return Shown::kCount;
  if (parsed.has("files")) return Shown::kSources;
  return parsed.has("explain") ? Shown::kExplanation : Shown::kHits;
}

// A list of queries has its own form.
void check_batch(const ParsedOptions& parsed) {
  if (parsed.has("batch")) {
    if (!parsed.arguments().empty())
      throw Error(ErrorCode::kUsage, "a QUERY and --batch exclude each other",
                  "Put the query into the file.");
    for (const char* other : {"count", "files", "explain", "facets", "tsv", "format", "context", "offset"})
      if (parsed.has(other))
        throw Error(ErrorCode::kUsage, std::string("--batch does not go with --") + other,
                    "It prints a line a query; --csv and --json have all columns, --hits-to the hits.");
    return;
  }
  if (parsed.has("hits-to"))
    throw Error(ErrorCode::kUsage, "--hits-to goes with --batch", "For one query, --csv prints the hits.");
  if (parsed.arguments().empty())
    throw Error(ErrorCode::kUsage, "'vaughn search' needs a QUERY", "Or a file of queries, by --batch.");
}

}  // namespace

SearchOptions search_options(const ParsedOptions& parsed) {
  check_batch(parsed);
  if (parsed.has("stem") && parsed.value("fuzzy") == "always")
    throw Error(ErrorCode::kUsage, "--stem and --fuzzy always exclude each other",
                "Ask once with each; word~ makes a single word fuzzy.");
  SearchOptions options;
  options.by_template = hit_template(parsed);
  options.format = output_format(parsed);
  options.shown = what_is_shown(parsed);
  options.limit = whole_number(parsed, "limit", 0, 1'000'000'000, kDefaultLimit);
  if (const auto facets = parsed.value("facets")) options.facets = split(*facets, ',');
  return options;
}

store::SortHits sort_of(const ParsedOptions& parsed) {
  const std::string name = parsed.value("sort").value_or("rank");
  if (name == "bates") return store::SortHits::kBates;
  if (name == "date") return store::SortHits::kDate;
  return name == "rank" ? store::SortHits::kRank : store::SortHits::kSource;
}

store::Facet facet_named(const std::string& name) {
  const auto* const found = std::find_if(kFacets.begin(), kFacets.end(),
                                         [&](const NamedFacet& facet) { return facet.name == name; });
  return found == kFacets.end() ? store::Facet::kExemption : found->facet;
}

std::chrono::milliseconds search_time(const ParsedOptions& parsed) {
  constexpr double kDay = 86'400;
  const double seconds = std::min(kDay, number_above_zero(parsed, "timeout", kDefaultTimeout));
  return std::chrono::milliseconds(static_cast<std::int64_t>(1'000 * seconds));
}

std::vector<Option> all_search_options() {
  return {
      {.name = "limit",
       .letter = 'n',
       .argument = "N",
       .help = "Print at most this many hits; 0 for all. Default: 20.",
       .group = "Output"},
      {.name = "offset", .argument = "N", .help = "Leave out the first N hits.", .group = "Output"},
      {.name = "sort",
       .argument = "ORDER",
       .help = "Best first, by source and page, by Bates number, or by date. Default: rank.",
       .group = "Output",
       .values = sort_names()},
      {.name = "count", .letter = 'c', .help = "Print only how many pages there are.", .group = "Output"},
      {.name = "files",
       .letter = 'l',
       .help = "Print only the sources that have hits, those with most pages first.",
       .group = "Output"},
      {.name = "facets",
       .argument = "LIST",
       .help = "Print how many pages there are, and how they divide by these.",
       .group = "Output",
       .values = facet_names(),
       .separator = ','},
      {.name = "context",
       .letter = 'C',
       .argument = "N",
       .help = "Print every line with a hit, and N lines before and behind it, instead of a snippet.",
       .group = "Output"},
      json_option(),
      jsonl_option(),
      csv_option(),
      bom_option(),
      {.name = "tsv", .help = "Print tab-separated values with a header line.", .group = "Output"},
      {.name = "format",
       .argument = "TEMPLATE",
       .help = "Print a line a hit as in '{citation}\\t{snippet}'; docs/formats/search.md lists the "
               "fields.",
       .group = "Output"},
      {.name = "fuzzy",
       .argument = "WHEN",
       .help = "Take every word as if it had a ~ behind it: also as recognition may have misread it. "
               "Default: auto, which offers such words where nothing is found.",
       .group = "Query",
       .values = {"auto", "always", "never"}},
      {.name = "stem",
       .help = "Take every word with others of its stem: contract, contracts, contracting. For English.",
       .group = "Query"},
      {.name = "batch",
       .argument = "FILE",
       .help = "Ask every query of a file, and print a line for each: how many pages, and the best. A .csv "
               "file has a column 'query', any other a query a line.",
       .group = "Query",
       .completes = Completes::kFile},
      {.name = "hits-to",
       .argument = "FILE",
       .help = "With --batch: write the hits of all queries into this new CSV file, -n of each.",
       .group = "Output",
       .completes = Completes::kFile},
      {.name = "since-run",
       .argument = "N",
       .help = "Only pages that run N or a later one read; 'vaughn status --json' numbers them.",
       .group = "Query"},
      {.name = "strict",
       .help = "Take it as an error when any of the query would be read otherwise than typed, or "
               "not be used.",
       .group = "Query"},
      {.name = "timeout",
       .argument = "SECONDS",
       .help = "Give up after this time. Default: 30.",
       .group = "Query"},
      {.name = "explain",
       .help = "Print how the query is read and answered, instead of hits.",
       .group = "Query"},
      color_option(),
      db_option()};
}

}  // namespace vaughn::cli
