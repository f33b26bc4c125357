// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc/death.h"

#include <fmt/format.h>
#include <sys/wait.h>

#include <csignal>
#include <cstring>

#include "ipc/stderr_tail.h"
#include "vaughn/base/strings.h"

namespace vaughn::ipc {
namespace {

// C++ code that may not throw turns a failed allocation into abort(); so do the C libraries. They say so
// first.
bool speaks_of_memory(std::string_view stderr_text) {
  const std::string line = to_lower_ascii(last_line(stderr_text));
  for (const char* sign : {"bad_alloc", "out of memory", "cannot allocate memory"})
    if (line.find(sign) != std::string::npos) return true;
  return false;
}

bool ran_out_of_memory(std::optional<int> status, std::string_view stderr_text) {
  if (!status) return false;
  const int wait_status = *status;
  if (WIFEXITED(wait_status) && WEXITSTATUS(wait_status) == kExitOutOfMemory) return true;
  const bool gave_up = (WIFEXITED(wait_status) && WEXITSTATUS(wait_status) != 0) ||
                       (WIFSIGNALED(wait_status) && WTERMSIG(wait_status) == SIGABRT);
  return gave_up && speaks_of_memory(stderr_text);
}

std::string seconds(std::chrono::milliseconds time) {
  return fmt::format("{:g} s", static_cast<double>(time.count()) / 1000);
}

}  // namespace

std::string with_last_words(std::string cause, std::string_view stderr_text) {
  if (const std::string line = last_line(stderr_text); !line.empty())
    cause += "; its last message was: " + line;
  return cause;
}

std::string how_it_ended(std::optional<int> status) {
  if (!status) return "hung up and went on running";
  const int wait_status = *status;
  if (WIFSIGNALED(wait_status)) {
    const char* name = ::sigabbrev_np(WTERMSIG(wait_status));
    return name != nullptr ? fmt::format("was killed by SIG{}", name)
                           : fmt::format("was killed by signal {}", WTERMSIG(wait_status));
  }
  return fmt::format("ended with exit status {}", WEXITSTATUS(wait_status));
}

Problem problem_of_death(std::optional<int> wait_status, std::string_view stderr_text,
                         const PoolLimits& limits) {
  if (ran_out_of_memory(wait_status, stderr_text)) {
    const std::string limit = limits.address_space_bytes == 0
                                  ? ""
                                  : fmt::format(" (its limit is {} MiB)", limits.address_space_bytes >> 20);
    return {ProblemKind::kOutOfMemory, "the worker reading it ran out of memory" + limit,
            "Try a lower --max-megapixels."};
  }
  const bool killed = wait_status && WIFSIGNALED(*wait_status) && WTERMSIG(*wait_status) == SIGKILL;
  return {ProblemKind::kCrashed,
          with_last_words("the worker reading it " + how_it_ended(wait_status), stderr_text),
          killed ? "The system may have run short of memory: try fewer workers with -j."
                 : "Open the file in a viewer, save it anew, and read that copy."};
}

Problem problem_of_timeout(const PoolLimits& limits, std::string_view stderr_text) {
  return {ProblemKind::kTimedOut,
          with_last_words("no answer within the limit of " + seconds(limits.page_timeout), stderr_text),
          "Give it longer with --page-timeout."};
}

Problem problem_of_nonsense(std::string_view why) {
  return {ProblemKind::kGarbled, fmt::format("the worker's answer makes no sense: {}", why),
          "Open the file in a viewer, save it anew, and read that copy."};
}

}  // namespace vaughn::ipc
