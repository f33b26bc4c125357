// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/bar.h"

#include <gtest/gtest.h>

namespace vaughn::report {
namespace {

TEST(Bar, GrowsByEighthsOfAColumn) {
  EXPECT_EQ(bar(16, 0, 16, 4), "████");
  EXPECT_EQ(bar(8, 0, 16, 4), "██");
  EXPECT_EQ(bar(9, 0, 16, 4), "██▎");
  EXPECT_EQ(bar(0, 0, 16, 4), "");
}

TEST(Bar, ShowsTheSmallestNumberThereIs) {
  EXPECT_EQ(bar(1, 0, 100'000, 4), "▏");
  EXPECT_EQ(bar(0, 1, 100'000, 4), "░");
}

TEST(Bar, ShadesWhatIsOnlyLikelyAndNeverGrowsOverItsRoom) {
  EXPECT_EQ(bar(2, 2, 4, 4), "██░░");
  EXPECT_EQ(bar(100, 1, 101, 4), "████");
}

}  // namespace
}  // namespace vaughn::report
