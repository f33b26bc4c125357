// SPDX-License-Identifier: GPL-3.0-or-later
// From words to ParsedOptions by a command's table; parse.cc is the one file that uses Boost.Program_options.
#ifndef VAUGHN_CLI_PARSE_H_
#define VAUGHN_CLI_PARSE_H_

#include <string>
#include <vector>

#include "cli/command.h"

namespace vaughn::cli {

// Throws Error(kUsage): unknown option, missing or superfluous value, a value that is not allowed, too few or
// too many arguments. With --help among the words the arguments are not counted. Long options cannot be
// shortened: a script that relied on it would break when an option is added.
ParsedOptions parse(const Command& command, const std::vector<std::string>& words);

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_PARSE_H_
