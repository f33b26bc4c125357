// SPDX-License-Identifier: GPL-3.0-or-later
// The program with its streams as a parameter; include/vaughn/cli/main.h is the same on the process's own.
#ifndef VAUGHN_CLI_PRIVATE_MAIN_H_
#define VAUGHN_CLI_PRIVATE_MAIN_H_

#include <string>
#include <vector>

#include "cli/streams.h"

namespace vaughn::cli {

// words: without the program's name. Returns the exit status; lets no vaughn::Error out.
int run(const std::vector<std::string>& words, Streams& streams);

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_PRIVATE_MAIN_H_
