// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/marks.h"

#include <gtest/gtest.h>

namespace vaughn::worker {
namespace {

// A letter page at 100 dpi with twenty marks of a letter's size in a row.
image::Bitmap page_with_marks() {
  image::Bitmap page = image::Bitmap::blank(850, 1100, 8, 255);
  for (int i = 0; i < 20; ++i) page.fill({100 + 20 * i, 200, 106 + 20 * i, 209}, 0);
  return page;
}
const image::Scale kScale = image::Scale::of_dpi(100);

TEST(Marks, CountsLettersNotRulesNorSpecks) {
  image::Bitmap page = page_with_marks();
  page.fill({50, 400, 800, 403}, 0);  // a rule
  page.fill({50, 500, 51, 501}, 0);   // a speck
  page.fill({50, 600, 250, 800}, 0);  // a block
  EXPECT_EQ(find_marks(page, kScale, {}).letters.size(), 20u);
}

TEST(Marks, LeavesCoversOut) {
  EXPECT_EQ(find_marks(page_with_marks(), kScale, {kScale.to_points({90, 190, 300, 220})}).letters.size(),
            10u);
}

TEST(Marks, UnreadAreThoseUnderNoWord) {
  const auto marks = find_marks(page_with_marks(), kScale, {}).letters;
  const TextLayer half = {{"half", kScale.to_points({98, 198, 298, 212}), {}, 0, 0, {}}};
  EXPECT_NEAR(unread_share(marks, half), 0.5, 0.06);
  EXPECT_EQ(unread_share({}, half), 0);
}

}  // namespace
}  // namespace vaughn::worker
