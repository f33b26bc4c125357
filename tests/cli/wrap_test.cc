// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/wrap.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vaughn::cli {
namespace {

using ::testing::ElementsAre;

TEST(Wrap, BreaksAtSpaces) {
  EXPECT_THAT(wrap("one two three", 7), ElementsAre("one two", "three"));
}

TEST(Wrap, MeasuresColumnsNotBytes) {
  EXPECT_THAT(wrap("Ærø Ærø x", 7), ElementsAre("Ærø Ærø", "x"));
}

TEST(Wrap, LeavesALongWordWhole) {
  EXPECT_THAT(wrap("a unbreakable b", 5), ElementsAre("a", "unbreakable", "b"));
}

TEST(Wrapped, CountsTheIndent) {
  EXPECT_EQ(wrapped("one two three", 2, 9), "  one two\n  three\n");
}

}  // namespace
}  // namespace vaughn::cli
