// SPDX-License-Identifier: GPL-3.0-or-later
// The commands named in command_names.cmake; the definition is made by CMake.
#ifndef VAUGHN_CLI_COMMAND_LIST_H_
#define VAUGHN_CLI_COMMAND_LIST_H_

#include <vector>

#include "cli/command.h"

namespace vaughn::cli {

std::vector<Command> list_commands();

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_COMMAND_LIST_H_
