// SPDX-License-Identifier: GPL-3.0-or-later
// Large answers arrive whole, and a submitter that takes its time is not buried under them.
#include <filesystem>
#include <thread>

#include "ipc/pool_helpers.h"

namespace vaughn::ipc::testing {
namespace {

using BackPressure = ProcessPoolTest;

std::vector<int> first_pages(int count) {
  std::vector<int> pages(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) pages[static_cast<std::size_t>(i)] = i;
  return pages;
}

TEST_F(BackPressure, HoldsAWorkerBackWhoseAnswersAreNotFetched) {
  Pool& pool = start("counts_its_pages");
  pool.submit(read_job(1, first_pages(100)));
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(std::holds_alternative<Answer>(pool.next(std::chrono::minutes(1))));
  std::this_thread::sleep_for(milliseconds(300));

  // Three were fetched, a fourth may be in the pool and a fifth is stuck in a channel that is smaller than
  // it.
  EXPECT_LE(std::filesystem::file_size(marks_), 6u);
}

TEST_F(BackPressure, LargeAnswersArriveWhole) {
  Pool& pool = start("counts_its_pages");
  pool.submit(read_job(1, first_pages(20)));
  std::size_t bytes = 0;
  for (const Answer& answer : all_answers(pool))
    if (const auto* read = std::get_if<PageRead>(&answer.body)) bytes += read->reading.text.size();
  EXPECT_EQ(bytes, std::size_t{20} << 20);
}

TEST_F(BackPressure, AnswersThatWaitedLongerThanThePageLimitStillCount) {
  PoolLimits limits = roomy_limits();
  limits.page_timeout = milliseconds(400);
  Pool& pool = start("counts_its_pages", limits);
  pool.submit(read_job(1, first_pages(3)));
  ASSERT_TRUE(std::holds_alternative<Answer>(pool.next(std::chrono::minutes(1))));
  std::this_thread::sleep_for(milliseconds(900));
  all_answers(pool);

  EXPECT_EQ(std::filesystem::file_size(marks_), 3u) << "no page was read twice";
}

}  // namespace
}  // namespace vaughn::ipc::testing
