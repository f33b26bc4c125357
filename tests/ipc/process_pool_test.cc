// SPDX-License-Identifier: GPL-3.0-or-later
// Several workers, their replacement, and interruptions.
#include <gmock/gmock.h>
#include <sys/time.h>

#include <csignal>
#include <set>
#include <thread>

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

std::vector<std::string> told(const std::vector<WorkerEvent>& events) {
  std::vector<std::string> words;
  for (const WorkerEvent& event : events) {
    const bool numbered = event.process > 0;
    const char* const kind = event.kind == WorkerEvent::Kind::kStarted ? "started"
                             : event.kind == WorkerEvent::Kind::kLost  ? "lost"
                                                                       : "recycled";
    words.push_back((numbered ? "" : "nobody ") + std::string(kind) + (event.cause.empty() ? "" : ": ") +
                    event.cause);
  }
  return words;
}

TEST_F(ProcessPool, ReplacesAWorkerThatHasGrown) {
  PoolLimits limits = roomy_limits();
  limits.resident_bytes = 1;
  Pool& pool = start("tells_its_pid", limits);
  for (int id = 0; id < 3; ++id) pool.submit(read_job(id, {0, 1}));
  const std::vector<std::string> pids = reasons(all_answers(pool));

  EXPECT_EQ(std::set<std::string>(pids.begin(), pids.end()).size(), 3u);
  EXPECT_EQ(pids[0], pids[1]);
  EXPECT_THAT(told(pool.take_worker_events()),
              ElementsAre("started", ::testing::StartsWith("recycled: it has grown to "), "started",
                          ::testing::StartsWith("recycled: it has grown to "), "started",
                          ::testing::StartsWith("recycled: it has grown to ")));
}

TEST_F(ProcessPool, LeavesAWorkerAsLargeAsItIsWhenTold) {
  PoolLimits limits = roomy_limits();
  limits.resident_bytes = 0;
  Pool& pool = start("tells_its_pid", limits);
  for (int id = 0; id < 3; ++id) pool.submit(read_job(id, {0}));
  const std::vector<std::string> pids = reasons(all_answers(pool));
  EXPECT_EQ(std::set<std::string>(pids.begin(), pids.end()).size(), 1u);
}

TEST_F(ProcessPool, TellsWhatBecameOfWorkersOnce) {
  Pool& pool = start("crashes");
  run(pool, read_job(1, {0, 1}));
  EXPECT_THAT(
      told(pool.take_worker_events()),
      ElementsAre("started", ::testing::HasSubstr("lost: the worker reading it was killed by SIGSEGV"),
                  "started", ::testing::HasSubstr("lost: ")));
  EXPECT_THAT(pool.take_worker_events(), ::testing::IsEmpty());
}

TEST_F(ProcessPool, KnowsHowLongItsWorkersWereBusy) {
  Pool& pool = start("slow", roomy_limits(), 2);
  EXPECT_EQ(pool.stats().seconds, 0);
  run(pool, read_job(1, {0, 1, 2}));  // three fifths of a second, for one of the two
  const PoolStats stats = pool.stats();

  ASSERT_EQ(stats.busy_seconds.size(), 2u);
  EXPECT_GE(stats.busy_seconds[0] + stats.busy_seconds[1], 0.6);
  EXPECT_EQ(std::min(stats.busy_seconds[0], stats.busy_seconds[1]), 0);
  EXPECT_GE(stats.seconds, 0.6);
  std::this_thread::sleep_for(milliseconds(50));
  EXPECT_EQ(pool.stats().seconds, stats.seconds) << "time without a job does not count";
}

Job job_about(const std::string& digest, int id) {
  Job job = read_job(id, {0});
  job.source.sha256 = digest;
  return job;
}

TEST_F(ProcessPool, GivesAWorkerTheJobsOfTheSourceItHasOpenFirst) {
  Pool& pool = start("honest");
  for (int id = 1; id <= 6; ++id) pool.submit(job_about(id % 2 == 1 ? "odd" : "even", id));
  std::string order;
  for (const Answer& answer : all_answers(pool))
    if (std::holds_alternative<JobDone>(answer.body)) order += std::to_string(answer.job);
  EXPECT_EQ(order, "135246");
}

TEST_F(ProcessPool, PassesNoJobOverForEver) {
  Pool& pool = start("honest");
  pool.submit(job_about("a", 0));
  pool.submit(job_about("b", 1000));
  for (int id = 1; id <= 30; ++id) pool.submit(job_about("a", id));
  int before = 0;
  for (const Answer& answer : all_answers(pool)) {
    if (answer.job == 1000) break;
    before += std::holds_alternative<JobDone>(answer.body) ? 1 : 0;
  }
  EXPECT_LT(before, 12);
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
