// SPDX-License-Identifier: GPL-3.0-or-later
#include "disruption/program.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <stdexcept>
#include <thread>

namespace vaughn::disruption {
namespace {

using std::chrono::milliseconds;

// Between fork and exec: nothing that allocates.
[[noreturn]] void become(char* const* words, int errors, std::optional<long> file_bytes) {
  ::setpgid(0, 0);
  const int nothing = ::open("/dev/null", O_RDWR);
  ::dup2(nothing, 0);
  ::dup2(nothing, 1);
  ::dup2(errors, 2);
  if (file_bytes) {
    // The soft limit alone, so that the program may set limits of its own for its workers.
    struct rlimit limit {};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = static_cast<rlim_t>(*file_bytes);
    ::setrlimit(RLIMIT_FSIZE, &limit);
    ::signal(SIGXFSZ, SIG_IGN);
  }
  ::execvp(words[0], words);
  ::_exit(127);
}

int shell_status(int status) {
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace

Program::Program(const std::vector<std::string>& words, std::optional<long> file_bytes)
    : errors_(::memfd_create("errors", MFD_CLOEXEC)) {
  std::vector<std::string> copies = words;
  std::vector<char*> pointers;
  for (std::string& word : copies) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  pid_ = ::fork();
  if (pid_ < 0) throw std::runtime_error("cannot fork");
  if (pid_ == 0) become(pointers.data(), errors_, file_bytes);
  ::setpgid(pid_, pid_);
}

Program::~Program() {
  if (is_running()) {
    send_to_group(SIGKILL);
    wait();
  }
  ::close(errors_);
}

bool Program::is_running() {
  int status = 0;
  if (!status_ && ::waitpid(pid_, &status, WNOHANG) == pid_) status_ = shell_status(status);
  return !status_;
}

void Program::send(int signal) const {
  ::kill(pid_, signal);
}

void Program::send_to_group(int signal) const {
  ::kill(-pid_, signal);
}

std::vector<pid_t> Program::children() const {
  const std::string id = std::to_string(pid_);
  std::ifstream list("/proc/" + id + "/task/" + id + "/children");
  std::vector<pid_t> found;
  for (pid_t child = 0; list >> child;) found.push_back(child);
  return found;
}

bool Program::ends_within(milliseconds time) {
  const auto until = std::chrono::steady_clock::now() + time;
  while (is_running()) {
    if (std::chrono::steady_clock::now() > until) return false;
    std::this_thread::sleep_for(milliseconds(2));
  }
  return true;
}

Ended Program::wait() {
  int status = 0;
  if (!status_ && ::waitpid(pid_, &status, 0) == pid_) status_ = shell_status(status);
  return {status_.value_or(-1), errors_so_far()};
}

std::string Program::errors_so_far() const {
  std::string errors;
  std::array<char, 4096> buffer;
  for (off_t from = 0;;) {
    const ssize_t got = ::pread(errors_, buffer.data(), buffer.size(), from);
    if (got <= 0) return errors;
    errors.append(buffer.data(), static_cast<std::size_t>(got));
    from += got;
  }
}

std::vector<std::string> vaughn_command(const std::vector<std::string>& words) {
  std::vector<std::string> command = {VAUGHN_PROGRAM};
  command.insert(command.end(), words.begin(), words.end());
  return command;
}

Ended vaughn(const std::vector<std::string>& words, std::optional<long> file_bytes) {
  return Program(vaughn_command(words), file_bytes).wait();
}

std::filesystem::path sample(const std::string& name) {
  return std::filesystem::path(VAUGHN_SOURCE_DIR) / "samples" / "release" / name;
}

}  // namespace vaughn::disruption
