// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/image/skew.h"

#include <gtest/gtest.h>

#include "vaughn/image/components.h"

namespace vaughn::image {
namespace {

constexpr int kWidth = 850, kHeight = 1100;
constexpr PixelBox kBar{200, 300, 600, 320};

// Dashes for words.
Bitmap page_of_lines() {
  Bitmap page = Bitmap::blank(kWidth, kHeight, 8);
  for (int y = 100; y < 1000; y += 20) {
    for (int x = 100; x < 740; x += 30) page.fill({x, y, x + 22, y + 8}, 0);
  }
  return page;
}

TEST(FindSkew, TellsTheTurnAndItsDirection) {
  for (const double degrees : {-2.0, -0.5, 0.0, 0.3, 1.2}) {
    const Skew skew = find_skew(page_of_lines().turned(degrees).binarised(128));
    EXPECT_NEAR(skew.degrees, degrees, .08);
    EXPECT_GT(skew.confidence, 3) << degrees;
  }
}

TEST(FindSkew, TrustsNothingOnABlankPage) {
  EXPECT_LT(find_skew(Bitmap::blank(kWidth, kHeight, 1)).confidence, 3);
  EXPECT_LT(find_skew(Bitmap::blank(1, 1, 1)).confidence, 3);
}

TEST(Straightened, PutsABarUpright) {
  Bitmap page = Bitmap::blank(kWidth, kHeight, 8);
  page.fill(kBar, 0);
  const GrayPlane turned = GrayPlane::darkest_of(page.turned(1.5), 1);
  const GrayPlane upright = straightened(turned, 1.5);
  EXPECT_GT(quantile(turned.histogram(kBar), .95), 128);
  EXPECT_LT(quantile(upright.histogram(grown(kBar, -2)), .98), 10);
  EXPECT_GT(upright.at(kBar.x0 - 4, 310), 200);
  EXPECT_GT(upright.at(kBar.x1 + 4, 310), 200);
}

TEST(Straightened, KeepsWhatRunsOffThePageRunningOff) {
  Bitmap page = Bitmap::blank(kWidth, kHeight, 8);
  page.fill({0, 100, 300, 130}, 0);
  const GrayPlane upright = straightened(GrayPlane::darkest_of(page, 1), -2);
  int dark = 0;
  for (int y = 0; y < kHeight; ++y) dark += upright.at(0, y) < 128 ? 1 : 0;
  EXPECT_NEAR(dark, 30, 2);
}

TEST(BeforeStraightening, BoundsTheTurnedBox) {
  Bitmap page = Bitmap::blank(kWidth, kHeight, 8);
  page.fill(kBar, 0);
  const auto marks = Components::of(page.turned(1.5).binarised(128), Part::kInk, Neighbours::kEight);
  const PixelBox seen = marks.all().front().box;
  EXPECT_GT(iou(before_straightening(kBar, page.bounds(), 1.5), seen), .9);
}

}  // namespace
}  // namespace vaughn::image
