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

TEST_F(CoveredWordsTest, TextUnderABlackBoxIsALeakWithoutItsText) {
  const CoveredWords held = hold({word("secret", {110, 104, 150, 116})});
  EXPECT_TRUE(held.open.empty());
  EXPECT_TRUE(held.at_covers[0].printed.empty());
  ASSERT_TRUE(held.at_covers[0].leak);
  EXPECT_EQ(held.at_covers[0].leak->type, "TEXT_UNDER_RECTANGLE");
  EXPECT_EQ(held.at_covers[0].leak->characters, 6);
  EXPECT_EQ(*held.at_covers[0].leak->box, (Box{110, 104, 150, 116}));
}

TEST_F(CoveredWordsTest, WhiteLettersOnTheBoxAreItsLabel) {
  for (int x = 110; x < 150; x += 4) page_.fill({x, 105, x + 2, 115}, 255);
  const CoveredWords held = hold({word("(b)(6)", {110, 104, 150, 116})});
  EXPECT_EQ(held.at_covers[0].printed.size(), 1u);
  EXPECT_FALSE(held.at_covers[0].leak);
}

TEST_F(CoveredWordsTest, WordsBesideTheBoxStay) {
  EXPECT_EQ(hold({word("Officer", {20, 104, 90, 116}), word("called", {310, 104, 350, 116})}).open.size(),
            2u);
}

TEST_F(CoveredWordsTest, APartlyCoveredWordCanBeRead) {
  EXPECT_EQ(hold({word("edge", {80, 104, 120, 116})}).open.size(), 1u);
}

TEST_F(CoveredWordsTest, ADashUnderABoxIsNoLeak) {
  EXPECT_FALSE(hold({word("—", {110, 104, 150, 116})}).at_covers[0].leak);
}

TEST_F(CoveredWordsTest, APlaceholderUnderABoxIsNoLeak) {
  for (const char* text : {"REDACTED.", "[Confidential]", "XXXXXX", "____"})
    EXPECT_FALSE(hold({word(text, {110, 104, 150, 116})}).at_covers[0].leak) << text;
}

TEST_F(CoveredWordsTest, AnOcrLayerMadeBeforeTheBoxHasANameOfItsOwn) {
  const auto held = hold({word("secret", {110, 104, 150, 116}, pdf::Visibility::kInvisible)});
  EXPECT_EQ(held.at_covers[0].leak->type, "OCR_TEXT_UNDER_REDACTION");
}

TEST_F(CoveredWordsTest, CountsHiddenWordsOutsideCovers) {
  EXPECT_EQ(hold({word("layer", {20, 20, 60, 30}, pdf::Visibility::kPaintedOver)}).open_hidden, 1);
}

}  // namespace
}  // namespace vaughn::worker
