// SPDX-License-Identifier: GPL-3.0-or-later
#include "redaction/cover_pieces.h"

#include <gtest/gtest.h>

namespace vaughn::redaction {
namespace {

using image::PixelBox;

std::vector<Piece> pieces_of(const std::vector<PixelBox>& boxes) {
  image::Bitmap mask = image::Bitmap::blank(400, 300, 1);
  for (const PixelBox& box : boxes) mask.fill(box, 0);
  const auto shapes = image::Components::of(mask, image::Part::kInk, image::Neighbours::kFour);
  return cut_into_rectangles(shapes.runs(shapes.all().front()), {.u = 15});
}

TEST(CutIntoRectangles, LeavesARectangleWhole) {
  const auto pieces = pieces_of({{20, 20, 300, 60}});
  ASSERT_EQ(pieces.size(), 1u);
  EXPECT_EQ(pieces[0].box, (PixelBox{20, 20, 300, 60}));
  EXPECT_DOUBLE_EQ(pieces[0].fill, 1);
}

TEST(CutIntoRectangles, CutsAStairStepLineByLine) {
  const auto pieces = pieces_of({{100, 20, 380, 50}, {20, 50, 300, 80}, {20, 80, 150, 110}});
  ASSERT_EQ(pieces.size(), 3u);
  EXPECT_EQ(pieces[0].box, (PixelBox{100, 20, 380, 50}));
  EXPECT_EQ(pieces[2].box, (PixelBox{20, 80, 150, 110}));
}

TEST(CutIntoRectangles, CutsBesideAsWellAsBelow) {
  const auto pieces = pieces_of({{20, 20, 120, 120}, {120, 40, 260, 80}});
  ASSERT_EQ(pieces.size(), 2u);
  EXPECT_EQ(pieces[1].box, (PixelBox{120, 40, 260, 80}));
}

TEST(CutIntoRectangles, ForgivesARoughEdge) {
  EXPECT_EQ(pieces_of({{20, 20, 300, 60}, {300, 30, 302, 40}, {50, 18, 70, 20}}).size(), 1u);
}

}  // namespace
}  // namespace vaughn::redaction
