// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/covered_words.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace vaughn::eval {
namespace {

Word word_at(const std::string& text, Points x, Points y, Points width = 40) {
  Word word;
  word.text = text;
  word.box = {x, y, x + width, y + 11};
  return word;
}

// Lines of ten words, 14 points apart.
TextLayer page_of_words(int lines) {
  TextLayer words;
  for (int line = 0; line < lines; ++line)
    for (int i = 0; i < 10; ++i)
      words.push_back(
          word_at("w" + std::to_string(line) + "x" + std::to_string(i), 50 + 44 * i, 50 + 14 * line));
  return words;
}

// "To" [box] "from" on one line.
CoveredPage one_box(const std::string& code) {
  CoveredPage page;
  page.left = {word_at("To", 50, 100), word_at("from", 150, 100)};
  page.boxes.push_back({{95, 99, 145, 112}, code, {0, 1}});
  return page;
}

TEST(CoverWords, TakesATenthOfTheWordsWhole) {
  const TextLayer words = page_of_words(30);
  const CoveredPage page = cover_words(words, Labels::kNone, 7);
  EXPECT_GE(words.size() - page.left.size(), 30u);
  EXPECT_LE(words.size() - page.left.size(), 33u);
  for (const Word& word : page.left)
    for (const DrawnBox& drawn : page.boxes) EXPECT_LE(covered_share(word.box, drawn.box), 0.05);
}

TEST(CoverWords, SameSeedSameBoxes) {
  const TextLayer words = page_of_words(20);
  const CoveredPage one = cover_words(words, Labels::kCodes, 3),
                    again = cover_words(words, Labels::kCodes, 3);
  ASSERT_EQ(one.boxes.size(), again.boxes.size());
  EXPECT_TRUE(
      std::equal(one.boxes.begin(), one.boxes.end(), again.boxes.begin(),
                 [](const DrawnBox& a, const DrawnBox& b) { return a.box == b.box && a.code == b.code; }));
  EXPECT_NE(one.left, cover_words(words, Labels::kCodes, 4).left);
}

TEST(CoverWords, NeighboursStandOnTheBoxsLine) {
  const CoveredPage page = cover_words(page_of_words(20), Labels::kNone, 5);
  for (const DrawnBox& drawn : page.boxes)
    for (const std::size_t neighbour : drawn.neighbours)
      EXPECT_NEAR(page.left[neighbour].box.center_y(), drawn.box.center_y(), 1);
}

TEST(CompareBoxes, CleanReadingHasNoFalseWords) {
  const BoxErrors errors = compare_boxes(one_box(""), {word_at("To", 50, 100), word_at("from", 150, 100)});
  EXPECT_EQ(errors.false_words(), 0);
  EXPECT_EQ(errors.neighbours, 2);
  EXPECT_EQ(errors.neighbours_read, 2);
}

TEST(CompareBoxes, AnythingReadInABlackBoxIsFalse) {
  const BoxErrors errors = compare_boxes(
      one_box(""), {word_at("To", 50, 100), word_at("from", 100, 100), word_at("from", 150, 100)});
  EXPECT_EQ(errors.false_in_boxes, 1);
}

TEST(CompareBoxes, TheCodeOfABoxIsNoFalseWordAndAnotherIs) {
  EXPECT_EQ(compare_boxes(one_box("(b)(6)"), {word_at("(b)(6)", 100, 100)}).false_in_boxes, 0);
  EXPECT_EQ(compare_boxes(one_box("(b)(6)"), {word_at("(bX6)", 100, 100)}).false_in_boxes, 1);
}

TEST(CompareBoxes, ANeighbourRunIntoTheBoxIsFalseAndNotRead) {
  const BoxErrors errors =
      compare_boxes(one_box(""), {word_at("To[", 50, 100, 60), word_at("from", 150, 100)});
  EXPECT_EQ(errors.false_beside, 1);
  EXPECT_EQ(errors.neighbours_read, 1);
}

TEST(CompareBoxes, AWrongWordFarFromAnyBoxIsNotTheBoxs) {
  const BoxErrors errors = compare_boxes(one_box(""), {word_at("stray", 50, 300)});
  EXPECT_EQ(errors.false_words(), 0);
}

}  // namespace
}  // namespace vaughn::eval
