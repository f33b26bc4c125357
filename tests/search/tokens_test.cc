// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/tokens.h"

#include <gmock/gmock.h>

namespace vaughn::search {
namespace {

using ::testing::ElementsAre;

Token word(const std::string& text) {
  return {TokenKind::kWord, text};
}
Token phrase(const std::string& text) {
  return {TokenKind::kPhrase, text};
}

std::vector<TokenKind> kinds(std::string_view typed) {
  std::vector<TokenKind> all;
  for (const Token& token : tokenize(typed).tokens) all.push_back(token.kind);
  return all;
}

TEST(Tokens, SplitAtSpacesOfAnyKind) {
  EXPECT_THAT(tokenize("a\tb\u00a0c\u3000d").tokens, ElementsAre(word("a"), word("b"), word("c"), word("d")));
}

TEST(Tokens, BeginAPhraseAtAQuoteInsideAWord) {
  EXPECT_THAT(tokenize("ab\"c d\"e").tokens, ElementsAre(word("ab"), phrase("c d"), word("e")));
}

TEST(Tokens, KnowAMinusOnlyBeforeAWord) {
  const auto tokens = tokenize("a - b -c").tokens;
  ASSERT_EQ(tokens.size(), 5u);
  EXPECT_EQ(tokens[1], word("-"));
  EXPECT_EQ(tokens[3].kind, TokenKind::kNot);
}

TEST(Tokens, TakeOperatorsInQuotesAsText) {
  EXPECT_THAT(tokenize("\"OR\" \"NOT\"").tokens, ElementsAre(phrase("OR"), phrase("NOT")));
}

TEST(Tokens, TakeTheParenthesesOfCodesAsText) {
  EXPECT_THAT(tokenize("(b)(6) (b)(7)(C)-1,2 (6) f(x) a)").tokens,
              ElementsAre(word("(b)(6)"), word("(b)(7)(C)-1,2"), word("(6)"), word("f(x)"), word("a)")));
}

TEST(Tokens, KnowParenthesesThatGroup) {
  using K = TokenKind;
  EXPECT_THAT(kinds("(a OR b) c"), ElementsAre(K::kOpen, K::kWord, K::kOr, K::kWord, K::kClose, K::kWord));
  EXPECT_THAT(kinds("-(a b)"), ElementsAre(K::kNot, K::kOpen, K::kWord, K::kWord, K::kClose));
  EXPECT_THAT(kinds("((b)(6) OR \"a )\")"), ElementsAre(K::kOpen, K::kWord, K::kOr, K::kPhrase, K::kClose));
  EXPECT_THAT(kinds("(exemption:(b)(6) a)"), ElementsAre(K::kOpen, K::kField, K::kWord, K::kClose));
  EXPECT_THAT(kinds("NEAR(a b, 3)"), ElementsAre(K::kNearGroup, K::kWord, K::kWord, K::kWord, K::kClose));
  EXPECT_THAT(kinds("(a b"), ElementsAre(K::kWord, K::kWord));
}

TEST(Tokens, KnowPatternsByTheirSlashes) {
  EXPECT_THAT(tokenize(R"(/a\/b c/ and/or /usr/share x/)").tokens,
              ElementsAre(Token{TokenKind::kPattern, R"(a\/b c)"}, word("and/or"),
                          Token{TokenKind::kPattern, "usr/share x"}));
  EXPECT_THAT(tokenize("/usr/share").tokens, ElementsAre(word("/usr/share")));
}

TEST(Tokens, KnowOperatorsThatMeasure) {
  const auto tokens = tokenize("a NEAR/5 b NEAR-REDACTION/3").tokens;
  ASSERT_EQ(tokens.size(), 4u);
  EXPECT_EQ(tokens[1].kind, TokenKind::kNear);
  EXPECT_EQ(tokens[1].number, 5);
  EXPECT_EQ(tokens[3].kind, TokenKind::kNearRedaction);
  EXPECT_EQ(tokens[3].number, 3);
  EXPECT_THAT(tokenize("a AND/5 b").tokens, ElementsAre(word("a"), word("AND/5"), word("b")));
}

TEST(Tokens, KnowBeginningsAndSpellings) {
  const auto tokens = tokenize("licen* clearvlew~ * ~").tokens;
  ASSERT_EQ(tokens.size(), 4u);
  EXPECT_TRUE(tokens[0].prefix);
  EXPECT_TRUE(tokens[1].fuzzy);
  EXPECT_EQ(tokens[2], word("*"));
  EXPECT_EQ(tokens[3], word("~"));
}

TEST(Tokens, TellLettersAndDigitsOfAnyScriptFromSigns) {
  for (const char* text : {"a", "(b)", "7", "é", "Ω", "証", "½", "\u0627"})
    EXPECT_TRUE(has_letters_or_digits(text)) << text;
  for (const char* text : {"", "&", "()", "—", "⟦⟧", "★", "€", "\u00a0"})
    EXPECT_FALSE(has_letters_or_digits(text)) << text;
}

}  // namespace
}  // namespace vaughn::search
