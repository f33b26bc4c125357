// SPDX-License-Identifier: GPL-3.0-or-later
// A worker that cannot be started ends the run; one that only needs another attempt does not.
#include <gmock/gmock.h>

#include "ipc/pool_helpers.h"
#include "vaughn/base/error.h"

namespace vaughn::ipc::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

using PoolStart = ProcessPoolTest;

// What the run ends with.
Error error_of(Pool& pool) {
  pool.submit(read_job(1, {0}));
  try {
    pool.next(std::chrono::minutes(1));
  } catch (const Error& error) {
    return error;
  }
  ADD_FAILURE() << "the pool did not give up";
  return {ErrorCode::kUsage, ""};
}

TEST_F(PoolStart, FailsForGoodWhenTheProgramIsMissing) {
  pool_ = make_process_pool({"/no/such/program"}, 2, roomy_limits());
  const Error error = error_of(*pool_);
  EXPECT_EQ(error.code(), ErrorCode::kCannotStartWorker);
  EXPECT_THAT(error.what(), HasSubstr("/no/such/program: No such file or directory"));
  EXPECT_THAT(error.advice(), Not(IsEmpty()));
}

TEST_F(PoolStart, FailsForGoodWhenEveryWorkerDiesBeforeHello) {
  const Error error = error_of(start("dies_before_hello", roomy_limits(), 2));
  EXPECT_EQ(error.code(), ErrorCode::kCannotStartWorker);
  EXPECT_THAT(error.what(), HasSubstr("ended with exit status 127"));
  EXPECT_THAT(error.what(), HasSubstr("libnothing.so.1"));
}

TEST_F(PoolStart, FailsForGoodWhenTheProgramIsNoWorker) {
  const Error error = error_of(start("says_something_else_first"));
  EXPECT_EQ(error.code(), ErrorCode::kCannotStartWorker);
  EXPECT_THAT(error.what(), HasSubstr("did not say hello"));
}

TEST_F(PoolStart, FailsForGoodWhenTheMemoryLimitLeavesNoRoomForTheProgram) {
  PoolLimits limits;
  limits.address_space_bytes = 1 << 20;
  EXPECT_EQ(error_of(start("honest", limits)).code(), ErrorCode::kCannotStartWorker);
}

TEST_F(PoolStart, IsTriedAgain) {
  EXPECT_THAT(run(start("fails_to_start_twice"), read_job(1, {0, 1})),
              ElementsAre("read 0", "read 1", "done"));
}

TEST_F(PoolStart, GoesOnWithTheWorkersThereAre) {
  Pool& pool = start("starts_only_once", roomy_limits(), 2);
  for (int id = 1; id <= 6; ++id) pool.submit(read_job(id, {0, 1}));
  const std::vector<Answer> answers = all_answers(pool);
  for (int id = 1; id <= 6; ++id)
    EXPECT_THAT(summaries(answers, id), ElementsAre("read 0", "read 1", "done")) << id;
}

}  // namespace
}  // namespace vaughn::ipc::testing
