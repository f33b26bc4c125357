// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/stated_total.h"

#include <gtest/gtest.h>

namespace vaughn::worker {
namespace {

Word word(const std::string& text, Points x, Points y) {
  return {text, {x, y, x + 7.0 * static_cast<double>(text.size()), y + 9}, 0.9, 0, 0, std::nullopt};
}

TEST(StatedTotal, IsMissingWhenNoNumberStandsBehindItsHeading) {
  TextLayer words = {word("Total", 72, 100), word("Deleted", 120, 100), word("Page(s)", 180, 100),
                     word("Page", 72, 112), word("20", 107, 112)};
  const auto strip = missing_total(words);
  ASSERT_TRUE(strip);
  EXPECT_GT(strip->x0, 229);
  EXPECT_LT(strip->y0, 100);
  words.insert(words.begin() + 3, word("19", 250, 100));
  EXPECT_FALSE(missing_total(words));
}

TEST(StatedTotal, IsNotLookedForElsewhere) {
  EXPECT_FALSE(missing_total({word("Total", 72, 100), word("pages", 120, 100), word("released", 180, 100)}));
  EXPECT_FALSE(missing_total({}));
}

}  // namespace
}  // namespace vaughn::worker
