// SPDX-License-Identifier: GPL-3.0-or-later
// `vaughn reprocess`. docs/commands/reprocess.md.
#include "cli/common_options.h"
#include "cli/reprocess_options.h"
#include "cli/wiring.h"

namespace vaughn::cli {
namespace {

int run(const ParsedOptions& parsed, Streams& streams) {
  return run_reprocess(reprocess_options(parsed, streams), streams);
}

}  // namespace

Command reprocess_command() {
  Command command{
      .name = "reprocess",
      .summary = "read chosen pages again",
      .description =
          "Reads pages of the database again from their files, which have to be where they were and "
          "unchanged: with other languages, after an update, or because they failed. Conditions of "
          "different kinds have to hold together; of one given several times any will do.\n\n"
          "The new reading counts, unless it failed or waits for OCR where the page has a complete one. "
          "Earlier readings are kept: 'vaughn show SOURCE:PAGE --readings'. A run that was interrupted goes "
          "on when the same command is given again.",
      .examples = {{"vaughn reprocess --failed --page-timeout 600", "Try what failed with more time."},
                   {"vaughn reprocess --confidence-below 0.7 -l eng+spa",
                    "Poorly read pages, in two languages."},
                   {"vaughn reprocess letter.pdf:2-5 --dry-run", "See what would be read."}},
      .arguments = {{.name = "SOURCE",
                     .count = Count::kAny,
                     .help = "A path, the end of one or at least 6 digits of the SHA-256; with :PAGES behind "
                             "it, those pages: letter.pdf:2-5,7."}},
      .options = selection_options(),
      .exit_statuses = processing_exit_statuses(),
      .run = run};
  // SOURCE:PAGES says which pages.
  for (const Option& option : reading_options())
    if (option.name != "pages") command.options.push_back(option);
  // The run log and the profile are an ingest's.
  for (const Option& option : run_options())
    if (option.name != "log" && option.name != "profile") command.options.push_back(option);
  command.options.push_back(db_option());
  return command;
}

}  // namespace vaughn::cli
