// SPDX-License-Identifier: GPL-3.0-or-later
// `vaughn help`. docs/commands/help.md.
#include "cli/help.h"

namespace vaughn::cli {
namespace {

int run(const ParsedOptions& parsed, Streams& streams) {
  if (parsed.arguments().empty())
    streams.out << overview();
  else
    streams.out << command_help(command_named(parsed.arguments().front()));
  return 0;
}

}  // namespace

Command help_command() {
  return {
      .name = "help",
      .summary = "explain vaughn or one of its commands",
      .description = "Without a COMMAND, lists the commands.",
      .examples = {{"vaughn help", "The commands."}, {"vaughn help search", "The options of one of them."}},
      .arguments = {{.name = "COMMAND",
                     .count = Count::kOptional,
                     .help = "The command to explain.",
                     .completes = Completes::kCommand}},
      .exit_statuses = {{0, "Done."}, {2, "There is no such command."}},
      .run = run};
}

}  // namespace vaughn::cli
