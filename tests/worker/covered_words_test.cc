// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/covered_words.h"

#include <gtest/gtest.h>

namespace vaughn::worker {
namespace {

// A page of 400 by 200 points at one pixel a point, black between (100,100) and (300,120).
class CoveredWordsTest : public testing::Test {
 protected:
  CoveredWordsTest() : page_(image::Bitmap::blank(400, 200, 8, 255)) { page_.fill({100, 100, 300, 120}, 0); }

  CoveredWords hold(const std::vector<pdf::LayerWord>& words) {
    redaction::Cover cover;
    cover.box = {100, 100, 300, 120};
    return hold_against_pixels(words, {cover}, page_, {1, 1});
  }
  static pdf::LayerWord word(const std::string& text, Box box,
                             pdf::Visibility visibility = pdf::Visibility::kDrawn) {
    return {{text, box, {}, 0, 0, {}}, visibility};
  }

  image::Bitmap page_;
};

TEST_F(CoveredWordsTest, TextUnderABlackBoxIsDropped) {
  const CoveredWords held = hold({word("secret", {110, 104, 150, 116})});
  EXPECT_TRUE(held.open.empty());
  EXPECT_TRUE(held.at_covers[0].printed.empty());
}

TEST_F(CoveredWordsTest, WhiteLettersOnTheBoxAreItsLabel) {
  for (int x = 110; x < 150; x += 4) page_.fill({x, 105, x + 2, 115}, 255);
  EXPECT_EQ(hold({word("(b)(6)", {110, 104, 150, 116})}).at_covers[0].printed.size(), 1u);
}

TEST_F(CoveredWordsTest, WordsBesideTheBoxStay) {
  EXPECT_EQ(hold({word("Officer", {20, 104, 90, 116}), word("called", {310, 104, 350, 116})}).open.size(),
            2u);
}

TEST_F(CoveredWordsTest, APartlyCoveredWordCanBeRead) {
  EXPECT_EQ(hold({word("edge", {80, 104, 120, 116})}).open.size(), 1u);
}

TEST_F(CoveredWordsTest, CountsHiddenWordsOutsideCovers) {
  EXPECT_EQ(hold({word("layer", {20, 20, 60, 30}, pdf::Visibility::kPaintedOver)}).open_hidden, 1);
}

// "ab12" in four characters of 10 points, each with its glyph.
struct Letters {
  pdf::LayerWord word{{"ab12", {0, 0, 40, 12}, {}, 0, 0, {}}, pdf::Visibility::kDrawn, {}};
  std::vector<pdf::Glyph> glyphs;

  Letters() {
    for (std::size_t i = 0; i < 4; ++i) {
      const Box box{10.0 * static_cast<double>(i), 0, 10.0 * static_cast<double>(i + 1), 12};
      word.characters.push_back(box);
      glyphs.push_back({.text = word.word.text.substr(i, 1), .box = box});
    }
  }
};

TEST(WithoutHidden, LeavesTheRestOfAWord) {
  const Letters letters;
  const auto seen = without_hidden({letters.word}, letters.glyphs, {false, false, true, true});
  ASSERT_EQ(seen.size(), 1u);
  EXPECT_EQ(seen[0].word.text, "ab");
  EXPECT_EQ(seen[0].word.box, (Box{0, 0, 20, 12}));
}

TEST(WithoutHidden, PartsAWordThatIsHiddenInItsMiddle) {
  const Letters letters;
  EXPECT_EQ(without_hidden({letters.word}, letters.glyphs, {false, true, true, false}).size(), 2u);
}

TEST(WithoutHidden, KeepsAWordThatAnotherHiddenOneCrosses) {
  Letters letters;
  letters.glyphs.push_back({.text = "Z", .box = {12, 0, 18, 12}});
  const auto seen = without_hidden({letters.word}, letters.glyphs, {false, false, false, false, true});
  ASSERT_EQ(seen.size(), 1u);
  EXPECT_EQ(seen[0].word.text, "ab12");
}

}  // namespace
}  // namespace vaughn::worker
