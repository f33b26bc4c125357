// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/known_words.h"

#include <gtest/gtest.h>

#include <sstream>

namespace vaughn::worker {
namespace {

TextLayer words_of(const std::string& text) {
  TextLayer words;
  std::istringstream in(text);
  for (std::string word; in >> word;) words.push_back({word, {0, 0, 10, 10}, {}, 0, 0, {}});
  return words;
}

TEST(KnownWords, AreWhateverTheirCase) {
  for (const char* word : {"contract", "Contract", "CONTRACT", "witness"})
    EXPECT_TRUE(is_known_word(word)) << word;
  int taken_for_words = 0;
  for (const char* word : {"contrxct", "tbe", "vvith", "qnick", "zzyzx", "rnatter", "ofiice", "pho1gn1ph"})
    taken_for_words += is_known_word(word) ? 1 : 0;
  EXPECT_LE(taken_for_words, 1);
}

TEST(KnownWords, ProseIsNearlyAllOfThem) {
  const Language language =
      measure_language(words_of("\"The agency's officer signed the trial-account letter,\" he said."));
  EXPECT_EQ(language.known_share, 1);
  EXPECT_NEAR(language.little_share, 2.0 / 9, 1e-9);
}

TEST(KnownWords, ShortWordsAndNumbersDoNotCount) {
  const Language language = measure_language(words_of("b6 -2,-4 b7C 1234 of I"));
  EXPECT_EQ(language.letters, 0);
  EXPECT_EQ(language.known_share, 0);
}

TEST(KnownWords, NothingIsNothing) {
  EXPECT_EQ(measure_language({}).little_share, 0);
}

}  // namespace
}  // namespace vaughn::worker
