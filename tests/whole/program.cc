// SPDX-License-Identifier: GPL-3.0-or-later
#include "whole/program.h"

#include <fcntl.h>
#include <pty.h>
#include <spawn.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>

#include "support/temporary_folder.h"

namespace vaughn::whole {
namespace {

std::string contents(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> environment() {
  std::vector<std::string> kept{"LC_ALL=C.UTF-8"};
  for (const char* name : {"PATH", "HOME", "TMPDIR", "TESSDATA_PREFIX", "ASAN_OPTIONS", "LSAN_OPTIONS"}) {
    if (const char* value = std::getenv(name)) kept.push_back(std::string(name) + "=" + value);
  }
  return kept;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> result;
  for (std::string& word : words) result.push_back(word.data());
  result.push_back(nullptr);
  return result;
}

class FileActions {
 public:
  FileActions() { posix_spawn_file_actions_init(&actions_); }
  ~FileActions() { posix_spawn_file_actions_destroy(&actions_); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;

  void run_in(const std::filesystem::path& folder) {
    posix_spawn_file_actions_addchdir_np(&actions_, folder.c_str());
  }
  void open(int descriptor, const std::filesystem::path& path, int flags) {
    posix_spawn_file_actions_addopen(&actions_, descriptor, path.c_str(), flags, 0600);
  }
  void duplicate(int from, int to) { posix_spawn_file_actions_adddup2(&actions_, from, to); }
  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_;
};

int wait_for(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) throw std::system_error(errno, std::generic_category(), "waitpid");
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

pid_t start(const std::vector<std::string>& words, const std::vector<std::string>& variables,
            const FileActions& actions) {
  std::vector<std::string> arguments{"vaughn"};
  arguments.insert(arguments.end(), words.begin(), words.end());
  std::vector<std::string> all = environment();
  all.insert(all.end(), variables.begin(), variables.end());
  pid_t child = 0;
  const int failure = posix_spawn(&child, VAUGHN_PROGRAM, actions.get(), nullptr, pointers(arguments).data(),
                                  pointers(all).data());
  if (failure != 0) throw std::system_error(failure, std::generic_category(), VAUGHN_PROGRAM);
  return child;
}

// A pseudo-terminal that passes every byte on as it is.
class Terminal {
 public:
  Terminal() {
    termios settings{};
    cfmakeraw(&settings);
    const winsize size{.ws_row = 24, .ws_col = 80, .ws_xpixel = 0, .ws_ypixel = 0};
    if (openpty(&our_side_, &program_side_, nullptr, &settings, &size) != 0) {
      throw std::system_error(errno, std::generic_category(), "openpty");
    }
    fcntl(our_side_, F_SETFD, FD_CLOEXEC);
    fcntl(program_side_, F_SETFD, FD_CLOEXEC);
  }
  ~Terminal() {
    close(our_side_);
    if (program_side_ >= 0) close(program_side_);
  }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  int program_side() const { return program_side_; }

  // Once the program has its side: everything it prints until it ends.
  std::string read_to_end() {
    close(program_side_);
    program_side_ = -1;
    std::string result;
    std::array<char, 4096> buffer;
    for (ssize_t count; (count = read(our_side_, buffer.data(), buffer.size())) > 0;) {
      result.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return result;  // reading fails with EIO when the other side is closed
  }

 private:
  int our_side_ = -1, program_side_ = -1;
};

}  // namespace

Outcome run_vaughn(const std::vector<std::string>& words, const std::filesystem::path& folder,
                   const std::vector<std::string>& variables) {
  const TemporaryFolder scratch;
  const auto out = scratch.path() / "out";
  const auto err = scratch.path() / "err";
  FileActions actions;
  actions.open(0, "/dev/null", O_RDONLY);
  actions.open(1, out, O_WRONLY | O_CREAT | O_TRUNC);
  actions.open(2, err, O_WRONLY | O_CREAT | O_TRUNC);
  actions.run_in(folder);
  const int status = wait_for(start(words, variables, actions));
  return {status, contents(out), contents(err)};
}

Outcome run_vaughn_on_terminal(const std::vector<std::string>& words, const std::filesystem::path& folder,
                               const std::vector<std::string>& variables) {
  const TemporaryFolder scratch;
  const auto err = scratch.path() / "err";
  Terminal terminal;
  FileActions actions;
  actions.open(0, "/dev/null", O_RDONLY);
  actions.duplicate(terminal.program_side(), 1);
  actions.open(2, err, O_WRONLY | O_CREAT | O_TRUNC);
  actions.run_in(folder);
  std::vector<std::string> all{"TERM=xterm"};
  all.insert(all.end(), variables.begin(), variables.end());
  const pid_t child = start(words, all, actions);
  const std::string out = terminal.read_to_end();
  const int status = wait_for(child);
  return {status, out, contents(err)};
}

}  // namespace vaughn::whole
