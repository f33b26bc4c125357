// SPDX-License-Identifier: GPL-3.0-or-later
// The binary, run as a user runs it: a process of its own, with what it printed and how it ended.
#ifndef VAUGHN_TESTS_WHOLE_PROGRAM_H_
#define VAUGHN_TESTS_WHOLE_PROGRAM_H_

#include <filesystem>
#include <string>
#include <vector>

namespace vaughn::whole {

struct Outcome {
  int status = -1;  // exit status; 128 + signal when it was killed
  std::string out, err;
};

// Runs `vaughn words...` in a folder, standard input empty, output into files. Of the environment it sees
// only what no test may change, so that colours, widths and databases of whoever runs the tests do not reach
// it, and the variables given ("NAME=value").
Outcome run_vaughn(const std::vector<std::string>& words, const std::filesystem::path& folder,
                   const std::vector<std::string>& variables = {});

// The same with standard output on a terminal of 80 columns that can show colours.
Outcome run_vaughn_on_terminal(const std::vector<std::string>& words, const std::filesystem::path& folder,
                               const std::vector<std::string>& variables = {});

}  // namespace vaughn::whole

#endif  // VAUGHN_TESTS_WHOLE_PROGRAM_H_
