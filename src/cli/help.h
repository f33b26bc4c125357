// SPDX-License-Identifier: GPL-3.0-or-later
// What --help and `vaughn help` print, made from the command table. 80 columns, plain text, so that it reads
// the same on a terminal, in a mail and aloud.
#ifndef VAUGHN_CLI_HELP_H_
#define VAUGHN_CLI_HELP_H_

#include <string>

#include "cli/command.h"

namespace vaughn::cli {

// The commands and where to go on from there.
std::string overview();

// Examples first, then usage, options by group, exit status.
std::string command_help(const Command& command);

// "-j, --jobs N", or "    --db FILE" without a short name.
std::string option_heading(const Option& option);

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_HELP_H_
