// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/amount.h"

#include <gtest/gtest.h>

namespace vaughn::worker {
namespace {

// Ten words of eight characters, 5 points a character, lines of 10 points.
TextLayer neighbours() {
  TextLayer words;
  for (int i = 0; i < 10; ++i)
    words.push_back({"withheld", {50.0 * i, 100, 50.0 * i + 40, 110}, {}, 0, 0, {}});
  return words;
}

TEST(Amount, OneLineByItsWidth) {
  EXPECT_EQ(estimate_characters({100, 114, 200, 126}, neighbours()), 20);
}

TEST(Amount, SeveralLinesByHeight) {
  EXPECT_EQ(estimate_characters({100, 114, 200, 114 + 3 * 14.5}, neighbours()), 60);
}

TEST(Amount, WithoutNeighboursOrdinaryTypeIsAssumed) {
  EXPECT_EQ(estimate_characters({0, 0, 55, 12}, {}), 10);
}

TEST(Amount, NeverNothing) {
  EXPECT_GE(estimate_characters({0, 0, 1, 1}, neighbours()), 1);
}

}  // namespace
}  // namespace vaughn::worker
