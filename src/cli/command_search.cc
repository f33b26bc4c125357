// SPDX-License-Identifier: GPL-3.0-or-later
// `vaughn search`. docs/commands/search.md.
#include "cli/common_options.h"
#include "cli/option_values.h"
#include "vaughn/base/strings.h"
#include "vaughn/report/hits.h"
#include "vaughn/search/query.h"
#include "vaughn/store/reader.h"

namespace vaughn::cli {
namespace {

constexpr int kDefaultLimit = 20;

// Which hits are asked for: one more than shown, to learn whether there are others.
store::TextQuery with_limit(store::TextQuery query, int limit) {
  query.limit = limit > 0 ? limit + 1 : 0;
  query.snippet_open = report::kSnippetOpen;
  query.snippet_close = report::kSnippetClose;
  return query;
}

// That there are others is advice for a person; a program counts for itself.
void advise(const report::HitList& list, bool more, report::Format format, const Streams& streams) {
  if (list.hits.empty()) streams.err << "Nothing found.\n";
  if (format != report::Format::kTerminal || streams.out_device != Device::kTerminal ||
      streams.err_device != Device::kTerminal)
    return;
  if (more) streams.err << "The " << list.hits.size() << " best hits; -n 0 shows all.\n";
}

int run(const ParsedOptions& parsed, Streams& streams) {
  const report::Format format = output_format(parsed);
  const int limit = whole_number(parsed, "limit", 0, 1'000'000'000, kDefaultLimit);
  report::HitList list{.query = join(parsed.arguments(), " "), .hits = {}};
  const search::ParsedQuery query = search::parse_query(list.query);
  for (const std::string& note : query.notes)
    streams.err << "vaughn: " << report::printable_line(note) << '\n';
  list.hits = store::Reader::open(database_path(parsed, streams))->search(with_limit(query.text, limit));
  const bool more = limit > 0 && list.hits.size() > static_cast<std::size_t>(limit);
  if (more) list.hits.resize(static_cast<std::size_t>(limit));
  print_byte_order_mark(parsed, streams);
  report::print_hits(list, format, terminal(parsed, streams), streams.out);
  advise(list, more, format, streams);
  return list.hits.empty() ? 1 : 0;
}

}  // namespace

Command search_command() {
  return {
      .name = "search",
      .summary = "find words in a release",
      .description =
          "Prints the pages where all the words stand, best first, with source, page number, Bates number "
          "where there is one, and the words in their context.\n\n"
          "\"In this order\" in double quotes is a phrase; one OR other is either; -word and NOT word leave "
          "pages out; begin* stands for words that begin so; exemption:b7e, source:letter.pdf, page:12 and "
          "text-source:scan are conditions on the page. Everything else is looked for as it stands: (b)(6) "
          "or AT&T need no care. A phrase never reaches across a redaction.",
      .examples = {{"vaughn search purchase order", "Both words on one page."},
                   {"vaughn search '\"purchase order\" exemption:b4'", "The phrase, on pages with (b)(4)."},
                   {"vaughn search 'contract -draft'", "In quotes, or -draft would be an option."},
                   {"vaughn search invoice --jsonl -n 0 | jq .source", "Every hit, for a program."}},
      .arguments = {{.name = "QUERY",
                     .count = Count::kMany,
                     .help = "What to look for; several arguments are one query."}},
      .options = {{.name = "limit",
                   .letter = 'n',
                   .argument = "N",
                   .help = "Print at most this many hits; 0 for all. Default: 20.",
                   .group = "Output"},
                  json_option(),
                  jsonl_option(),
                  csv_option(),
                  bom_option(),
                  color_option(),
                  db_option()},
      .exit_statuses = search_exit_statuses(),
      .run = run};
}

}  // namespace vaughn::cli
