// SPDX-License-Identifier: GPL-3.0-or-later
// What a submitter may rely on, whichever pool it was given.
#include <gmock/gmock.h>

#include "ipc/pool_helpers.h"

namespace vaughn::ipc::testing {
namespace {

using ::testing::ElementsAre;

enum class PoolKind { kProcesses, kInline };

class BothPools : public ProcessPoolTest, public ::testing::WithParamInterface<PoolKind> {
 protected:
  Pool& start_pool(const std::string& behaviour, const Handler& handler) {
    if (GetParam() == PoolKind::kProcesses) return start(behaviour);
    pool_ = make_inline_pool(handler);
    return *pool_;
  }
};

TEST_P(BothPools, AnswerPagesInTheOrderAskedAndEndWithDone) {
  EXPECT_THAT(run(start_pool("honest", honest), read_job(5, {3, 0, 2})),
              ElementsAre("read 3", "read 0", "read 2", "done"));
}

TEST_P(BothPools, DescribeASource) {
  EXPECT_THAT(run(start_pool("honest", honest), describe_job(5)), ElementsAre("described 4", "done"));
}

TEST_P(BothPools, BringReadingsWhole) {
  Pool& pool = start_pool("honest", honest);
  pool.submit(read_job(5, {2}));
  EXPECT_EQ(all_answers(pool).front(), (Answer{5, PageRead{honest_reading(PageIndex(2))}}));
}

TEST_P(BothPools, TryAPageThatIsTooMuchAtALowerResolutionAndOnlyThatPage) {
  Pool& pool = start_pool("too_fine_for_memory", too_fine_for_memory);
  pool.submit(read_job(5, {0, 1, 2}));
  const std::vector<Answer> answers = all_answers(pool);
  EXPECT_THAT(summaries(answers, 5), ElementsAre("read 0", "read 1", "read 2", "done"));
  EXPECT_THAT(std::get<PageRead>(answers.at(1).body).reading.reason,
              ::testing::HasSubstr("ran out of memory"));
  EXPECT_EQ(std::get<PageRead>(answers.at(2).body).reading.reason, "");
}

TEST_P(BothPools, AreIdleWithoutWorkAndAfterIt) {
  Pool& pool = start_pool("honest", honest);
  EXPECT_TRUE(std::holds_alternative<Idle>(pool.next(milliseconds(0))));
  run(pool, read_job(1, {0}));
  EXPECT_TRUE(std::holds_alternative<Idle>(pool.next(milliseconds(0))));
}

TEST_P(BothPools, TakeJobsWhileOthersAreUnderWay) {
  Pool& pool = start_pool("honest", honest);
  pool.submit(read_job(1, {0, 1}));
  const auto first = pool.next(std::chrono::minutes(1));
  pool.submit(describe_job(2));
  const std::vector<Answer> rest = all_answers(pool);

  EXPECT_EQ(summary(std::get<Answer>(first)), "read 0");
  EXPECT_THAT(summaries(rest, 1), ElementsAre("read 1", "done"));
  EXPECT_THAT(summaries(rest, 2), ElementsAre("described 4", "done"));
}

TEST_P(BothPools, StopAtTheDoorTextThatIsNotUtf8) {
  EXPECT_THAT(run(start_pool("bad_utf8", bad_utf8), read_job(1, {0, 1, 2})),
              ElementsAre("read 0", "failed 1 garbled", "read 2", "done"));
}

TEST_P(BothPools, TakeAnotherPageThanTheOneAskedForNonsense) {
  EXPECT_THAT(run(start_pool("answers_wrong_page", answers_wrong_page), read_job(1, {0, 1, 2})),
              ElementsAre("read 0", "failed 1 garbled", "read 2", "done"));
}

TEST_P(BothPools, TakeAMissingAnswerForNonsense) {
  EXPECT_THAT(run(start_pool("ends_early", ends_early), read_job(1, {0, 1, 2})),
              ElementsAre("read 0", "failed 1 garbled", "read 2", "done"));
}

TEST_P(BothPools, KeepWhatWasAnsweredOnce) {
  EXPECT_THAT(run(start_pool("answers_twice", answers_twice), read_job(1, {0, 1, 2})),
              ElementsAre("read 0", "read 1", "read 2", "done"));
}

TEST_P(BothPools, RecordThatMemoryRanOut) {
  EXPECT_THAT(run(start_pool("out_of_memory", out_of_memory), read_job(1, {0, 1, 2})),
              ElementsAre("read 0", "failed 1 out-of-memory", "read 2", "done"));
}

TEST_P(BothPools, StopACancelledJobAfterThePageItIsAt) {
  Pool& pool = start_pool("honest", honest);
  pool.submit(read_job(1, {0, 1, 2, 3}));
  pool.submit(read_job(2, {0}));
  const auto first = pool.next(std::chrono::minutes(1));
  pool.cancel();
  const std::vector<Answer> rest = all_answers(pool);

  EXPECT_EQ(summary(std::get<Answer>(first)), "read 0");
  EXPECT_THAT(summaries(rest, 1), ElementsAre("read 1", "done"));
  EXPECT_THAT(summaries(rest, 2), ElementsAre());
}

TEST_P(BothPools, GoOnToWorkAfterACancel) {
  Pool& pool = start_pool("honest", honest);
  pool.submit(read_job(1, {0, 1, 2, 3}));
  pool.next(std::chrono::minutes(1));
  pool.cancel();
  all_answers(pool);

  EXPECT_THAT(run(pool, read_job(3, {2, 3})), ElementsAre("read 2", "read 3", "done"));
}

TEST_P(BothPools, ForgetJobsCancelledBeforeTheyBegan) {
  Pool& pool = start_pool("honest", honest);
  pool.submit(read_job(1, {0, 1}));
  pool.cancel();
  EXPECT_TRUE(std::holds_alternative<Idle>(pool.next(milliseconds(0))));
}

INSTANTIATE_TEST_SUITE_P(Kind, BothPools, ::testing::Values(PoolKind::kProcesses, PoolKind::kInline),
                         [](const auto& kind) {
                           return kind.param == PoolKind::kProcesses ? "Processes" : "Inline";
                         });

}  // namespace
}  // namespace vaughn::ipc::testing
