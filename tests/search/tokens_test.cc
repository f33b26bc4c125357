// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/tokens.h"

#include <gmock/gmock.h>

namespace vaughn::search {
namespace {

using ::testing::ElementsAre;

Token word(const std::string& text) {
  return {TokenKind::kWord, text, "", false, false};
}
Token phrase(const std::string& text) {
  return {TokenKind::kPhrase, text, "", false, false};
}

TEST(Tokens, SplitAtSpacesOfAnyKind) {
  EXPECT_THAT(tokenize("a\tb\u00a0c\u3000d").tokens, ElementsAre(word("a"), word("b"), word("c"), word("d")));
}

TEST(Tokens, BeginAPhraseAtAQuoteInsideAWord) {
  EXPECT_THAT(tokenize("ab\"c d\"e").tokens, ElementsAre(word("ab"), phrase("c d"), word("e")));
}

TEST(Tokens, KnowAMinusOnlyBeforeAWord) {
  const auto tokens = tokenize("a - b -c").tokens;
  ASSERT_EQ(tokens.size(), 4u);
  EXPECT_EQ(tokens[1], word("-"));
  EXPECT_TRUE(tokens[3].negated);
}

TEST(Tokens, TakeOperatorsInQuotesAsText) {
  EXPECT_THAT(tokenize("\"OR\" \"NOT\"").tokens, ElementsAre(phrase("OR"), phrase("NOT")));
}

TEST(Tokens, TellLettersAndDigitsOfAnyScriptFromSigns) {
  for (const char* text : {"a", "(b)", "7", "é", "Ω", "証", "½", "\u0627"})
    EXPECT_TRUE(has_letters_or_digits(text)) << text;
  for (const char* text : {"", "&", "()", "—", "⟦⟧", "★", "€", "\u00a0"})
    EXPECT_FALSE(has_letters_or_digits(text)) << text;
}

}  // namespace
}  // namespace vaughn::search
