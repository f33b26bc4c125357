// SPDX-License-Identifier: GPL-3.0-or-later
// The program.
#ifndef VAUGHN_CLI_MAIN_H_
#define VAUGHN_CLI_MAIN_H_

namespace vaughn::cli {

// What main() calls. Data goes to standard output, everything else to standard error. Returns the exit status
// as docs/commands/vaughn.md lists them. Ignores SIGPIPE in the process from then on.
int run(int argc, char** argv);

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_MAIN_H_
