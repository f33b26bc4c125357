// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/words_codec.h"

#include <gtest/gtest.h>

#include <random>

#include "store/builders.h"

namespace vaughn::store {
namespace {

TextLayer round_trip(const TextLayer& words, const std::string& text) {
  const auto decoded = decode_words(encode_words(words, text), text);
  EXPECT_TRUE(decoded);
  return decoded.value_or(TextLayer{});
}

TEST(WordsCodec, GivesBackTheWordsOfAPage) {
  const PageReading page = full_reading(1);
  EXPECT_EQ(round_trip(page.words, page.text), page.words);
}

TEST(WordsCodec, GivesBackNoWords) {
  EXPECT_TRUE(round_trip({}, "text").empty());
}

TEST(WordsCodec, KeepsBoxesToATenthOfAPointAndConfidencesToAHalfPerCent) {
  const Word word{"text", {1.04, 2.06, 3.333, -4.0}, 0.123, 3, 2, 0};
  const Word kept = round_trip({word}, "text").at(0);
  EXPECT_EQ(kept.box, (Box{1.0, 2.1, 3.3, -4.0}));
  EXPECT_EQ(kept.confidence, 0.125);
  EXPECT_EQ(kept.line, 3);
  EXPECT_EQ(kept.block, 2);
}

TEST(WordsCodec, TellsNoConfidenceFromNone) {
  const TextLayer words = round_trip({{"a", {}, 0.0, 0, 0, 0}, {"b", {}, std::nullopt, 0, 0, 1}}, "ab");
  EXPECT_EQ(words[0].confidence, 0.0);
  EXPECT_EQ(words[1].confidence, std::nullopt);
}

TEST(WordsCodec, SpellsOutAWordThatIsNotWhereItSays) {
  const TextLayer words{
      {"lost", {}, {}, 0, 0, 3}, {"loose", {}, {}, 0, 0, std::nullopt}, {"far", {}, {}, 0, 0, 999}};
  const TextLayer kept = round_trip(words, "other text");
  ASSERT_EQ(kept.size(), 3u);
  EXPECT_EQ(kept[0].text, "lost");
  EXPECT_EQ(kept[1].text, "loose");
  EXPECT_EQ(kept[2].text, "far");
  EXPECT_EQ(kept[0].offset, std::nullopt);
}

TEST(WordsCodec, TakesWordsInAnyOrder) {
  const TextLayer words{{"second", {300, 1, 320, 2}, 0.5, 9, 4, 6},
                        {"first", {10, 700, 30, 710}, 0.5, 1, 0, 0}};
  EXPECT_EQ(round_trip(words, "first second"), words);
}

TEST(WordsCodec, NeedsAboutTenBytesAWord) {
  const PageReading page = reading(1, "words that stand one behind the other on a line of a page");
  EXPECT_LT(encode_words(page.words, page.text).size(), page.words.size() * 11);
}

TEST(WordsCodec, RefusesEveryTruncation) {
  const PageReading page = full_reading(1);
  const std::string whole = encode_words(page.words, page.text);
  for (std::size_t size = 0; size < whole.size(); ++size)
    EXPECT_FALSE(decode_words(whole.substr(0, size), page.text)) << size;
  EXPECT_FALSE(decode_words(whole + "x", page.text));
}

TEST(WordsCodec, RefusesWordsOfAnotherText) {
  const PageReading page = full_reading(1);
  EXPECT_FALSE(decode_words(encode_words(page.words, page.text), "short"));
}

TEST(WordsCodec, SurvivesAnyBytes) {
  std::mt19937 random(7);
  for (int i = 0; i < 20'000; ++i) {
    std::string bytes(random() % 60, '\x01');
    for (std::size_t at = 1; at < bytes.size(); ++at) bytes[at] = static_cast<char>(random());
    if (const auto words = decode_words(bytes, "some text of a page")) {
      EXPECT_LT(words->size(), 60u);
    }
  }
}

}  // namespace
}  // namespace vaughn::store
