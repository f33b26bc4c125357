// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/image/cleanup.h"

#include <gtest/gtest.h>

namespace vaughn::image {
namespace {

TEST(Paper, WhiteWithInkNeedsNothing) {
  Bitmap page = Bitmap::blank(600, 800, 8, 255);
  for (int y = 100; y < 700; y += 20) page.fill({50, y, 550, y + 4}, 0);
  const Paper paper = measure_paper(page);
  EXPECT_EQ(paper.level, 255);
  EXPECT_TRUE(paper.two_tone);
  EXPECT_FALSE(paper.needs_flattening());
}

TEST(Paper, GreyPaperAndAShadowNeedFlattening) {
  EXPECT_TRUE(measure_paper(Bitmap::blank(600, 800, 8, 180)).needs_flattening());
  Bitmap shadow = Bitmap::blank(600, 800, 8, 240);
  shadow.fill({0, 0, 120, 800}, 200);
  EXPECT_TRUE(measure_paper(shadow).needs_flattening());
  EXPECT_FALSE(measure_paper(Bitmap::blank(600, 800, 8, 240)).needs_flattening());
}

TEST(Paper, ColourCounts) {
  EXPECT_TRUE(measure_paper(Bitmap::blank(600, 800, 32, 180)).needs_flattening());
}

TEST(Flattened, BringsAShadowUp) {
  Bitmap page = Bitmap::blank(600, 800, 8, 240);
  page.fill({0, 0, 200, 800}, 160);
  for (int y = 100; y < 700; y += 30) page.fill({20, y, 580, y + 6}, 40);
  const Bitmap flat = flattened(page);
  EXPECT_EQ(flat.depth(), 8);
  EXPECT_EQ(flat.width(), 600);
  EXPECT_NEAR(flat.levels({60, 40, 120, 60}).mean, flat.levels({400, 40, 460, 60}).mean, 12);
  EXPECT_LT(flat.levels({60, 102, 120, 104}).mean, 150);
}

TEST(Flattened, ATinyPictureComesBackWhole) {
  const Bitmap flat = flattened(Bitmap::blank(5, 5, 8, 100));
  EXPECT_EQ(flat.width(), 5);
}

TEST(WithoutSpecks, TakesSpecksAndLeavesLetters) {
  Bitmap page = Bitmap::blank(400, 400, 8, 255);
  page.fill({100, 100, 112, 120}, 0);
  page.fill({300, 300, 302, 302}, 0);
  const Bitmap clean = without_specks(page, 150, 2);
  EXPECT_EQ(clean.ink_share({295, 295, 310, 310}), 0);
  EXPECT_EQ(clean.ink_share({100, 100, 112, 120}), 1);
}

TEST(TurnsToUpright, APageWithoutTextIsUndecided) {
  EXPECT_FALSE(turns_to_upright(Bitmap::blank(1000, 1400, 1, 255)));
}

}  // namespace
}  // namespace vaughn::image
