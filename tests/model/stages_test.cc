// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/model/stages.h"

#include <gtest/gtest.h>

#include "vaughn/model/stage_clock.h"

namespace vaughn {
namespace {

// Keeps the processor busy for so long.
void work(double seconds) {
  const double until = Moment::now().cpu_seconds + seconds;
  while (Moment::now().cpu_seconds < until) {
  }
}

double cpu_of(Stage stage, const StageTimes& times) {
  for (const StageTime& time : times)
    if (time.stage == stage) return time.cpu_seconds;
  return 0;
}

TEST(Stages, HaveNamesThatLeadBack) {
  for (int i = 0; i <= static_cast<int>(Stage::kRecords); ++i)
    EXPECT_EQ(stage_from_string(to_string(static_cast<Stage>(i))), static_cast<Stage>(i)) << i;
  EXPECT_EQ(stage_from_string("coffee"), std::nullopt);
}

TEST(Stages, AddUpInOrder) {
  StageTimes sum;
  add({Stage::kRecognise, 2, 3}, &sum);
  add({Stage::kRender, 1, 1}, &sum);
  add(StageTimes{{Stage::kRecognise, 0.5, 0.5}}, &sum);
  EXPECT_EQ(sum, (StageTimes{{Stage::kRender, 1, 1}, {Stage::kRecognise, 2.5, 3.5}}));
  EXPECT_EQ(total(sum).wall_seconds, 4.5);
}

TEST(StageClock, ChargesAMomentToTheInnermostScope) {
  StageClock clock;
  {
    const StageClock::Scope outer(&clock, Stage::kLabels);
    work(0.02);
    {
      const StageClock::Scope inner(&clock, Stage::kRender);
      work(0.05);
    }
  }
  work(0.01);
  const StageTimes times = clock.take();

  EXPECT_GE(cpu_of(Stage::kLabels, times), 0.02);
  EXPECT_LT(cpu_of(Stage::kLabels, times), 0.05);
  EXPECT_GE(cpu_of(Stage::kRender, times), 0.05);
  EXPECT_GE(cpu_of(Stage::kOther, times), 0.01);
}

TEST(StageClock, BeginsAnewWhenAsked) {
  StageClock clock;
  work(0.02);
  clock.take();
  EXPECT_LT(total(clock.take()).cpu_seconds, 0.02);
}

}  // namespace
}  // namespace vaughn
