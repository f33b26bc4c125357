// SPDX-License-Identifier: GPL-3.0-or-later
// `vaughn inspect`. docs/commands/inspect.md; what it prints is docs/formats/inspect.md.
#include "cli/common_options.h"
#include "cli/inspect_options.h"
#include "cli/wiring.h"

namespace vaughn::cli {
namespace {

int run(const ParsedOptions& parsed, Streams& streams) {
  return run_inspect(inspect_options(parsed), streams);
}

}  // namespace

Command inspect_command() {
  Command command{
      .name = "inspect",
      .summary = "print what is read on each page, without a database",
      .description =
          "Does with files what 'vaughn ingest' does, but prints the result: one JSON object a page, in page "
          "order, "
          "for scripts and continuous integration. The form is a contract, vaughn.page/1, described in "
          "docs/formats/inspect.md. A page that cannot be read has its line too, with the problem.\n\n"
          "Text that lies under a redaction is never printed.",
      .examples = {{"vaughn inspect letter.pdf", "Every page of one file."},
                   {"vaughn inspect letter.pdf --pages 1-3 --words",
                    "Three pages with the box of every word."},
                   {"vaughn inspect *.pdf | jq '.findings[]'", "What the pages give away."}},
      .arguments =
          {{.name = "FILE", .count = Count::kMany, .help = "A document.", .completes = Completes::kFile}},
      .options = {{.name = "jsonl",
                   .help = "Print JSON Lines. There is no other form; scripts can say it.",
                   .group = "Output"},
                  {.name = "words",
                   .help = "Print every word with its box and confidence too.",
                   .group = "Output"}},
      .exit_statuses = {{0, "Done."},
                        {2, "An error that ended the run, or a command line not understood."},
                        {3, "Done, but some files or pages could not be read."},
                        {130, "Interrupted."}},
      .run = run};
  for (const Option& option : reading_options()) command.options.push_back(option);
  return command;
}

}  // namespace vaughn::cli
