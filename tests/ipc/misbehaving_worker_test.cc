// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a worker does costs the page it does it on, and nothing else.
#include <gmock/gmock.h>

#include <ostream>
#include <string>
#include <thread>

#include "ipc/pool_helpers.h"

namespace vaughn::ipc::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

struct Case {
  std::string behaviour;
  std::string kind;
  std::string cause;  // part of it
};

void PrintTo(const Case& example, std::ostream* out) {
  *out << example.behaviour;
}

PoolLimits limits_for(const std::string& behaviour) {
  PoolLimits limits = roomy_limits();
  if (behaviour.starts_with("hangs_") || behaviour == "hangs") limits.page_timeout = milliseconds(500);
  if (behaviour == "hangs_up") limits.page_timeout = milliseconds(120'000);
  if (behaviour == "allocates_without_end") limits.address_space_bytes = std::size_t{256} << 20;
  if (behaviour == "writes_a_huge_file") limits.file_size_bytes = std::size_t{2} << 20;
  return limits;
}

class MisbehavingWorker : public ProcessPoolTest, public ::testing::WithParamInterface<Case> {
 protected:
  void SetUp() override {
    if (GetParam().behaviour == "allocates_without_end" && !kMemoryCanBeLimited) GTEST_SKIP();
    ProcessPoolTest::SetUp();
    start(GetParam().behaviour, limits_for(GetParam().behaviour));
  }
  void TearDown() override {
    if (!IsSkipped()) ProcessPoolTest::TearDown();
  }
};

TEST_P(MisbehavingWorker, CostsOnlyThePageItWasAt) {
  pool_->submit(read_job(7, {0, 1, 2, 3}));
  const std::vector<Answer> answers = all_answers(*pool_);

  EXPECT_THAT(summaries(answers, 7),
              ElementsAre("read 0", "failed 1 " + GetParam().kind, "read 2", "read 3", "done"));
  EXPECT_THAT(problem_among(answers).cause, HasSubstr(GetParam().cause));
}

TEST_P(MisbehavingWorker, CostsOnlyTheDescriptionItWasAt) {
  pool_->submit(describe_job(8));
  pool_->submit(read_job(9, {2}));
  const std::vector<Answer> answers = all_answers(*pool_);

  EXPECT_THAT(summaries(answers, 8), ElementsAre("source failed " + GetParam().kind, "done"));
  EXPECT_THAT(summaries(answers, 9), ElementsAre("read 2", "done"));
}

INSTANTIATE_TEST_SUITE_P(
    Each, MisbehavingWorker,
    ::testing::Values(Case{"allocates_without_end", "out-of-memory", "its limit is 256 MiB"},
                      Case{"answers_for_another_job", "garbled", "not what was asked for"},
                      Case{"answers_wrong_kind", "garbled", "not what was asked for"},
                      Case{"answers_wrong_page", "garbled", "not what was asked for"},
                      Case{"bad_utf8", "garbled", "could not be decoded"},
                      Case{"chatters_then_crashes", "crashed",
                           "killed by SIGABRT; its last message was: the last straw"},
                      Case{"crashes", "crashed", "killed by SIGSEGV; its last message was: about to crash"},
                      Case{"dies_in_mid_frame", "crashed", "killed by SIGKILL"},
                      Case{"ends_early", "garbled", "not what was asked for"},
                      Case{"exits_silently", "crashed", "ended with exit status 0"},
                      Case{"fails_without_memory_in_noexcept", "out-of-memory", "ran out of memory"},
                      Case{"garbage_frame", "garbled", "not in the form agreed on"},
                      Case{"hangs", "timed-out", "limit of 0.5 s"},
                      Case{"hangs_in_mid_frame", "timed-out", "limit of 0.5 s"},
                      Case{"hangs_up", "crashed", "hung up and went on running"},
                      Case{"huge_frame_length", "garbled", "at most 268435456"},
                      Case{"out_of_memory", "out-of-memory", "ran out of memory"},
                      Case{"says_hello_again", "garbled", "out of turn"},
                      Case{"throws", "crashed", "no such dictionary entry"},
                      Case{"writes_a_huge_file", "crashed", "killed by SIGXFSZ"}),
    [](const auto& instance) { return instance.param.behaviour; });

using LessBadWorker = ProcessPoolTest;

TEST_F(LessBadWorker, CrashingOnceCostsNothing) {
  EXPECT_THAT(run(start("crashes_once"), read_job(1, {0, 1, 2})),
              ElementsAre("read 0", "read 1", "read 2", "done"));
}

TEST_F(LessBadWorker, CrashingOnceOnADescriptionCostsNothing) {
  EXPECT_THAT(run(start("crashes_once"), describe_job(1)), ElementsAre("described 4", "done"));
}

TEST_F(LessBadWorker, CrashingOnTwoPagesInARowCostsBoth) {
  EXPECT_THAT(run(start("crashes_on_two_pages"), read_job(1, {0, 1, 2, 3})),
              ElementsAre("read 0", "failed 1 crashed", "failed 2 crashed", "read 3", "done"));
}

TEST_F(LessBadWorker, CrashingAfterItsLastAnswerCostsNothing) {
  Pool& pool = start("crashes_after_last_answer");
  EXPECT_THAT(run(pool, read_job(1, {0, 1})), ElementsAre("read 0", "read 1", "done"));
  EXPECT_THAT(run(pool, describe_job(2)), ElementsAre("described 4", "done"));
}

TEST_F(LessBadWorker, AnsweringTwiceCostsNothing) {
  Pool& pool = start("answers_twice");
  EXPECT_THAT(run(pool, read_job(1, {0, 1, 2})), ElementsAre("read 0", "read 1", "read 2", "done"));
  EXPECT_THAT(run(pool, describe_job(2)), ElementsAre("described 4", "done"));
}

TEST_F(LessBadWorker, TalkingAfterTheEndCostsNothing) {
  Pool& pool = start("talks_after_done");
  EXPECT_THAT(run(pool, read_job(1, {0, 1})), ElementsAre("read 0", "read 1", "done"));
  EXPECT_THAT(run(pool, read_job(2, {2, 3})), ElementsAre("read 2", "read 3", "done"));
}

TEST_F(LessBadWorker, ChatteringOnStdoutAndStderrCostsNothing) {
  EXPECT_THAT(run(start("chatters"), read_job(1, {0, 1})), ElementsAre("read 0", "read 1", "done"));
}

TEST_F(LessBadWorker, DyingBetweenJobsCostsNothing) {
  Pool& pool = start("dies_between_jobs");
  EXPECT_THAT(run(pool, read_job(1, {0, 1})), ElementsAre("read 0", "read 1", "done"));
  std::this_thread::sleep_for(milliseconds(200));
  EXPECT_THAT(run(pool, read_job(2, {2, 3})), ElementsAre("read 2", "read 3", "done"));
}

TEST_F(LessBadWorker, IsNotQuotedOnAnotherPage) {
  start("warns_then_exits").submit(read_job(1, {0, 1}));
  const std::string cause = problem_among(all_answers(*pool_)).cause;
  EXPECT_THAT(cause, HasSubstr("exit status 4"));
  EXPECT_THAT(cause, Not(HasSubstr("odd")));
}

TEST_F(LessBadWorker, SlowPagesHaveADeadlineEach) {
  PoolLimits limits = roomy_limits();
  limits.page_timeout = milliseconds(1000);
  EXPECT_THAT(run(start("slow", limits), read_job(1, {0, 1, 2, 3, 4, 5})),
              ElementsAre("read 0", "read 1", "read 2", "read 3", "read 4", "read 5", "done"));
}

TEST_F(LessBadWorker, ReadsAPageThatTakesTooLongAtALowerResolution) {
  PoolLimits limits = roomy_limits();
  limits.page_timeout = milliseconds(500);
  start("too_fine_for_the_time", limits).submit(read_job(1, {0, 1, 2}));
  const std::vector<Answer> answers = all_answers(*pool_);
  EXPECT_THAT(summaries(answers, 1), ElementsAre("read 0", "read 1", "read 2", "done"));
  EXPECT_EQ(std::get<PageRead>(answers.at(1).body).reading.reason,
            "after: no answer within the limit of 0.5 s");
}

TEST_F(LessBadWorker, TimeOutsSayWhatToDo) {
  PoolLimits limits = roomy_limits();
  limits.page_timeout = milliseconds(300);
  start("hangs", limits).submit(describe_job(1));
  EXPECT_THAT(problem_among(all_answers(*pool_)).advice, HasSubstr("--page-timeout"));
}

}  // namespace
}  // namespace vaughn::ipc::testing
