// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/text_errors.h"

#include <gtest/gtest.h>

#include "eval/plain_words.h"

namespace vaughn::eval {
namespace {

TEST(TextErrors, EqualTextsHaveNone) {
  const TextErrors errors = compare_words({"a", "plain", "word"}, {"a", "plain", "word"});
  EXPECT_EQ(errors.word_edits, 0);
  EXPECT_EQ(errors.character_edits, 0);
  EXPECT_EQ(errors.errors_any_order, 0);
  EXPECT_DOUBLE_EQ(errors.recall(), 1);
  EXPECT_DOUBLE_EQ(errors.precision(), 1);
}

TEST(TextErrors, WrongMissingAndInventedWordsCountOneEach) {
  const TextErrors errors =
      compare_words({"the", "first", "page", "of", "two"}, {"the", "fist", "page", "two", "|"});
  EXPECT_EQ(errors.word_edits, 3);
  EXPECT_EQ(errors.words_found, 3);
  EXPECT_DOUBLE_EQ(errors.word_error_rate(), 0.6);
  EXPECT_DOUBLE_EQ(errors.recall(), 0.6);
  EXPECT_DOUBLE_EQ(errors.precision(), 0.6);
}

TEST(TextErrors, OrderCountsInOneMeasureOnly) {
  const TextErrors errors =
      compare_words({"left", "column", "right", "text"}, {"right", "text", "left", "column"});
  EXPECT_EQ(errors.word_edits, 4);
  EXPECT_EQ(errors.errors_any_order, 0);
  EXPECT_EQ(errors.words_found, 4);
}

TEST(TextErrors, AWordReadTwiceIsFoundOnce) {
  const TextErrors errors = compare_words({"one", "stamp"}, {"stamp", "stamp"});
  EXPECT_EQ(errors.words_found, 1);
  EXPECT_EQ(errors.errors_any_order, 1);
}

TEST(TextErrors, CharactersAreCodePoints) {
  const TextErrors errors = compare_words({"d\u00E9j\u00E0", "vu"}, {"deja", "vu"});
  EXPECT_EQ(errors.true_characters, 7);
  EXPECT_EQ(errors.character_edits, 2);
}

TEST(TextErrors, NothingReadMissesEverything) {
  const TextErrors errors = compare_words({"three", "small", "words"}, {});
  EXPECT_EQ(errors.word_edits, 3);
  EXPECT_EQ(errors.errors_any_order, 3);
  EXPECT_DOUBLE_EQ(errors.recall(), 0);
}

TEST(TextErrors, PagesAddUp) {
  TextErrors sum = compare_words({"a", "b"}, {"a", "c"});
  sum += compare_words({"d", "e"}, {"d", "e"});
  EXPECT_DOUBLE_EQ(sum.word_error_rate(), 0.25);
}

TEST(PlainWords, WritesOneWayWhatMayBeWrittenTwo) {
  const std::vector<std::string> expected = {"the", "office's", "\"final\"", "-", "file..."};
  EXPECT_EQ(plain_words("the of\uFB01ce\u2019s \u201C\uFB01nal\u201D\u00A0\u2014\n \uFB01le\u2026"),
            expected);
}

TEST(PlainWords, ComposesLetters) {
  EXPECT_EQ(plain("Ine\u0301s"), "In\u00E9s");
}

TEST(PlainWords, KeepsCaseAndPunctuation) {
  const std::vector<std::string> expected = {"Dear", "Ms.", "(b)(6),"};
  EXPECT_EQ(plain_words(" Dear Ms.\t(b)(6), "), expected);
}

}  // namespace
}  // namespace vaughn::eval
