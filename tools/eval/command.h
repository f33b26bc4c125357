// SPDX-License-Identifier: GPL-3.0-or-later
// Runs other programs and says what they printed and what they cost.
#ifndef VAUGHN_EVAL_COMMAND_H_
#define VAUGHN_EVAL_COMMAND_H_

#include <filesystem>
#include <string>
#include <vector>

namespace vaughn::eval {

struct CommandResult {
  int exit_status = 0;     // 128 + N when signal N ended it
  std::string output;      // its stdout
  std::string complaints;  // its stderr
  double cpu_seconds = 0;  // user and system, of it and of all descendants it waited for
};

// Looks `arguments[0]` up in PATH; stdin is empty. `environment` ("NAME=value") is added to our own. Threads
// may call it at the same time. Throws vaughn::Error (kSystem) when the program cannot be started.
CommandResult run_command(const std::vector<std::string>& arguments,
                          const std::vector<std::string>& environment = {});

// Whether PATH leads to such a program.
bool is_installed(const std::string& program);

// A folder of its own under the system's temporary one, removed with all that is in it.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace vaughn::eval

#endif  // VAUGHN_EVAL_COMMAND_H_
