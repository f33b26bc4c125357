// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/command.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "vaughn/base/error.h"
#include "vaughn/base/strings.h"
#include "vaughn/base/unique_fd.h"

namespace vaughn::eval {
namespace {

namespace fs = std::filesystem;

struct Pipe {
  UniqueFd read_end, write_end;
};

Pipe make_pipe() {
  std::array<int, 2> ends{};
  // Closed on exec, or a program started by another thread meanwhile would keep our end open.
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw Error(ErrorCode::kSystem, "cannot open a pipe");
  return {UniqueFd(ends[0]), UniqueFd(ends[1])};
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> all;
  for (std::string& string : strings) all.push_back(string.data());
  all.push_back(nullptr);
  return all;
}

std::vector<std::string> environment_with(const std::vector<std::string>& added) {
  std::vector<std::string> all = added;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string name = std::string(*entry).substr(0, std::string_view(*entry).find('=') + 1);
    bool replaced = false;
    for (const std::string& one : added) replaced = replaced || one.starts_with(name);
    if (!replaced) all.emplace_back(*entry);
  }
  return all;
}

// Both at once: a program that fills one pipe while we wait for the other would hang.
void drain(const UniqueFd& first, std::string* first_text, const UniqueFd& second, std::string* second_text) {
  std::array<pollfd, 2> waiting = {{{first.get(), POLLIN, 0}, {second.get(), POLLIN, 0}}};
  const std::array<std::string*, 2> texts = {first_text, second_text};
  std::array<char, 65536> buffer{};
  while (waiting[0].fd >= 0 || waiting[1].fd >= 0) {
    if (poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) return;
    for (std::size_t i = 0; i < waiting.size(); ++i) {
      if (waiting[i].fd < 0 || waiting[i].revents == 0) continue;
      const ssize_t size = read(waiting[i].fd, buffer.data(), buffer.size());
      if (size > 0)
        texts[i]->append(buffer.data(), static_cast<std::size_t>(size));
      else if (size == 0 || errno != EINTR)
        waiting[i].fd = -1;
    }
  }
}

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

}  // namespace

CommandResult run_command(const std::vector<std::string>& arguments,
                          const std::vector<std::string>& environment) {
  std::vector<std::string> argument_strings = arguments, variables = environment_with(environment);
  Pipe output = make_pipe(), complaints = make_pipe();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, output.write_end.get(), 1);
  posix_spawn_file_actions_adddup2(&actions, complaints.write_end.get(), 2);
  pid_t child = 0;
  const int refused = posix_spawnp(&child, arguments.at(0).c_str(), &actions, nullptr,
                                   pointers(argument_strings).data(), pointers(variables).data());
  posix_spawn_file_actions_destroy(&actions);
  if (refused != 0)
    throw Error(ErrorCode::kSystem, "cannot run " + arguments[0] + ": " + std::strerror(refused));
  output.write_end.reset();
  complaints.write_end.reset();
  CommandResult result;
  drain(output.read_end, &result.output, complaints.read_end, &result.complaints);
  int status = 0;
  rusage usage{};
  while (wait4(child, &status, 0, &usage) < 0 && errno == EINTR) {
  }
  result.exit_status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  result.cpu_seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
  return result;
}

bool is_installed(const std::string& program) {
  const char* path = std::getenv("PATH");
  for (const std::string& folder : split(path == nullptr ? "/usr/bin:/bin" : path, ':'))
    if (access((fs::path(folder) / program).c_str(), X_OK) == 0) return true;
  return false;
}

TemporaryFolder::TemporaryFolder() {
  std::string name = (fs::temp_directory_path() / "vaughn-eval-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw Error(ErrorCode::kSystem, "cannot make a folder like " + name);
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace vaughn::eval
