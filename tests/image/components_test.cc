// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/image/components.h"

#include <gtest/gtest.h>

#include "vaughn/image/morphology.h"

namespace vaughn::image {
namespace {

Bitmap mask_of(const std::vector<std::string>& rows) {
  Bitmap mask = Bitmap::blank(static_cast<int>(rows.front().size()), static_cast<int>(rows.size()), 1);
  for (int y = 0; y < mask.height(); ++y) {
    for (int x = 0; x < mask.width(); ++x) {
      if (rows[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)] == '#')
        mask.fill({x, y, x + 1, y + 1}, 0);
    }
  }
  return mask;
}

TEST(Components, JoinDiagonallyOnlyWithEightNeighbours) {
  const Bitmap mask = mask_of({"##..", "..##"});
  const auto four = Components::of(mask, Part::kInk, Neighbours::kFour);
  const auto eight = Components::of(mask, Part::kInk, Neighbours::kEight);
  EXPECT_EQ(four.all().size(), 2u);
  EXPECT_EQ(eight.all().size(), 1u);
}

TEST(Components, JoinArmsThatMeetBelow) {
  const auto components = Components::of(mask_of({"#.#.#", "#.#.#", "#####"}), Part::kInk, Neighbours::kFour);
  ASSERT_EQ(components.all().size(), 1u);
  EXPECT_EQ(components.all().front().box, (PixelBox{0, 0, 5, 3}));
  EXPECT_EQ(components.all().front().area, 11);
}

TEST(Components, GiveTheirRunsRowByRow) {
  const auto components = Components::of(mask_of({"#.##", "#..#", "##.."}), Part::kInk, Neighbours::kFour);
  ASSERT_EQ(components.all().size(), 2u);
  const auto runs = components.runs(components.all()[0]);
  ASSERT_EQ(runs.size(), 3u);
  EXPECT_EQ(runs[2].y, 2);
  EXPECT_EQ(runs[2].x1, 2);
}

TEST(Components, FindTheHolesOfAFrame) {
  const auto holes =
      Components::of(mask_of({"#####", "#...#", "#.#.#", "#####"}), Part::kPaper, Neighbours::kFour);
  ASSERT_EQ(holes.all().size(), 1u);
  EXPECT_EQ(holes.all().front().area, 5);
}

TEST(Components, SpanTheSeamsBetweenMachineWords) {
  Bitmap mask = Bitmap::blank(200, 3, 1);
  mask.fill({20, 1, 190, 2}, 0);
  const auto components = Components::of(mask, Part::kInk, Neighbours::kFour);
  ASSERT_EQ(components.all().size(), 1u);
  EXPECT_EQ(components.all().front().box, (PixelBox{20, 1, 190, 2}));
}

TEST(Components, CoverTheMaskExactly) {
  Bitmap mask = Bitmap::blank(97, 53, 1);
  unsigned seed = 3;
  for (int i = 0; i < 2000; ++i) {
    seed = seed * 1103515245u + 12345u;
    const int x = static_cast<int>(seed >> 16) % 97, y = static_cast<int>(seed >> 7 & 0xffff) % 53;
    mask.fill({x, y, x + 1, y + 1}, 0);
  }
  const auto components = Components::of(mask, Part::kInk, Neighbours::kEight);
  Bitmap redrawn = Bitmap::blank(97, 53, 1);
  for (const Component& component : components.all()) draw_runs(redrawn, components.runs(component));
  EXPECT_EQ(redrawn.sha256(), mask.sha256());
  for (const Component& component : components.all()) erase_runs(redrawn, components.runs(component));
  EXPECT_EQ(ink_count(redrawn, redrawn.bounds()), 0);
}

}  // namespace
}  // namespace vaughn::image
