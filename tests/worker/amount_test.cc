// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/amount.h"

#include <gtest/gtest.h>

#include "worker/type_near.h"

namespace vaughn::worker {
namespace {

constexpr Points kPageWidth = 612;

// A line of words of eight characters, 5 points a character and space, from x to about x + 450.
void add_line(TextLayer* words, Points top, int line, int count = 10, Points x = 80, Points scale = 1) {
  for (int i = 0; i < count; ++i) {
    const Points left = x + 45 * scale * i;
    words->push_back({"withheld", {left, top, left + 40 * scale, top + 10 * scale}, {}, line, 0, {}});
  }
}

// Full lines 12 points apart, from top to bottom, all but those that the box hides.
TextLayer text_about(const Box& box, int lines = 20) {
  TextLayer words;
  for (int line = 0; line < lines; ++line) add_line(&words, 100 + 12 * line, line);
  std::erase_if(words,
                [&](const Word& word) { return box.contains(word.box.center_x(), word.box.center_y()); });
  return words;
}

Amount amount(const Box& box, const TextLayer& words) {
  return estimate_amount(box, type_lines(words, kPageWidth));
}

TEST(Amount, CountsCharactersOfOneLineByItsWidth) {
  const Box box{80, 160, 80 + 3 * 45, 170};  // three words and the spaces behind them
  const Amount found = amount(box, text_about(box));
  EXPECT_EQ(found.lines, 1);
  EXPECT_NEAR(found.characters, 26, 1);
  EXPECT_EQ(found.words, 3);
  EXPECT_EQ(found.basis, AmountBasis::kTypeAbout);
}

TEST(Amount, CountsLinesByThePitchOfTheLinesAbout) {
  const Box box{80, 160, 530, 160 + 4 * 12 + 10};
  const Amount found = amount(box, text_about(box));
  EXPECT_EQ(found.lines, 5);
  EXPECT_NEAR(found.characters, 5 * 90, 12);
}

TEST(Amount, IsTheSameForABoxDrawnExactlyAndOneDrawnGenerously) {
  const Box exact{80, 160, 215, 170}, generous{78, 158, 218, 172};
  EXPECT_NEAR(amount(exact, text_about(exact)).characters, amount(generous, text_about(generous)).characters,
              1);
  EXPECT_EQ(amount(generous, text_about(generous)).lines, 1);
}

TEST(Amount, LinesThatAreHalfEmptyAboutAPlaceAreTakenToBeSoUnderIt) {
  const Box box{80, 160, 530, 160 + 3 * 12 + 10};
  TextLayer ragged;
  for (int line = 0; line < 20; ++line) add_line(&ragged, 100 + 12 * line, line, line % 2 == 0 ? 10 : 2);
  std::erase_if(ragged,
                [&](const Word& word) { return box.contains(word.box.center_x(), word.box.center_y()); });
  EXPECT_LT(amount(box, ragged).characters, 0.8 * amount(box, text_about(box)).characters);
}

TEST(Amount, OfACoverInPartsIsTheirSumOnTheLinesOfItsBox) {
  const Box long_line{80, 160, 80 + 8 * 45, 172}, short_line{80, 172, 80 + 2 * 45, 184};
  const Box around = bounding(long_line, short_line);
  const auto lines = type_lines(text_about(around), kPageWidth);
  const Amount whole = estimate_amount({long_line, short_line}, around, lines);
  EXPECT_EQ(whole.lines, 2);
  EXPECT_EQ(whole.characters,
            estimate_amount(long_line, lines).characters + estimate_amount(short_line, lines).characters);
  EXPECT_LT(whole.characters, estimate_amount(around, lines).characters);
}

TEST(Amount, OfAnAbsurdlyLargeBoxIsBounded) {
  const Amount found = amount({0, 0, 4e5, 4e5}, {});
  EXPECT_LE(found.characters, 1'000'000);
  EXPECT_GE(found.characters_high, found.characters);
}

TEST(Amount, DoesNotTakeAHeadingForTheTypeAbout) {
  const Box box{80, 160, 215, 170};
  TextLayer words = text_about(box);
  const int before = amount(box, words).characters;
  add_line(&words, 172, 90, 4, 80, 2.5);  // nearer than any line of text
  EXPECT_EQ(amount(box, words).characters, before);
}

TEST(Amount, DoesNotTakeALabelInTheMarginForTheTypeAbout) {
  const Box box{80, 160, 215, 170};
  TextLayer words = text_about(box);
  const int before = amount(box, words).characters;
  for (int i = 0; i < 6; ++i)
    words.push_back({"(b)(7)(C)", {570, 150.0 + 5 * i, 590, 154.0 + 5 * i}, {}, 100 + i, 9, {}});
  EXPECT_EQ(amount(box, words).characters, before);
}

TEST(Amount, WithoutTextOrdinaryTypeIsAssumedAndTheRangeIsWider) {
  const Box box{80, 160, 240, 171};
  const Amount known = amount(box, text_about(box)), assumed = amount(box, {});
  EXPECT_EQ(assumed.basis, AmountBasis::kAssumed);
  EXPECT_NEAR(assumed.characters, 28, 2);  // 5.5 points a character
  const auto spread = [](const Amount& of) {
    return static_cast<double>(of.characters_high) / of.characters_low;
  };
  EXPECT_GT(spread(assumed), spread(known));
}

TEST(Amount, LiesInItsRangeAndIsNeverNothing) {
  for (const Points width : {0.5, 3.0, 20.0, 90.0, 400.0}) {
    for (const Points height : {1.0, 10.0, 30.0, 500.0}) {
      const Box box{80, 160, 80 + width, 160 + height};
      const Amount found = amount(box, text_about(box));
      EXPECT_GE(found.lines, 1);
      EXPECT_GE(found.words, 1);
      EXPECT_GE(found.characters_low, 1);
      EXPECT_LE(found.characters_low, found.characters);
      EXPECT_LE(found.characters, found.characters_high);
    }
  }
}

TEST(TypeNear, PassesOverTextThatRunsUpThePage) {
  TextLayer words;
  for (int i = 0; i < 8; ++i)
    words.push_back({"sideways", {300, 100.0 + 50 * i, 310, 140.0 + 50 * i}, {}, i, 0, {}});
  EXPECT_TRUE(type_lines(words, kPageWidth).empty());
}

TEST(TypeNear, DoesNotCountTheGapsOfATableAsSpaces) {
  const TextLayer words = {{"Millrace", {80, 100, 120, 110}, {}, 0, 0, {}},
                           {"Sep", {300, 100, 315, 110}, {}, 0, 0, {}}};
  const auto lines = type_lines(words, kPageWidth);
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].characters, 11);
  EXPECT_DOUBLE_EQ(lines[0].width, 55);
}

}  // namespace
}  // namespace vaughn::worker
