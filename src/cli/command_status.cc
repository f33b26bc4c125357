// SPDX-License-Identifier: GPL-3.0-or-later
// `vaughn status`. docs/commands/status.md.
#include "cli/common_options.h"
#include "vaughn/report/status.h"

namespace vaughn::cli {
namespace {

store::GroupPagesBy group_from(const std::string& name) {
  if (name == "release") return store::GroupPagesBy::kRelease;
  return name == "source" ? store::GroupPagesBy::kSource : store::GroupPagesBy::kNothing;
}

int run(const ParsedOptions& parsed, Streams& streams) {
  const auto reader = store::Reader::open(database_path(parsed, streams));
  if (const auto by = parsed.value("by")) {
    const store::StatusSummary summary = reader->status();
    const report::PagesByTextSource pages{group_from(*by), reader->pages_by_text_source(group_from(*by)),
                                          summary.pages_failed, summary.pages_pending};
    if (parsed.has("json"))
      report::print_pages_by_text_source_json(pages, streams.out);
    else
      report::print_pages_by_text_source(pages, terminal(parsed, streams), streams.out);
    return 0;
  }
  const report::Status status{reader->status(), reader->problems()};
  if (parsed.has("json"))
    report::print_status_json(status, streams.out);
  else
    report::print_status(status, terminal(parsed, streams), streams.out);
  return 0;
}

}  // namespace

Command status_command() {
  return {
      .name = "status",
      .summary = "say what is in the database, what failed and why, what is still to do",
      .description = "The counts cover every release in the database.",
      .examples = {{"vaughn status", "For a person."},
                   {"vaughn status --by text-source", "How the pages were read, and how well."},
                   {"vaughn status --json | jq '.problems'", "What could not be read, for a program."}},
      .options = {{.name = "by",
                   .argument = "WHAT",
                   .help = "Print the pages by the account their text was taken from, with mean confidence "
                           "and words a page; of all, or for each release or source.",
                   .group = "Output",
                   .values = {"text-source", "release", "source"}},
                  {.name = "json", .help = "Print one JSON document, vaughn.status/1.", .group = "Output"},
                  color_option(),
                  db_option()},
      .exit_statuses = {{0, "Done."}, {2, "An error, or a command line not understood."}},
      .run = run};
}

}  // namespace vaughn::cli
