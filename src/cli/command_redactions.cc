// SPDX-License-Identifier: GPL-3.0-or-later
// `vaughn redactions`. docs/commands/redactions.md.
#include "cli/common_options.h"
#include "cli/redaction_filter.h"
#include "vaughn/report/redactions.h"

namespace vaughn::cli {
namespace {

report::RedactionView view(const ParsedOptions& parsed) {
  const std::string by = parsed.value("by").value_or("");
  refuse_records(by);
  if (by == "exemption") return report::RedactionView::kByExemption;
  if (by == "kind") return report::RedactionView::kByKind;
  if (by == "page") return report::RedactionView::kByPage;
  if (by == "source") return report::RedactionView::kBySource;
  if (by == "release") return report::RedactionView::kByRelease;
  return by == "month" ? report::RedactionView::kByMonth : report::RedactionView::kList;
}

int run(const ParsedOptions& parsed, Streams& streams) {
  const report::RedactionView what = view(parsed);
  const report::Format format = output_format(parsed);
  const store::RedactionFilter filter = redaction_filter(parsed);
  const auto reader = store::Reader::open(database_path(parsed, streams));
  bool any = false;
  std::unique_ptr<report::RedactionPrinter> printer;
  const auto begin = [&] {
    print_byte_order_mark(parsed, streams);
    printer = report::make_redaction_printer(what, format, reader->page_counts(), terminal(parsed, streams),
                                             streams.out);
  };
  reader->redactions(filter, [&](const store::RedactionRow& row) {
    if (!any) begin();
    any = true;
    printer->add(row);
  });
  if (!any) {
    check_names(filter, *reader);
    begin();
    streams.err << "No redaction meets this.\n";
  }
  printer->finish();
  return any ? 0 : 1;
}

std::vector<Option> options() {
  std::vector<Option> all = filter_options();
  for (Option& option : std::vector<Option>{{.name = "by",
                        .argument = "WHAT",
                        .help = "Count instead of listing.",
                        .group = "Output",
                        .values = {"exemption", "kind", "page", "record", "source", "release", "month"}},
                                            json_option(),
                                            jsonl_option(),
                                            csv_option(),
                                            bom_option(),
                                            color_option(),
                                            db_option()})
    all.push_back(std::move(option));
  return all;
}

}  // namespace

Command redactions_command() {
  return {
      .name = "redactions",
      .summary = "list or count what was withheld, and on what ground",
      .description =
          "Without --by, lists every redaction with its page, kind, the number of characters it has room for "
          "and the range that number may lie in, its share of the page's text, its exemption codes, and the "
          "words before and after it. A code that had to be repaired to be understood is followed by '?' in "
          "tables and counted apart from those read with certainty. Conditions combine: a redaction has to "
          "meet all of them.",
      .examples = {{"vaughn redactions --by exemption", "How often each exemption was used."},
                   {"vaughn redactions --exemption b7e --kind solid",
                    "Black boxes for (b)(7)(E) of any number."},
                   {"vaughn redactions --csv --bom > redactions.csv", "For a spreadsheet."},
                   {"vaughn redactions --jsonl | jq 'select(.leak)'", "Redactions that hide nothing."}},
      .options = options(),
      .exit_statuses = search_exit_statuses(),
      .run = run};
}

}  // namespace vaughn::cli
