// SPDX-License-Identifier: GPL-3.0-or-later
// `vaughn report`. docs/commands/report.md.
#include "cli/common_options.h"
#include "cli/option_values.h"
#include "vaughn/base/error.h"
#include "vaughn/redaction/regime_table.h"
#include "vaughn/report/exemptions.h"
#include "vaughn/report/vaughn_index.h"
#include "vaughn/store/reader.h"

namespace vaughn::cli {
namespace {

report::ExemptionGrouping grouping(const ParsedOptions& parsed) {
  const std::string by = parsed.value("by").value_or("");
  refuse_records(by);
  if (by == "source") return report::ExemptionGrouping::kSource;
  if (by == "release") return report::ExemptionGrouping::kRelease;
  return by == "month" ? report::ExemptionGrouping::kMonth : report::ExemptionGrouping::kWhole;
}

report::CodeInfo described(const std::string& code) {
  const auto meaning = redaction::meaning_of(code);
  if (!meaning) return {.code = code, .label = code};
  return {.code = std::string(meaning->canonical),
          .label = std::string(meaning->label),
          .meaning = std::string(meaning->meaning),
          .sort = meaning->regime == redaction::Regime::kDisposition ? report::CodeInfo::Sort::kDisposition
                                                                     : report::CodeInfo::Sort::kExemption};
}

// The exemption that a code is a part of, which is all that annual reports count: "(b)(5)" of "(b)(5)-DPP",
// "(b)(3)" of "(b)(3):FRCrP 6(e)". What is printed in words has a row of its own in the table of regimes, so
// that its canonical code alone does not say.
report::CodeInfo whole_code(const std::string& code) {
  if (!code.starts_with("(b)(")) return described(code);
  std::size_t end = 0;
  while (end < code.size() && code[end] == '(' && code.find(')', end) != std::string::npos)
    end = code.find(')', end) + 1;
  // "(b)(6)/(b)(7)(C)" is either, and says not which.
  return described(end < code.size() && code[end] == '/' ? code : code.substr(0, end));
}

// "(b)(7)(E)-1" is called "Ex. 7(E)-1".
report::CodeInfo code_apart(const std::string& code) {
  report::CodeInfo info = described(code);
  if (code.starts_with(info.code)) info.label += code.substr(info.code.size());
  info.code = code;
  return info;
}

report::IndexFormat index_format(const ParsedOptions& parsed) {
  const bool markdown = parsed.has("markdown"), html = parsed.has("html");
  const report::Format format = output_format(parsed);
  if (int{markdown} + int{html} + int{format != report::Format::kTerminal} > 1)
    throw Error(ErrorCode::kUsage, "--markdown, --html, --json, --jsonl and --csv exclude each other",
                "Ask for one of them at a time.");
  if (markdown) return report::IndexFormat::kMarkdown;
  if (html) return report::IndexFormat::kHtml;
  switch (format) {
    case report::Format::kCsv:
      return report::IndexFormat::kCsv;
    case report::Format::kJson:
      return report::IndexFormat::kJson;
    case report::Format::kJsonLines:
      return report::IndexFormat::kJsonLines;
    case report::Format::kTerminal:
      break;
  }
  return report::IndexFormat::kTerminal;
}

int report_vaughn_index(const ParsedOptions& parsed, Streams& streams) {
  const report::IndexFormat format = index_format(parsed);
  for (const char* option : {"by", "sub-codes"})
    if (parsed.has(option) || parsed.value(option))
      throw Error(ErrorCode::kUsage, std::string("--") + option + " is for 'vaughn report exemptions'",
                  "Leave it out.");
  report::IndexOptions options;
  if (parsed.value("per") == "redaction") options.rows = report::IndexRows::kRedactions;
  options.all = parsed.has("all");
  const auto reader = store::Reader::open(database_path(parsed, streams));
  reader->hold_state();
  const report::IndexTable table = report::make_vaughn_index(*reader, options);
  print_byte_order_mark(parsed, streams);
  report::print_vaughn_index(table, format, terminal(parsed, streams), streams.out);
  return table.rows.empty() ? 1 : 0;
}

int report_exemptions(const ParsedOptions& parsed, Streams& streams) {
  for (const char* option : {"per", "all", "markdown", "html"})
    if (parsed.has(option) || parsed.value(option))
      throw Error(ErrorCode::kUsage, std::string("--") + option + " is for 'vaughn report vaughn-index'",
                  "Leave it out.");
  const report::Format format = output_format(parsed);
  report::ExemptionReport report(grouping(parsed), parsed.has("sub-codes") ? code_apart : whole_code);
  const auto reader = store::Reader::open(database_path(parsed, streams));
  reader->redactions({}, [&](const store::RedactionRow& row) { report.add(row); });
  reader->page_codes([&](const store::PageCodeRow& row) { report.add(row); });
  print_byte_order_mark(parsed, streams);
  report.print(format, terminal(parsed, streams), streams.out);
  return report.empty() ? 1 : 0;
}

int run(const ParsedOptions& parsed, Streams& streams) {
  return parsed.arguments().front() == "vaughn-index" ? report_vaughn_index(parsed, streams)
                                                      : report_exemptions(parsed, streams);
}

}  // namespace

Command report_command() {
  return {
      .name = "report",
      .summary = "sum up what was withheld: by exemption, or as a Vaughn index",
      .description =
          "'vaughn report exemptions' counts each exemption twice: by redaction, and once per request "
          "however "
          "often it was used, as the agencies' annual FOIA reports do. A request is the request number of a "
          "release, or the release where it has none. Codes that had to be repaired are counted apart, codes "
          "that prose mentions not at all. 'Listed' are codes that a referral sheet or a stamp gives for "
          "pages "
          "that are not in the release; the rows of lists of deleted pages are not counted yet.\n\n"
          "'vaughn report vaughn-index' is the requester's mirror of the index that a court can make an "
          "agency "
          "write: a row a record that lost something, with Bates range, date, type, sender, recipients, "
          "exemptions and how much is withheld, then the pages that sheets say are absent; --per redaction "
          "gives a row a redaction. A column of notes is left for you.",
      .examples = {{"vaughn report exemptions", "A table with bars."},
                   {"vaughn report exemptions --by month --csv --bom > exemptions.csv",
                    "By the month of the release, for a spreadsheet."},
                   {"vaughn report vaughn-index --html > index.html", "One file to mail, file or print."}},
      .arguments = {{.name = "WHAT", .help = "What to report on.", .values = {"exemptions", "vaughn-index"}}},
      .options = {{.name = "by",
                   .argument = "WHAT",
                   .help = "A table for each of these. Default: exemption, which is one table for all.",
                   .group = "Output",
                   .values = {"exemption", "source", "record", "release", "month"}},
                  {.name = "sub-codes",
                   .help =
                       "Keep (b)(7)(E)-1, (b)(5)-DPP or (b)(3) with its statute apart instead of counting "
                       "them under the exemption.",
                   .group = "Output"},
                  {.name = "per",
                   .argument = "WHAT",
                   .help = "Of the Vaughn index: a row for each of these. Default: record.",
                   .group = "Output",
                   .values = {"record", "redaction"}},
                  {.name = "all",
                   .help = "Of the Vaughn index: records of which nothing is withheld, too.",
                   .group = "Output"},
                  {.name = "markdown", .help = "Print the Vaughn index in Markdown.", .group = "Output"},
                  {.name = "html",
                   .help = "Print the Vaughn index as one HTML file that needs nothing else.",
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
