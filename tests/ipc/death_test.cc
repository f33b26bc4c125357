// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc/death.h"

#include <gmock/gmock.h>

#include <csignal>

namespace vaughn::ipc {
namespace {

using ::testing::HasSubstr;

constexpr int exited(int status) {
  return status << 8;
}

struct DeathCase {
  std::optional<int> status;
  const char* said;
  ProblemKind kind;
  const char* cause;
};

TEST(ProblemOfDeath, SaysHowTheWorkerEnded) {
  const DeathCase cases[] = {
      {SIGSEGV, "", ProblemKind::kCrashed, "was killed by SIGSEGV"},
      {SIGXCPU, "", ProblemKind::kCrashed, "was killed by SIGXCPU"},
      {exited(0), "", ProblemKind::kCrashed, "ended with exit status 0"},
      {exited(3), "so long\n", ProblemKind::kCrashed, "exit status 3; its last message was: so long"},
      {std::nullopt, "", ProblemKind::kCrashed, "hung up and went on running"},
      {exited(kExitOutOfMemory), "", ProblemKind::kOutOfMemory, "its limit is 64 MiB"},
      {SIGABRT, "terminate called\n  what():  std::bad_alloc\n", ProblemKind::kOutOfMemory,
       "ran out of memory"},
      {exited(1), "Out of memory\n", ProblemKind::kOutOfMemory, "ran out of memory"},
      {SIGABRT, "assertion failed\n", ProblemKind::kCrashed, "was killed by SIGABRT"},
      {SIGSEGV, "out of memory\n", ProblemKind::kCrashed, "was killed by SIGSEGV"},
  };
  PoolLimits limits;
  limits.address_space_bytes = std::size_t{64} << 20;
  for (const DeathCase& example : cases) {
    const Problem problem = problem_of_death(example.status, example.said, limits);
    EXPECT_EQ(problem.kind, example.kind) << example.cause;
    EXPECT_THAT(problem.cause, HasSubstr(example.cause));
  }
}

TEST(ProblemOfDeath, SuspectsMemoryWhenTheSystemKilledTheWorker) {
  EXPECT_THAT(problem_of_death(SIGKILL, "", {}).advice, HasSubstr("-j"));
}

TEST(ProblemOfTimeout, NamesTheLimitAndTheOption) {
  PoolLimits limits;
  limits.page_timeout = std::chrono::milliseconds(1500);
  const Problem problem = problem_of_timeout(limits, "");
  EXPECT_EQ(problem.kind, ProblemKind::kTimedOut);
  EXPECT_THAT(problem.cause, HasSubstr("1.5 s"));
  EXPECT_THAT(problem.advice, HasSubstr("--page-timeout"));
}

}  // namespace
}  // namespace vaughn::ipc
