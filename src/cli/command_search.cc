// SPDX-License-Identifier: GPL-3.0-or-later
// `vaughn search`. docs/commands/search.md.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/common_options.h"
#include "cli/option_values.h"
#include "vaughn/base/error.h"
#include "vaughn/base/strings.h"
#include "vaughn/report/hits.h"
#include "vaughn/search/expansion.h"
#include "vaughn/search/query.h"
#include "vaughn/store/reader.h"

namespace vaughn::cli {
namespace {

constexpr int kDefaultLimit = 20;
constexpr double kDefaultTimeout = 30;  // seconds

constexpr std::array kSorts{"rank", "source", "bates"};
constexpr std::array kFacets{"exemption", "agency", "release", "source", "text-source"};

template <std::size_t N>
std::vector<std::string> listed(const std::array<const char*, N>& names) {
  return {names.begin(), names.end()};
}

template <class Enum, std::size_t N>
Enum chosen(const std::array<const char*, N>& names, const std::string& name) {
  return static_cast<Enum>(std::find(names.begin(), names.end(), name) - names.begin());
}

// What is printed instead of the hits.
enum class Shown { kHits, kCount, kSources, kExplanation };

struct SearchOptions {
  report::Format format = report::Format::kTerminal;
  std::optional<report::HitTemplate> by_template;  // --tsv, --format
  Shown shown = Shown::kHits;
  std::vector<store::Facet> facets;
  int limit = kDefaultLimit;
};

std::optional<report::HitTemplate> hit_template(const ParsedOptions& parsed) {
  const int given = int{parsed.has("json")} + int{parsed.has("jsonl")} + int{parsed.has("csv")} +
                    int{parsed.has("tsv")} + int{parsed.has("format")};
  if (given > 1)
    throw Error(ErrorCode::kUsage, "only one of --json, --jsonl, --csv, --tsv and --format can be given",
                "Choose the one that the reader of the output wants.");
  if (parsed.has("tsv")) return report::HitTemplate::tsv();
  if (const auto given_template = parsed.value("format")) return report::HitTemplate(*given_template);
  return std::nullopt;
}

Shown what_is_shown(const ParsedOptions& parsed) {
  const int given = int{parsed.has("count")} + int{parsed.has("files")} + int{parsed.has("explain")};
  if (given > 1)
    throw Error(ErrorCode::kUsage, "only one of --count, --files and --explain can be given",
                "Run the command once for each.");
  if (parsed.has("count")) return Shown::kCount;
  if (parsed.has("files")) return Shown::kSources;
  return parsed.has("explain") ? Shown::kExplanation : Shown::kHits;
}

SearchOptions search_options(const ParsedOptions& parsed) {
  SearchOptions options;
  options.by_template = hit_template(parsed);
  options.format = output_format(parsed);
  options.shown = what_is_shown(parsed);
  options.limit = whole_number(parsed, "limit", 0, 1'000'000'000, kDefaultLimit);
  if (const auto facets = parsed.value("facets"))
    for (const std::string& name : split(*facets, ','))
      options.facets.push_back(chosen<store::Facet>(kFacets, name));
  return options;
}

store::SearchRequest request_of(const ParsedOptions& parsed, store::Question question) {
  store::SearchRequest request;
  request.question = std::move(question);
  request.sort = chosen<store::SortHits>(kSorts, parsed.value("sort").value_or("rank"));
  request.offset = whole_number(parsed, "offset", 0, 1'000'000'000, 0);
  request.snippet_open = report::kSnippetOpen;
  request.snippet_close = report::kSnippetClose;
  if (parsed.has("since-run"))
    request.since_run = store::RunId{whole_number(parsed, "since-run", 1, 1'000'000'000, 1)};
  return request;
}

// That there are others is advice for a person; a program counts for itself.
void advise(const report::HitList& list, bool more, const SearchOptions& options, const Streams& streams) {
  if (list.hits.empty()) streams.err << "Nothing found.\n";
  if (options.format != report::Format::kTerminal || options.by_template ||
      streams.out_device != Device::kTerminal || streams.err_device != Device::kTerminal)
    return;
  if (!more) return;
  streams.err << (list.hits.size() == 1 ? std::string("The best hit")
                                        : fmt::format("The {} best hits", list.hits.size()))
              << "; -n 0 shows all.\n";
}

void print_facets(const store::HitSummary& summary, const SearchOptions& options,
                  const report::Terminal& terminal, std::ostream& out) {
  std::vector<report::FacetTable> tables;
  for (std::size_t i = 0; i < options.facets.size(); ++i)
    tables.push_back({kFacets[static_cast<std::size_t>(options.facets[i])], summary.facets[i]});
  report::print_facets(summary.pages, tables, options.format, terminal, out);
}

// Returns how many pages there are.
int print_sources(const store::Reader& reader, const store::SearchRequest& request, std::ostream& out) {
  const store::HitSummary summary = reader.summarise(request, {store::Facet::kSource});
  for (const store::FacetCount& source : summary.facets.front())
    out << report::printable_line(source.value) << '\n';
  return summary.pages;
}

int print_hits(const store::Reader& reader, store::SearchRequest request, const std::string& query,
               const SearchOptions& options, const ParsedOptions& parsed, Streams& streams) {
  // One more than shown, to learn whether there are others.
  request.limit = options.limit > 0 ? options.limit + 1 : 0;
  request.with_boxes =
      options.format == report::Format::kJson || options.format == report::Format::kJsonLines;
  report::HitList list{.query = query, .hits = reader.search(request)};
  const bool more = options.limit > 0 && list.hits.size() > static_cast<std::size_t>(options.limit);
  if (more) list.hits.resize(static_cast<std::size_t>(options.limit));
  print_byte_order_mark(parsed, streams);
  if (options.by_template)
    report::print_hits(list, *options.by_template, streams.out);
  else
    report::print_hits(list, options.format, terminal(parsed, streams), streams.out);
  advise(list, more, options, streams);
  return static_cast<int>(list.hits.size());
}

void print_explanation(const store::Question& question, const store::SqlExplanation& explanation,
                       std::ostream& out) {
  out << "Read as:  " << report::printable_line(search::print(question))
      << "\n\nSQL:      " << report::printable_line(explanation.sql) << '\n';
  for (std::size_t i = 0; i < explanation.values.size(); ++i)
    out << fmt::format("{} {:>2}:  ", i == 0 ? "with ?" : "      ", i + 1)
        << report::printable_line(explanation.values[i]) << '\n';
  if (!explanation.verified.empty())
    out << "\nHeld against the text itself: " << explanation.verified << ".\n";
  out << "\nPlan:\n";
  for (const std::string& step : explanation.plan) out << "  " << report::printable_line(step) << '\n';
}

std::string listed_words(const search::Variants& variants) {
  constexpr std::size_t kShown = 12;
  std::vector<std::string> words;
  for (const search::Spelling& spelling : variants.words) {
    if (words.size() == kShown) break;
    words.push_back(fmt::format("{} ({})", spelling.word, spelling.pages));
  }
  std::string list = join(words, ", ");
  if (variants.words.size() > kShown) list += fmt::format(" and {} more", variants.words.size() - kShown);
  return list;
}

std::string said_of(const search::Variants& variants) {
  if (variants.words.empty()) return variants.asked + " is like no word of the database.";
  return variants.asked + " found " + listed_words(variants) +
         (variants.more ? "; there are others, which were not used." : ".");
}

std::string offer_of(const search::Variants& variants) {
  return fmt::format("\"{}\" stands on no page. Like it: {}. --fuzzy always looks for those too.",
                     variants.asked, listed_words(variants));
}

int run(const ParsedOptions& parsed, Streams& streams) {
  const SearchOptions options = search_options(parsed);
  const std::string typed = join(parsed.arguments(), " ");
  const search::ParsedQuery query = search::parse_query(typed);
  if (parsed.has("strict") && query.departs)
    throw Error(ErrorCode::kUsage, join(query.notes, " "),
                "Correct the query, or leave --strict out to have it read as far as it goes.");
  for (const std::string& note : query.notes)
    streams.err << "vaughn: " << report::printable_line(note) << '\n';
  const auto reader = store::Reader::open(database_path(parsed, streams));
  reader->hold_state();
  if (!query.question) {
    streams.err << "Nothing found: nothing was asked for.\n";
    return 1;
  }
  reader->give_time(std::chrono::milliseconds(
      static_cast<std::int64_t>(1'000 * number_above_zero(parsed, "timeout", kDefaultTimeout))));
  const std::string fuzzy = parsed.value("fuzzy").value_or("auto");
  const search::Expansion expansion = search::expand(
      fuzzy == "always" ? search::with_fuzzy_words(*query.question) : *query.question, *reader);
  for (const search::Variants& variants : expansion.variants)
    streams.err << "vaughn: " << report::printable_line(said_of(variants)) << '\n';
  const store::SearchRequest request = request_of(parsed, expansion.question);
  if (options.shown == Shown::kExplanation) {
    print_explanation(*query.question, reader->explain(request), streams.out);
    return 0;
  }
  if (!options.facets.empty()) {
    const store::HitSummary summary = reader->summarise(request, options.facets);
    print_facets(summary, options, terminal(parsed, streams), streams.out);
    return summary.pages > 0 ? 0 : 1;
  }
  int found = 0;
  switch (options.shown) {
    case Shown::kCount:
      found = reader->summarise(request, {}).pages;
      streams.out << found << '\n';
      break;
    case Shown::kSources:
      found = print_sources(*reader, request, streams.out);
      break;
    default:
      found = print_hits(*reader, request, typed, options, parsed, streams);
  }
  if (found == 0 && fuzzy == "auto")
    for (const search::Variants& variants : search::suggestions(*query.question, *reader))
      streams.err << "vaughn: " << report::printable_line(offer_of(variants)) << '\n';
  return found > 0 ? 0 : 1;
}

std::vector<Option> all_options() {
  return {{.name = "limit",
           .letter = 'n',
           .argument = "N",
           .help = "Print at most this many hits; 0 for all. Default: 20.",
           .group = "Output"},
          {.name = "offset", .argument = "N", .help = "Leave out the first N hits.", .group = "Output"},
          {.name = "sort",
           .argument = "ORDER",
           .help = "Best first, by source and page, or by Bates number. Default: rank.",
           .group = "Output",
           .values = listed(kSorts)},
          {.name = "count", .letter = 'c', .help = "Print only how many pages there are.", .group = "Output"},
          {.name = "files",
           .letter = 'l',
           .help = "Print only the sources that have hits, those with most pages first.",
           .group = "Output"},
          {.name = "facets",
           .argument = "LIST",
           .help = "Print how many pages there are, and how they divide by these.",
           .group = "Output",
           .values = listed(kFacets),
           .separator = ','},
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

}  // namespace

Command search_command() {
  return {
      .name = "search",
      .summary = "find words in a release",
      .description =
          "Prints the pages that meet the query, best first, with source, page number, Bates number where "
          "there is one, and the words in their context.\n\n"
          "Words must all be there. \"In this order\" is a phrase, one OR other is either, -word and NOT "
          "word "
          "leave pages out, ( ) groups, begin* stands for words that begin so, NEAR(a b, 10) for words close "
          "to "
          "one another, /[a-z]+ing/ for a regular expression.\n\n"
          "Conditions: exemption:b7e, exemption:b6? (uncertain ones too), redacted:yes|no|whole, "
          "withheld:>50%, "
          "unlabelled:yes, leak:yes, source:letter.pdf, page:3..7, bates:ICE-000120..ICE-000140, "
          "text-source:scan, confidence:>0.8, release:, agency:, request:. And what stands beside a "
          "redaction: "
          "\"contracting officer\" NEXT-TO redaction, clearview NEAR-REDACTION/5 exemption:b5.\n\n"
          "Everything else is looked for as it stands: (b)(6) or AT&T need no care. A phrase never reaches "
          "across a redaction. All of it: docs/query-language.md.",
      .examples = {{"vaughn search purchase order", "Both words on one page."},
                   {"vaughn search '\"purchase order\" exemption:b4'", "The phrase, on pages with (b)(4)."},
                   {"vaughn search 'contract -draft'", "In quotes, or -draft would be an option."},
                   {"vaughn search '(memo OR email) withheld:>50%' --facets exemption,source",
                    "How many pages, by ground and by file."},
                   {"vaughn search invoice --jsonl -n 0 | jq .source", "Every hit, for a program."}},
      .arguments = {{.name = "QUERY",
                     .count = Count::kMany,
                     .help = "What to look for; several arguments are one query."}},
      .options = all_options(),
      .exit_statuses = search_exit_statuses(),
      .run = run};
}

}  // namespace vaughn::cli
