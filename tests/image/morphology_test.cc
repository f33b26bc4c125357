// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/image/morphology.h"

#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include "image/pixels.h"

namespace vaughn::image {
namespace {

// Blocks of many sizes, some at the edges.
Bitmap blocks() {
  Bitmap mask = Bitmap::blank(150, 90, 1);
  unsigned seed = 7;
  for (int i = 0; i < 120; ++i) {
    seed = seed * 1103515245u + 12345u;
    const int x = static_cast<int>(seed >> 16 & 255) - 30, y = static_cast<int>(seed >> 8 & 127) - 20;
    mask.fill({x, y, x + 2 + i % 17, y + 1 + i % 11}, 0);
  }
  return mask;
}

// The slow obvious way: every place where the whole brick is ink, painted.
Bitmap opened_slowly(const Bitmap& mask, int width, int height) {
  Bitmap result = Bitmap::blank(mask.width(), mask.height(), 1);
  for (int y = 0; y + height <= mask.height(); ++y) {
    for (int x = 0; x + width <= mask.width(); ++x) {
      const PixelBox brick{x, y, x + width, y + height};
      if (ink_count(mask, brick) == brick.area()) result.fill(brick, 0);
    }
  }
  return result;
}

TEST(Opened, AgreesWithTheSlowWay) {
  const Bitmap mask = blocks();
  for (const auto& [w, h] : {std::pair{1, 1}, {2, 3}, {5, 1}, {1, 8}, {9, 6}, {16, 4}, {200, 2}}) {
    EXPECT_EQ(opened(mask, w, h).sha256(), opened_slowly(mask, w, h).sha256()) << w << "x" << h;
  }
}

TEST(BrickCorners, ExistWhereverABrickFits) {
  const Bitmap corners = brick_corners(blocks(), 7, 5);
  EXPECT_GT(ink_count(corners, corners.bounds()), 0);
  EXPECT_EQ(ink_count(brick_corners(blocks(), 149, 80), corners.bounds()), 0);
}

TEST(Closed, BridgesAGapButNotAWiderOne) {
  Bitmap mask = Bitmap::blank(60, 10, 1);
  mask.fill({5, 4, 20, 6}, 0);
  mask.fill({23, 4, 35, 6}, 0);
  mask.fill({45, 4, 55, 6}, 0);
  const Bitmap bridged = closed(mask, 5, 1);
  EXPECT_TRUE(ink_at(bridged, 21, 5));
  EXPECT_FALSE(ink_at(bridged, 40, 5));
}

TEST(InkCount, CountsOnTheMaskOnly) {
  Bitmap mask = Bitmap::blank(70, 10, 1);
  mask.fill({30, 2, 70, 4}, 0);
  EXPECT_EQ(ink_count(mask, {-5, -5, 500, 500}), 80);
  EXPECT_EQ(ink_count(mask, {31, 3, 33, 4}), 2);
  EXPECT_EQ(ink_count(mask, {200, 0, 300, 10}), 0);
}

TEST(InkedColumns, SeeAnyInkInTheirStrip) {
  Bitmap mask = Bitmap::blank(100, 20, 1);
  mask.fill({10, 5, 60, 6}, 0);
  mask.fill({60, 9, 85, 10}, 0);
  EXPECT_DOUBLE_EQ(inked_columns(mask, {10, 4, 110, 11}), 75.0 / 90);
  EXPECT_DOUBLE_EQ(inked_rows(mask, {0, 0, 100, 10}), 0.2);
}

TEST(SetOperations, CombineInk) {
  Bitmap left = Bitmap::blank(40, 1, 1), right = Bitmap::blank(40, 1, 1);
  left.fill({0, 0, 25, 1}, 0);
  right.fill({15, 0, 40, 1}, 0);
  EXPECT_EQ(ink_count(united(left, right), left.bounds()), 40);
  EXPECT_EQ(ink_count(intersected(left, right), left.bounds()), 10);
  EXPECT_EQ(ink_count(without(left, right), left.bounds()), 15);
}

TEST(Dilated, GrowsAboutTheCentre) {
  Bitmap mask = Bitmap::blank(20, 20, 1);
  mask.fill({10, 10, 11, 11}, 0);
  EXPECT_EQ(ink_count(dilated(mask, 5, 3), {8, 9, 13, 12}), 15);
}

}  // namespace
}  // namespace vaughn::image
