// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/image/gray_plane.h"

#include <gtest/gtest.h>

#include <array>

#include "vaughn/image/morphology.h"

namespace vaughn::image {
namespace {

TEST(GrayPlane, TakesTheDarkestChannel) {
  const std::array<std::uint8_t, 4> yellow{0, 230, 255, 255};
  EXPECT_EQ(GrayPlane::darkest_of(Bitmap::from_bgra(yellow.data(), 1, 1, 4), 1).at(0, 0), 0);
}

TEST(GrayPlane, ReadsEveryDepthAlike) {
  for (const int depth : {1, 8, 32}) {
    Bitmap page = Bitmap::blank(37, 5, depth);
    page.fill({3, 1, 35, 4}, 0);
    const GrayPlane plane = GrayPlane::darkest_of(page, 1);
    EXPECT_EQ(plane.at(2, 2), 255) << depth;
    EXPECT_EQ(plane.at(34, 3), 0) << depth;
    EXPECT_EQ(plane.at(35, 3), 255) << depth;
  }
}

TEST(GrayPlane, KeepsTheMeanWhenShrinking) {
  Bitmap page = Bitmap::blank(300, 200, 8);
  page.fill({0, 0, 300, 70}, 40);
  const GrayPlane plane = GrayPlane::darkest_of(page, 0.63);
  double sum = 0;
  for (int y = 0; y < plane.height(); ++y) {
    for (int x = 0; x < plane.width(); ++x) sum += plane.at(x, y);
  }
  EXPECT_EQ(plane.width(), 189);
  EXPECT_NEAR(sum / (plane.width() * plane.height()), (70 * 40 + 130 * 255) / 200.0, 0.6);
}

TEST(GrayPlane, MasksABandOfLevels) {
  std::vector<std::uint8_t> levels;
  for (int i = 0; i < 256; ++i) levels.push_back(static_cast<std::uint8_t>(i));
  const Bitmap mask = GrayPlane(256, 1, levels).between(100, 180);
  EXPECT_EQ(ink_count(mask, mask.bounds()), 80);
  EXPECT_TRUE(ink_at(mask, 100, 0));
  EXPECT_TRUE(ink_at(mask, 179, 0));
}

TEST(GrayPlane, FindsThinLinesOnGroundsOfAnyLevel) {
  Bitmap page = Bitmap::blank(60, 40, 8);
  page.fill({30, 0, 60, 40}, 140);
  page.fill({5, 10, 25, 11}, 127);
  page.fill({35, 20, 55, 21}, 60);
  const Bitmap lines = GrayPlane::darkest_of(page, 1).thin_dark(7, 38);
  EXPECT_DOUBLE_EQ(inked_columns(lines, {5, 10, 25, 11}), 1);
  EXPECT_DOUBLE_EQ(inked_columns(lines, {35, 20, 55, 21}), 1);
  EXPECT_EQ(ink_count(lines, {40, 25, 60, 40}), 0);
}

TEST(Quantile, CountsFromTheDarkEnd) {
  Bitmap page = Bitmap::blank(10, 10, 8, 200);
  page.fill({0, 0, 10, 3}, 50);
  const GrayPlane plane = GrayPlane::darkest_of(page, 1);
  EXPECT_EQ(quantile(plane.histogram(plane.bounds()), .25), 50);
  EXPECT_EQ(quantile(plane.histogram(plane.bounds()), .5), 200);
  EXPECT_EQ(quantile(plane.histogram({50, 50, 60, 60}), .5), 255);
}

}  // namespace
}  // namespace vaughn::image
