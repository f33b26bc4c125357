// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/hidden_words.h"

#include <gmock/gmock.h>

#include "worker/out_of_sight.h"

namespace vaughn::worker {
namespace {

using ::testing::ElementsAre;

TEST(WorthOfHiddenText, IsThatOfItsWords) {
  const std::pair<const char*, Worth> cases[] = {
      {"Wilhelmina Sample", Worth::kWords},
      {"No", Worth::kWords},
      {"123-45-6789", Worth::kWords},
      {"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", Worth::kWords},
      {"", Worth::kNothing},
      {"x", Worth::kNothing},
      {"— …", Worth::kNothing},
      {"XXXX XXXXX", Worth::kNothing},
      {"[REDACTED]", Worth::kNothing},
      {"privileged & confidential", Worth::kNothing},
      {"________", Worth::kNothing},
      {"____ District of ____", Worth::kNothing},
      {"03/14/2019", Worth::kDate},
      {"14 March 2019", Worth::kDate},
      {"03/14/", Worth::kDate},
      {"03/14/2019 Wilhelmina", Worth::kWords},
      {"Case 1:20-cv-01234 Document 5 Filed 01/02/20 Page 3 of 9", Worth::kNothing},
      {"CAUTION - EXTERNAL EMAIL: do not open", Worth::kNothing},
  };
  for (const auto& [text, worth] : cases) EXPECT_EQ(worth_of(text), worth) << text;
}

TEST(LooksLikeWord, TellsWordsFromTheNoiseOfBorders) {
  for (const char* word : {"Sample", "inspector,", "2019", "née", "“Orchard”"})
    EXPECT_TRUE(looks_like_word(word)) << word;
  for (const char* noise : {"lll", "|I|", "i1", "___", "—", "b7C", "LLLL", "x"})
    EXPECT_FALSE(looks_like_word(noise)) << noise;
}

TEST(Tokens, AreLowerCaseWithoutMarks) {
  EXPECT_THAT(tokens_of("Ms. Sample’s 3-page letter"), ElementsAre("ms", "samples", "3", "page", "letter"));
}

TEST(TextOfGlyphs, HasSpacesWhereThereAreGaps) {
  const auto glyph = [](const char* text, Points x, Points y) {
    return pdf::Glyph{.text = text, .box = {x, y, x + 6, y + 12}};
  };
  const std::vector<pdf::Glyph> glyphs = {glyph("a", 0, 0), glyph("b", 6, 0), glyph("c", 16, 0),
                                          glyph("", 0, 14)};
  std::vector<const pdf::Glyph*> pointers;
  for (const pdf::Glyph& each : glyphs) pointers.push_back(&each);
  EXPECT_EQ(text_of(pointers), "ab c \xEF\xBF\xBD");
  EXPECT_EQ(count_characters(pointers), 4);
}

TEST(PrintersLine, IsKnownByItsSigns) {
  for (const char* line : {"report.indd 3", "12/4/19 10:32 AM", "Cyan Magenta", "Proof 2"})
    EXPECT_TRUE(is_printers_line(line)) << line;
  EXPECT_FALSE(is_printers_line("Copies went to Wilhelmina Sample"));
}

}  // namespace
}  // namespace vaughn::worker
