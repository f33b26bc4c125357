// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/image/drawing.h"

#include <gtest/gtest.h>

namespace vaughn::image {
namespace {

constexpr Colour kBlack{0, 0, 0};

TEST(Drawing, OutlinesInsideTheBox) {
  const Bitmap page = Bitmap::blank(100, 100, 1);
  Drawing drawing(page);
  drawing.outline({10, 10, 50, 30}, kBlack, 2);
  EXPECT_DOUBLE_EQ(drawing.picture().ink_share({10, 10, 50, 12}), 1);
  EXPECT_DOUBLE_EQ(drawing.picture().ink_share({12, 12, 48, 28}), 0);
  EXPECT_DOUBLE_EQ(drawing.picture().ink_share({0, 0, 100, 10}), 0);
}

TEST(Drawing, TintsTranslucently) {
  Drawing drawing(Bitmap::blank(10, 10, 8));
  drawing.tint({0, 0, 10, 10}, kBlack, 0.25);
  EXPECT_NEAR(drawing.picture().levels({0, 0, 10, 10}).mean, 191, 2);
}

TEST(Drawing, CutsOffWhatLiesOutside) {
  Drawing drawing(Bitmap::blank(10, 10, 8));
  drawing.outline({-5, -5, 500, 500}, kBlack, 3);
  EXPECT_DOUBLE_EQ(drawing.picture().ink_share({0, 0, 10, 10}), 0);
}

TEST(Drawing, WritesLettersOnTheirGround) {
  Drawing drawing(Bitmap::blank(200, 60, 8, 0));
  const PixelBox ground = drawing.label(20, 10, "(b)(6)", {200, 0, 0}, 12);
  EXPECT_GT(ground.width(), 25);
  const double ink = drawing.picture().ink_share(ground);
  EXPECT_GT(ink, 0.02);
  EXPECT_LT(ink, 0.5);
}

TEST(Drawing, DashesAnOutline) {
  Drawing drawing(Bitmap::blank(100, 100, 8));
  drawing.dashed_outline({10, 10, 90, 90}, kBlack, 2, 10);
  EXPECT_DOUBLE_EQ(drawing.picture().ink_share({12, 10, 20, 12}), 1);
  EXPECT_DOUBLE_EQ(drawing.picture().ink_share({20, 10, 30, 12}), 0);
  EXPECT_DOUBLE_EQ(drawing.picture().ink_share({12, 12, 88, 88}), 0);
}

TEST(Drawing, AddsAWhiteStripBelowAndLeavesThePageAsItIs) {
  Drawing drawing(Bitmap::blank(100, 50, 8, 0));
  EXPECT_EQ(drawing.add_strip_below(30), (PixelBox{0, 50, 100, 80}));
  EXPECT_EQ(drawing.picture().height(), 80);
  EXPECT_DOUBLE_EQ(drawing.picture().ink_share({0, 50, 100, 80}), 0);
  EXPECT_DOUBLE_EQ(drawing.picture().ink_share({0, 0, 100, 50}), 1);
}

TEST(Drawing, KnowsTheSizeOfALabelBeforeItIsDrawn) {
  Drawing drawing(Bitmap::blank(200, 60, 8));
  const PixelBox ground = drawing.label(20, 10, "no code", kBlack, 8);
  const PixelBox size = Drawing::label_size("no code", 8);
  EXPECT_EQ(ground.width(), size.width());
  EXPECT_EQ(ground.height(), size.height());
}

TEST(Drawing, LeavesThePageAlone) {
  const Bitmap page = Bitmap::blank(50, 50, 32);
  Drawing drawing(page);
  drawing.tint(page.bounds(), kBlack, 1);
  EXPECT_TRUE(page.is_blank());
}

}  // namespace
}  // namespace vaughn::image
