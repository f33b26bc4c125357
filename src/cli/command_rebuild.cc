// SPDX-License-Identifier: GPL-3.0-or-later
// `vaughn rebuild`. docs/commands/rebuild.md.
#include "cli/common_options.h"
#include "cli/wiring.h"

namespace vaughn::cli {
namespace {

int run(const ParsedOptions& parsed, Streams& streams) {
  return run_rebuild(database_path(parsed, streams), streams);
}

}  // namespace

Command rebuild_command() {
  return {
      .name = "rebuild",
      .summary = "derive records, e-mails and numbers anew from the stored pages",
      .description =
          "Derives from the pages in the database what follows from them: Bates numbers, records, e-mails, "
          "letters, sheets. The files are not needed and nothing is recognised again. What people corrected "
          "is kept. Use it after an update of vaughn, or when pages were read again.",
      .examples = {{"vaughn rebuild", "Everything in the database."}},
      .options = {db_option()},
      .exit_statuses = {{0, "Done."},
                        {2, "An error, or a command line not understood."},
                        {130, "Interrupted; sources derived until then are complete."}},
      .run = run};
}

}  // namespace vaughn::cli
