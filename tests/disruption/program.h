// SPDX-License-Identifier: GPL-3.0-or-later
// A program run in a process group of its own, as a shell does it.
#ifndef VAUGHN_TESTS_DISRUPTION_PROGRAM_H_
#define VAUGHN_TESTS_DISRUPTION_PROGRAM_H_

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace vaughn::disruption {

struct Ended {
  int status = -1;     // as a shell gives it: 128 + the signal's number for one that was killed
  std::string errors;  // what it wrote to standard error
};

class Program {
 public:
  // files, when given, bounds the size of the files it may write, without a signal for the one too many.
  // words starts with the executable.
  explicit Program(const std::vector<std::string>& words, std::optional<long> file_bytes = {});
  // Kills what is still running.
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  bool is_running();
  void send(int signal) const;           // to it alone
  void send_to_group(int signal) const;  // to it and its children, as a terminal does
  std::vector<pid_t> children() const;
  // Waits that long for it to end; false when it is still running.
  bool ends_within(std::chrono::milliseconds time);
  Ended wait();
  std::string errors_so_far() const;

 private:
  pid_t pid_ = -1;
  std::optional<int> status_;
  int errors_ = -1;  // a file without a name
};

// Runs `vaughn words...` to its end.
Ended vaughn(const std::vector<std::string>& words, std::optional<long> file_bytes = {});
std::vector<std::string> vaughn_command(const std::vector<std::string>& words);

std::filesystem::path sample(const std::string& name);  // of samples/release; "" is the folder

}  // namespace vaughn::disruption

#endif  // VAUGHN_TESTS_DISRUPTION_PROGRAM_H_
