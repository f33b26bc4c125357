// SPDX-License-Identifier: GPL-3.0-or-later
// `vaughn redactions`. docs/commands/redactions.md.
#include "cli/common_options.h"
#include "vaughn/report/redactions.h"

namespace vaughn::cli {
namespace {

report::RedactionView view(const ParsedOptions& parsed) {
  const std::string by = parsed.value("by").value_or("");
  if (by == "exemption") return report::RedactionView::kByExemption;
  if (by == "page") return report::RedactionView::kByPage;
  return by == "source" ? report::RedactionView::kBySource : report::RedactionView::kList;
}

int run(const ParsedOptions& parsed, Streams& streams) {
  const auto printer = report::make_redaction_printer(view(parsed), output_format(parsed),
                                                      terminal(parsed, streams), streams.out);
  const auto reader = store::Reader::open(database_path(parsed, streams));
  bool any = false;
  reader->redactions([&](const store::RedactionRow& row) {
    any = true;
    printer->add(row);
  });
  printer->finish();
  return any ? 0 : 1;
}

}  // namespace

Command redactions_command() {
  return {
      .name = "redactions",
      .summary = "list or count what was withheld, and on what ground",
      .description =
          "Without --by, lists every redaction with its page, kind, exemption codes, size and the number of "
          "characters it has room for. A code that had to be repaired to be understood is followed by '?' in "
          "tables and counted apart from those read with certainty.",
      .examples = {{"vaughn redactions --by exemption", "How often each exemption was used."},
                   {"vaughn redactions --by page --csv > redactions.csv", "One row a page."},
                   {"vaughn redactions --jsonl | jq 'select(.leak)'", "Redactions that hide nothing."}},
      .options = {{.name = "by",
                   .argument = "WHAT",
                   .help = "Count instead of listing.",
                   .group = "Output",
                   .values = {"exemption", "page", "source"}},
                  json_option(),
                  jsonl_option(),
                  csv_option(),
                  color_option(),
                  db_option()},
      .exit_statuses = search_exit_statuses(),
      .run = run};
}

}  // namespace vaughn::cli
