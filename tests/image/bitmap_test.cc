// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/image/bitmap.h"

#include <gtest/gtest.h>

#include <array>
#include <filesystem>

#include "vaughn/base/error.h"

namespace vaughn::image {
namespace {

// White, with a black rectangle.
Bitmap page_with(const PixelBox& black, int depth = 8) {
  Bitmap page = Bitmap::blank(40, 30, depth);
  page.fill(black, 0);
  return page;
}

TEST(Bitmap, ReadsColourMemoryAsBlueGreenRed) {
  const std::array<std::uint8_t, 8> two_pixels{10, 20, 30, 255, 200, 100, 50, 255};
  const Bitmap bitmap = Bitmap::from_bgra(two_pixels.data(), 2, 1, 8);
  EXPECT_EQ(bitmap.depth(), 32);
  EXPECT_EQ(bitmap.darkest_channel().gray_bytes(), (std::vector<std::uint8_t>{10, 50}));
}

TEST(Bitmap, ReadsGrayMemoryWithPaddedRows) {
  const std::array<std::uint8_t, 6> rows{1, 2, 99, 3, 4, 99};
  EXPECT_EQ(Bitmap::from_gray(rows.data(), 2, 2, 3).gray_bytes(), (std::vector<std::uint8_t>{1, 2, 3, 4}));
}

TEST(Bitmap, ReadsBitsOfEitherMeaning) {
  const std::array<std::uint8_t, 2> row{0b10000000, 0b01000000};
  const Bitmap ones = Bitmap::from_bits(row.data(), 10, 1, 2, Ink::kIsOne);
  EXPECT_EQ(ones.gray_bytes(), (std::vector<std::uint8_t>{0, 255, 255, 255, 255, 255, 255, 255, 255, 0}));
  const Bitmap zeros = Bitmap::from_bits(row.data(), 10, 1, 2, Ink::kIsZero);
  EXPECT_DOUBLE_EQ(zeros.ink_share(zeros.bounds()), 0.8);
}

TEST(Bitmap, MeasuresSharesOnWhatLiesOnThePage) {
  const Bitmap page = page_with({0, 0, 20, 30});
  EXPECT_DOUBLE_EQ(page.ink_share(page.bounds()), 0.5);
  EXPECT_DOUBLE_EQ(page.ink_share({-100, 0, 40, 30}), 0.5);
  EXPECT_DOUBLE_EQ(page.ink_share({100, 100, 120, 120}), 0);
}

TEST(Bitmap, MeasuresMeanAndSpread) {
  const Levels levels = page_with({0, 0, 20, 30}).levels({0, 0, 40, 30});
  EXPECT_DOUBLE_EQ(levels.mean, 127.5);
  EXPECT_DOUBLE_EQ(levels.spread, 127.5);
}

TEST(Bitmap, MeasuresColourByLuminance) {
  EXPECT_DOUBLE_EQ(page_with({0, 0, 10, 30}, 32).ink_share({0, 0, 40, 30}), 0.25);
}

TEST(Bitmap, IsBlankDespiteSpecks) {
  Bitmap page = Bitmap::blank(1000, 1000, 8);
  page.fill({10, 10, 14, 15}, 0);
  EXPECT_TRUE(page.is_blank());
  page.fill({20, 20, 30, 30}, 0);
  EXPECT_FALSE(page.is_blank());
}

TEST(Bitmap, NegatesInkButNotWhatLiesBehindTheRow) {
  Bitmap bits = page_with({0, 0, 10, 30}, 1);
  bits.negate();
  EXPECT_DOUBLE_EQ(bits.ink_share(bits.bounds()), 0.75);
}

TEST(Bitmap, ShrinksByAreaAverage) {
  const Bitmap half = page_with({0, 0, 1, 30}, 1).scaled(0.5);
  EXPECT_EQ(half.width(), 20);
  EXPECT_EQ(half.height(), 15);
  EXPECT_NEAR(half.levels({0, 0, 1, 15}).mean, 127.5, 1);
}

TEST(Bitmap, EnlargesInOneDirection) {
  const Bitmap tall = page_with({0, 0, 20, 30}).scaled(1, 2);
  EXPECT_EQ(tall.height(), 60);
  EXPECT_NEAR(tall.ink_share(tall.bounds()), 0.5, 0.02);
}

TEST(Bitmap, TurnsClockwise) {
  const Bitmap turned = page_with({0, 0, 40, 5}).rotated(1);
  EXPECT_EQ(turned.width(), 30);
  EXPECT_DOUBLE_EQ(turned.ink_share({25, 0, 30, 40}), 1);
}

TEST(Bitmap, CutsOutAPart) {
  const Bitmap part = page_with({5, 5, 10, 10}, 32).crop({5, 5, 100, 10});
  EXPECT_EQ(part.bounds(), (PixelBox{0, 0, 35, 5}));
  EXPECT_DOUBLE_EQ(part.ink_share({0, 0, 5, 5}), 1);
}

TEST(Bitmap, BinarisesBelowTheThreshold) {
  const Bitmap gray = Bitmap::blank(4, 4, 8, 100);
  EXPECT_DOUBLE_EQ(gray.binarised(100).ink_share(gray.bounds()), 0);
  EXPECT_DOUBLE_EQ(gray.binarised(101).ink_share(gray.bounds()), 1);
}

TEST(Bitmap, HashesThePictureNotTheMemory) {
  Bitmap odd = Bitmap::blank(13, 7, 1);
  Bitmap other = Bitmap::blank(13, 7, 1, 0);
  other.negate();
  EXPECT_EQ(odd.sha256(), other.sha256());
  odd.fill({12, 6, 13, 7}, 0);
  EXPECT_NE(odd.sha256(), other.sha256());
}

TEST(Bitmap, CopyIsItsOwn) {
  const Bitmap page = Bitmap::blank(4, 4, 8);
  Bitmap copied = page.copy();
  copied.fill(copied.bounds(), 0);
  EXPECT_DOUBLE_EQ(page.ink_share(page.bounds()), 0);
}

TEST(Bitmap, SaysWhereItCouldNotBeWritten) {
  EXPECT_THROW(Bitmap::blank(4, 4, 8).write_png("/nonexistent-folder/page.png"), Error);
}

TEST(Scale, ConvertsThereAndBack) {
  const Scale scale = Scale::of_dpi(200);
  const PixelBox box{17, 33, 401, 77};
  EXPECT_EQ(scale.to_pixels(scale.to_points(box)), box);
}

TEST(Scale, RoundsOutwards) {
  EXPECT_EQ((Scale{2, 2}.to_pixels(Box{1.1, 1.1, 2.2, 2.2})), (PixelBox{2, 2, 5, 5}));
}

TEST(Bitmap, APictureWithoutColourIsKeptAsGrey) {
  // Two rows of five pixels, B G R A, with a row's padding.
  std::vector<std::uint8_t> data(2 * 24, 0xaa);
  for (int y = 0; y < 2; ++y)
    for (int x = 0; x < 5; ++x)
      for (int channel = 0; channel < 3; ++channel)
        data[static_cast<std::size_t>(24 * y + 4 * x + channel)] = static_cast<std::uint8_t>(50 * x + y);
  const Bitmap gray = Bitmap::from_bgra_or_gray(data.data(), 5, 2, 24);
  EXPECT_EQ(gray.depth(), 8);
  EXPECT_EQ(gray.gray_bytes(), (std::vector<std::uint8_t>{0, 50, 100, 150, 200, 1, 51, 101, 151, 201}));
  data[24 + 4 * 4] = 0;  // one pixel without its blue
  EXPECT_EQ(Bitmap::from_bgra_or_gray(data.data(), 5, 2, 24).depth(), 32);
}

}  // namespace
}  // namespace vaughn::image
