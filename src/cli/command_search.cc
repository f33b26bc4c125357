// SPDX-License-Identifier: GPL-3.0-or-later
// `vaughn search`. docs/commands/search.md.
#include <fmt/format.h>

#include <limits>

#include "cli/asked_query.h"
#include "cli/common_options.h"
#include "cli/search_batch.h"
#include "cli/search_options.h"
#include "vaughn/base/error.h"
#include "vaughn/base/strings.h"
#include "vaughn/report/hits.h"
#include "vaughn/search/query.h"
#include "vaughn/store/reader.h"

namespace vaughn::cli {
namespace {

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

// Returns how many pages there are.
int print_facets(const store::Reader& reader, const store::SearchRequest& request,
                 const SearchOptions& options, const report::Terminal& terminal, Streams& streams) {
  std::vector<store::Facet> facets;
  for (const std::string& name : options.facets) facets.push_back(facet_named(name));
  const store::HitSummary summary = reader.summarise(request, facets);
  std::vector<report::FacetTable> tables;
  for (std::size_t i = 0; i < options.facets.size(); ++i)
    tables.push_back({options.facets[i], summary.facets[i]});
  report::print_facets(summary.pages, tables, options.format, terminal, streams.out);
  return summary.pages;
}

// Returns how many pages there are.
int print_sources(const store::Reader& reader, const store::SearchRequest& request, std::ostream& out) {
  const store::HitSummary summary = reader.summarise(request, {store::Facet::kSource});
  for (const store::FacetCount& source : summary.facets.front())
    out << report::printable_line(source.value) << '\n';
  return summary.pages;
}

// Returns how many there are at least.
int print_hits(const store::Reader& reader, const AskedQuery& asked, const SearchOptions& options,
               const ParsedOptions& parsed, Streams& streams) {
  store::SearchRequest request = asked.request;
  // One more than shown, to learn whether there are others.
  request.limit = options.limit > 0 ? options.limit + 1 : 0;
  request.with_boxes =
      options.format == report::Format::kJson || options.format == report::Format::kJsonLines;
  report::HitList list{.query = asked.typed, .hits = reader.search(request)};
  for (const search::Variants& variants : asked.variants) {
    report::WordVariants& word = list.variants.emplace_back();
    word.asked = variants.asked, word.more = variants.more;
    for (const search::Spelling& spelling : variants.words)
      word.words.push_back({spelling.word, spelling.pages});
  }
  const bool more = options.limit > 0 && list.hits.size() > static_cast<std::size_t>(options.limit);
  if (more) list.hits.resize(static_cast<std::size_t>(options.limit));
  print_byte_order_mark(parsed, streams);
  if (options.by_template)
    report::print_hits(list, *options.by_template, streams.out);
  else
    report::print_hits(list, options.format, terminal(parsed, streams), streams.out);
  advise(list, more, options, streams);
  return more ? std::numeric_limits<int>::max() : request.offset + static_cast<int>(list.hits.size());
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

// What was found stands; that there was no time for advice is no failure.
void print_offers(const AskedQuery& asked, int found, const store::Reader& reader, Streams& streams) {
  try {
    for (const std::string& offer : offers(asked, found, reader))
      streams.err << "vaughn: " << report::printable_line(offer) << '\n';
  } catch (const Error&) {
  }
}

int run(const ParsedOptions& parsed, Streams& streams) {
  const SearchOptions options = search_options(parsed);
  const auto reader = store::Reader::open(database_path(parsed, streams));
  reader->hold_state();
  if (parsed.has("batch")) return run_search_batch(*reader, options, parsed, streams);
  reader->give_time(search_time(parsed));
  const AskedQuery asked = ask(join(parsed.arguments(), " "), *reader, parsed);
  for (const std::string& note : asked.notes)
    streams.err << "vaughn: " << report::printable_line(note) << '\n';
  if (!asked.as_read) {
    streams.err << "Nothing found: nothing was asked for.\n";
    return 1;
  }
  if (options.shown == Shown::kExplanation) {
    print_explanation(*asked.as_read, reader->explain(asked.request), streams.out);
    return 0;
  }
  int found = 0;
  if (!options.facets.empty()) {
    found = print_facets(*reader, asked.request, options, terminal(parsed, streams), streams);
  } else if (options.shown == Shown::kCount) {
    found = reader->summarise(asked.request, {}).pages;
    streams.out << found << '\n';
  } else if (options.shown == Shown::kSources) {
    found = print_sources(*reader, asked.request, streams.out);
  } else {
    found = print_hits(*reader, asked, options, parsed, streams);
  }
  if (parsed.value("fuzzy").value_or("auto") == "auto") print_offers(asked, found, *reader, streams);
  return found > 0 ? 0 : 1;
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
          "leave pages out, ( ) groups, begin* stands for words that begin so, word~ for what recognition "
          "may "
          "have made of it, NEAR(a b, 10) for words close to one another, /[a-z]+ing/ for a regular "
          "expression.\n\n"
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
                   {"vaughn search --batch items.csv --hits-to hits.csv", "Many queries, and all they find."},
                   {"vaughn search invoice --jsonl -n 0 | jq .source", "Every hit, for a program."}},
      .arguments = {{.name = "QUERY",
                     .count = Count::kAny,
                     .help = "What to look for; several arguments are one query."}},
      .options = all_search_options(),
      .exit_statuses = search_exit_statuses(),
      .run = run};
}

}  // namespace vaughn::cli
