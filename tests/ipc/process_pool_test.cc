// SPDX-License-Identifier: GPL-3.0-or-later
// Several workers, their replacement, and interruptions.
#include <gmock/gmock.h>
#include <sys/time.h>

#include <csignal>
#include <set>

#include "ipc/pool_helpers.h"

namespace vaughn::ipc::testing {
namespace {

using ::testing::ElementsAre;

using ProcessPool = ProcessPoolTest;

std::vector<std::string> reasons(const std::vector<Answer>& answers) {
  std::vector<std::string> told;
  for (const Answer& answer : answers)
    if (const auto* read = std::get_if<PageRead>(&answer.body)) told.push_back(read->reading.reason);
  return told;
}

TEST_F(ProcessPool, KeepsTheOrderInsideEachJobWithSeveralWorkers) {
  Pool& pool = start("honest", roomy_limits(), 3);
  for (int id = 0; id < 30; ++id) pool.submit(read_job(id, {0, 1, 2}));
  const std::vector<Answer> answers = all_answers(pool);
  for (int id = 0; id < 30; ++id)
    EXPECT_THAT(summaries(answers, id), ElementsAre("read 0", "read 1", "read 2", "done")) << id;
}

TEST_F(ProcessPool, LosesNothingToCrashesWithSeveralWorkers) {
  Pool& pool = start("crashes", roomy_limits(), 3);
  for (int id = 0; id < 12; ++id) pool.submit(read_job(id, {0, 1, 2}));
  const std::vector<Answer> answers = all_answers(pool);
  for (int id = 0; id < 12; ++id)
    EXPECT_THAT(summaries(answers, id), ElementsAre("read 0", "failed 1 crashed", "read 2", "done")) << id;
}

TEST_F(ProcessPool, SaysHowManyJobsCanBeUnderWay) {
  EXPECT_EQ(start("honest", roomy_limits(), 3).workers(), 3);
}

TEST_F(ProcessPool, KeepsAWorkerFromJobToJob) {
  Pool& pool = start("tells_its_pid");
  for (int id = 0; id < 3; ++id) pool.submit(read_job(id, {0, 1}));
  const std::vector<std::string> pids = reasons(all_answers(pool));
  EXPECT_EQ(std::set<std::string>(pids.begin(), pids.end()).size(), 1u);
}

TEST_F(ProcessPool, ReplacesAWorkerAfterItsShareOfPages) {
  PoolLimits limits = roomy_limits();
  limits.pages_per_worker = 2;
  Pool& pool = start("tells_its_pid", limits);
  pool.submit(read_job(1, {0, 1, 2, 3, 4}));
  pool.submit(read_job(2, {5}));
  const std::vector<std::string> pids = reasons(all_answers(pool));

  ASSERT_EQ(pids.size(), 6u);
  EXPECT_EQ(pids[0], pids[1]);
  EXPECT_NE(pids[1], pids[2]);
  EXPECT_EQ(pids[2], pids[3]);
  EXPECT_NE(pids[3], pids[4]);
  EXPECT_EQ(pids[4], pids[5]) << "the second job finishes the share the first one left";
}

TEST_F(ProcessPool, SaysWhenNothingCameInTime) {
  Pool& pool = start("hangs");
  pool.submit(read_job(1, {kBadPage.value()}));
  EXPECT_TRUE(std::holds_alternative<Timeout>(pool.next(milliseconds(0))));
  EXPECT_TRUE(std::holds_alternative<Timeout>(pool.next(milliseconds(50))));
}

TEST_F(ProcessPool, LeavesNothingBehindWhenDestroyedAtWork) {
  Pool& pool = start("hangs", roomy_limits(), 2);
  pool.submit(read_job(1, {0, 1}));
  pool.submit(read_job(2, {0, 1}));
  EXPECT_TRUE(std::holds_alternative<Answer>(pool.next(std::chrono::minutes(1))));
  pool_.reset();
  EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1);
}

// Signals that interrupt system calls all the time, as a profiler's would.
class Interruptions {
 public:
  Interruptions() {
    struct sigaction action {};
    action.sa_handler = [](int) {};  // without SA_RESTART
    ::sigaction(SIGALRM, &action, &before_);
    set_every_microseconds(500);
  }
  ~Interruptions() {
    set_every_microseconds(0);
    ::sigaction(SIGALRM, &before_, nullptr);
  }

 private:
  static void set_every_microseconds(int period) {
    const itimerval timer{{0, period}, {0, period}};
    ::setitimer(ITIMER_REAL, &timer, nullptr);
  }
  struct sigaction before_ {};
};

TEST_F(ProcessPool, TakesNoNoticeOfInterruptedSystemCalls) {
  const Interruptions interruptions;
  Pool& pool = start("crashes", roomy_limits(), 2);
  for (int id = 0; id < 4; ++id) pool.submit(read_job(id, {0, 1, 2}));
  const std::vector<Answer> answers = all_answers(pool);
  for (int id = 0; id < 4; ++id)
    EXPECT_THAT(summaries(answers, id), ElementsAre("read 0", "failed 1 crashed", "read 2", "done")) << id;
}

TEST_F(ProcessPool, RetriesThePageAtHandEvenWhenCancelled) {
  Pool& pool = start("crashes");
  pool.submit(read_job(1, {0, 1, 2}));
  const auto first = pool.next(std::chrono::minutes(1));
  pool.cancel();
  EXPECT_EQ(summary(std::get<Answer>(first)), "read 0");
  EXPECT_THAT(summaries(all_answers(pool), 1), ElementsAre("failed 1 crashed", "done"));
}

TEST_F(ProcessPool, DoesNotWaitForPagesNobodyWantsAnyMore) {
  Pool& pool = start("hangs");
  pool.submit(read_job(1, {2, 0, 1}));
  pool.next(std::chrono::minutes(1));
  pool.cancel();
  EXPECT_THAT(summaries(all_answers(pool), 1), ElementsAre("read 0", "done"));
}

}  // namespace
}  // namespace vaughn::ipc::testing
