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

TEST(Drawing, LeavesThePageAlone) {
  const Bitmap page = Bitmap::blank(50, 50, 32);
  Drawing drawing(page);
  drawing.tint(page.bounds(), kBlack, 1);
  EXPECT_TRUE(page.is_blank());
}

}  // namespace
}  // namespace vaughn::image
