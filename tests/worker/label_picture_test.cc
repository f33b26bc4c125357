// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/label_picture.h"

#include <gtest/gtest.h>

#include <ostream>

namespace vaughn::worker {
namespace {

const image::Scale kScale = image::Scale::of_dpi(200);
constexpr image::PixelBox kBox = {200, 300, 500, 340};

// A box of one level with five letters of another, 16 pixels high, from (x, y).
image::Bitmap page_with(std::uint8_t fill, std::uint8_t ink, int x = 300, int y = 312) {
  image::Bitmap page = image::Bitmap::blank(1700, 2200, 8, 255);
  page.fill(kBox, fill);
  for (int i = 0; i < 5; ++i) page.fill({x + 14 * i, y, x + 14 * i + 8, y + 16}, ink);
  return page;
}

redaction::Cover cover(CoverKind kind = CoverKind::kSolid) {
  redaction::Cover made;
  made.box = kScale.to_points(kBox);
  made.kind = kind;
  made.text_height = 6;  // points: 17 pixels
  return made;
}

struct Colours {
  const char* name;
  std::uint8_t fill, ink;
};

void PrintTo(const Colours& colours, std::ostream* out) {
  *out << colours.name;
}

class LabelColours : public testing::TestWithParam<Colours> {};

TEST_P(LabelColours, BecomeBlackOnWhite) {
  const auto label = label_picture(cover(), page_with(GetParam().fill, GetParam().ink), kScale);
  ASSERT_TRUE(label);
  EXPECT_NEAR(label->letter_height, 16, 1);
  EXPECT_NEAR(label->picture.width(), 4 * 14 + 8 + 4, 2);
  // Ten pixels in: the first letter; between letters: paper.
  EXPECT_GT(label->picture.fraction_below(10, label->picture.bounds()), 0.4);
  EXPECT_LT(label->picture.fraction_below(245, label->picture.bounds()), 0.7);
}

INSTANTIATE_TEST_SUITE_P(Table, LabelColours,
                         testing::Values(Colours{"BlackOnWhite", 255, 0}, Colours{"WhiteOnBlack", 0, 255},
                                         Colours{"WhiteOnGrey", 190, 255}, Colours{"BlackOnGrey", 120, 10},
                                         Colours{"GreyOnBlack", 20, 140}));

TEST(LabelPicture, IsNothingWithoutLetters) {
  image::Bitmap page = image::Bitmap::blank(1700, 2200, 8, 255);
  page.fill(kBox, 0);
  EXPECT_FALSE(label_picture(cover(), page, kScale));
  page.fill({300, 320, 302, 322}, 255);  // a speck
  EXPECT_FALSE(label_picture(cover(), page, kScale));
}

TEST(LabelPicture, LeavesOutWhatComesInFromTheEdge) {
  image::Bitmap page = page_with(0, 255);
  page.fill({200, 300, 500, 304}, 255);  // the bar sits four pixels lower than its box
  const auto label = label_picture(cover(), page, kScale);
  ASSERT_TRUE(label);
  EXPECT_NEAR(label->picture.height(), 16 + 4, 2);
}

TEST(LabelPicture, KeepsALabelInTheCorner) {
  const auto label = label_picture(cover(), page_with(0, 255, 204, 303), kScale);
  ASSERT_TRUE(label);
  EXPECT_NEAR(label->picture.width(), 4 * 14 + 8 + 4, 3);
}

TEST(LabelPicture, IsEnlargedToTheLettersAskedFor) {
  const auto label = label_picture(cover(), page_with(255, 0), kScale);
  ASSERT_TRUE(label);
  const image::Bitmap large = label->at_letter_height(32);
  EXPECT_NEAR(large.height(), 2 * label->picture.height() + 2 * 14, 2);
}

}  // namespace
}  // namespace vaughn::worker
