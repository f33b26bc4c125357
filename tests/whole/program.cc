// SPDX-License-Identifier: GPL-3.0-or-later
#include "whole/program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

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

}  // namespace

Outcome run_vaughn(const std::vector<std::string>& words, const std::filesystem::path& folder) {
  const TemporaryFolder scratch;
  const auto out = scratch.path() / "out";
  const auto err = scratch.path() / "err";
  FileActions actions;
  actions.open(0, "/dev/null", O_RDONLY);
  actions.open(1, out, O_WRONLY | O_CREAT | O_TRUNC);
  actions.open(2, err, O_WRONLY | O_CREAT | O_TRUNC);
  actions.run_in(folder);
  std::vector<std::string> arguments{"vaughn"};
  arguments.insert(arguments.end(), words.begin(), words.end());
  std::vector<std::string> variables = environment();
  pid_t child = 0;
  const int failure = posix_spawn(&child, VAUGHN_PROGRAM, actions.get(), nullptr, pointers(arguments).data(),
                                  pointers(variables).data());
  if (failure != 0) throw std::system_error(failure, std::generic_category(), VAUGHN_PROGRAM);
  const int status = wait_for(child);
  return {status, contents(out), contents(err)};
}

}  // namespace vaughn::whole
