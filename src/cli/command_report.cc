// SPDX-License-Identifier: GPL-3.0-or-later
// `vaughn report`. docs/commands/report.md.
#include "cli/common_options.h"
#include "cli/option_values.h"
#include "vaughn/redaction/regime_table.h"
#include "vaughn/report/exemptions.h"
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

int run(const ParsedOptions& parsed, Streams& streams) {
  const report::Format format = output_format(parsed);
  report::ExemptionReport report(grouping(parsed), parsed.has("sub-codes") ? code_apart : whole_code);
  const auto reader = store::Reader::open(database_path(parsed, streams));
  reader->redactions({}, [&](const store::RedactionRow& row) { report.add(row); });
  reader->page_codes([&](const store::PageCodeRow& row) { report.add(row); });
  print_byte_order_mark(parsed, streams);
  report.print(format, terminal(parsed, streams), streams.out);
  return report.empty() ? 1 : 0;
}

}  // namespace

Command report_command() {
  return {
      .name = "report",
      .summary = "sum up what was withheld, as annual FOIA reports count it",
      .description =
          "'vaughn report exemptions' counts each exemption twice: by redaction, and once per request "
          "however "
          "often it was used, as the agencies' annual FOIA reports do. A request is the request number of a "
          "release, or the release where it has none. Codes that had to be repaired are counted apart, codes "
          "that prose mentions not at all. 'Listed' are codes that a referral sheet or a stamp gives for "
          "pages "
          "that are not in the release; the rows of lists of deleted pages are not counted yet.",
      .examples = {{"vaughn report exemptions", "A table with bars."},
                   {"vaughn report exemptions --by month --csv --bom > exemptions.csv",
                    "By the month of the release, for a spreadsheet."}},
      .arguments = {{.name = "WHAT", .help = "What to report on.", .values = {"exemptions"}}},
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
