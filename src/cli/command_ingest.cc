// SPDX-License-Identifier: GPL-3.0-or-later
// `vaughn ingest`. docs/commands/ingest.md.
#include "cli/common_options.h"
#include "cli/ingest_options.h"
#include "cli/wiring.h"

namespace vaughn::cli {
namespace {

std::vector<Option> release_options() {
  const std::string files = "Which files", release = "About the release";
  return {{.name = "release",
           .argument = "NAME",
           .help = "Name of the release. Default: that of the first PATH.",
           .group = release},
          {.name = "agency",
           .argument = "NAME",
           .help = "The agency that released the records.",
           .group = release},
          {.name = "request-number",
           .argument = "NUMBER",
           .help = "The agency's number of the request.",
           .group = release},
          {.name = "received",
           .argument = "DATE",
           .help = "The day the release came in, as 2026-03-04.",
           .group = release},
          {.name = "include",
           .argument = "GLOB",
           .help = "In folders, take only files that match. Can be given several times.",
           .group = files},
          {.name = "exclude",
           .argument = "GLOB",
           .help = "In folders, leave files out that match. Can be given several times.",
           .group = files}};
}

}  // namespace

std::vector<Option> run_options() {
  const std::string run = "The run";
  return {
      {.name = "fail-on",
       .argument = "CONDITIONS",
       .help = "Exit with 4 when one of these, joined by commas, holds at the end.",
       .group = run,
       .values = {"problem", "unread", "leak", "unlabelled"},
       .separator = ','},
      {.name = "progress",
       .argument = "HOW",
       .help =
           "How to tell the progress on standard error. Default: auto, a moving line on a terminal and plain "
           "lines elsewhere.",
       .group = run,
       .values = {"auto", "plain", "json", "none"}},
      {.name = "log",
       .argument = "FILE",
       .help = "Add a line of JSON to this file for each event of the run.",
       .group = run,
       .completes = Completes::kFile},
      {.name = "profile", .help = "Say at the end where the time went, by stage.", .group = run},
      {.name = "quiet", .letter = 'q', .help = "Print errors only.", .group = run}};
}

namespace {

int run(const ParsedOptions& parsed, Streams& streams) {
  return run_ingest(ingest_options(parsed, streams), streams);
}

}  // namespace

Command ingest_command() {
  Command command{
      .name = "ingest",
      .summary = "read released documents into a database",
      .description =
          "Reads PDF, TIFF, PNG, JPEG and JPEG 2000 files, recognised by content and not by name; folders "
          "are walked "
          "in a stable order, hidden files left out. Each page is read from its text layer or by OCR, its "
          "redactions "
          "and the exemptions printed for them are found, and all of it is indexed for 'vaughn search'.\n\n"
          "A file that cannot be read is recorded with its cause and the rest goes on. Running the same "
          "command again "
          "does only what is still to do; a run that was killed goes on where it was.",
      .examples = {{"vaughn ingest release/", "Read a folder into ./vaughn.db."},
                   {"vaughn ingest prod-*.pdf --db ice.db --release 'First production'",
                    "Name database and release."},
                   {"vaughn ingest release/ -j 4 -l eng+spa", "Four pages at once, in English and Spanish."},
                   {"vaughn ingest release/ --fail-on leak,unread -q", "For scripts: exit 4 when it holds."}},
      .arguments = {{.name = "PATH",
                     .count = Count::kMany,
                     .help = "A document, or a folder of documents.",
                     .completes = Completes::kFile}},
      .options = release_options(),
      .exit_statuses = processing_exit_statuses(),
      .run = run};
  for (const Option& option : reading_options()) command.options.push_back(option);
  for (const Option& option : run_options()) command.options.push_back(option);
  command.options.push_back(db_option());
  return command;
}

}  // namespace vaughn::cli
