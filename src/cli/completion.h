// SPDX-License-Identifier: GPL-3.0-or-later
// Completion scripts made from the command table, so that they cannot fall behind it. Hidden commands are
// left out.
#ifndef VAUGHN_CLI_COMPLETION_H_
#define VAUGHN_CLI_COMPLETION_H_

#include <string>
#include <vector>

#include "cli/command.h"

namespace vaughn::cli {

std::string bash_completion(const std::vector<Command>& commands);
std::string zsh_completion(const std::vector<Command>& commands);
std::string fish_completion(const std::vector<Command>& commands);

// 'text' for a shell of the Bourne kind.
std::string shell_quoted(const std::string& text);

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_COMPLETION_H_
