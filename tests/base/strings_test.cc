// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/base/strings.h"

#include <gtest/gtest.h>

namespace vaughn {
namespace {

TEST(Strings, TrimTakesWhiteSpaceFromBothEnds) {
  EXPECT_EQ(trim("  a b \n"), "a b");
  EXPECT_EQ(trim(" \t"), "");
}

TEST(Strings, SplitKeepsEmptyParts) {
  EXPECT_EQ(split("a,,b,", ','), (std::vector<std::string>{"a", "", "b", ""}));
}

TEST(Strings, JoinIsTheInverseOfSplit) {
  EXPECT_EQ(join(split("a,,b,", ','), ","), "a,,b,");
}

TEST(EditDistance, CountsASwapAsOne) {
  EXPECT_EQ(edit_distance("serach", "search"), 1u);
  EXPECT_EQ(edit_distance("", "abc"), 3u);
  EXPECT_EQ(edit_distance("same", "same"), 0u);
}

TEST(DidYouMean, FindsTheNearestCommand) {
  const std::vector<std::string> commands = {"ingest", "inspect", "search", "show", "status"};
  EXPECT_EQ(did_you_mean("serch", commands), "search");
  EXPECT_EQ(did_you_mean("inspct", commands), "inspect");
  EXPECT_EQ(did_you_mean("sta", commands), "status");
}

TEST(DidYouMean, SaysNothingWhenNothingIsNear) {
  EXPECT_EQ(did_you_mean("frobnicate", {"ingest", "show"}), std::nullopt);
}

TEST(Strings, ThousandsAreGrouped) {
  EXPECT_EQ(with_thousands(0), "0");
  EXPECT_EQ(with_thousands(999), "999");
  EXPECT_EQ(with_thousands(1234567), "1,234,567");
  EXPECT_EQ(with_thousands(-1234), "-1,234");
}

TEST(Strings, JsonQuotesWhatJsonForbids) {
  EXPECT_EQ(json_quote("a\"b\\c\n\x01"), "\"a\\\"b\\\\c\\n\\u0001\"");
}

}  // namespace
}  // namespace vaughn
