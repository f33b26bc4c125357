// SPDX-License-Identifier: GPL-3.0-or-later
// What a typed question becomes for FTS5, and what the person is told about it.
#include "vaughn/search/query.h"

#include <gmock/gmock.h>

namespace vaughn::search {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Case {
  std::string typed, match;
};

void expect_matches(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(parse_query(c.typed).text.match, c.match) << "typed: " << c.typed;
}

TEST(Query, JoinsWordsPhrasesAndBeginnings) {
  expect_matches({
      {"clearview", R"("clearview")"},
      {"  trial   account ", R"("trial" AND "account")"},
      {R"("trial account" vendor)", R"("trial account" AND "vendor")"},
      {"licen*", R"("licen"*)"},
      {R"("trial acc"*)", R"("trial acc"*)"},
      {"one OR other", R"("one" OR "other")"},
      {"a b OR c", R"(("a" AND "b") OR "c")"},
      {"a AND b", R"("a" AND "b")"},
      {"vendor -draft", R"(("vendor") NOT ("draft"))"},
      {R"(vendor NOT "first draft" -memo)", R"(("vendor") NOT ("first draft" OR "memo"))"},
      {"a OR b -c", R"("a" OR (("b") NOT ("c")))"},
  });
}

TEST(Query, TakesEverythingElseAsItStands) {
  expect_matches({
      {"(b)(6)", R"q("(b)(6)")q"},
      {"AT&T", R"("AT&T")"},
      {"3:17-cv-1234", R"("3:17-cv-1234")"},
      {"clearview.ai", R"("clearview.ai")"},
      {"O'Brien", R"("O'Brien")"},
      {"NEAR a", R"("NEAR" AND "a")"},
      {"NEAR(a b)", R"q("NEAR(a" AND "b)")q"},
      {"text:word", R"("text:word")"},
      {"{text}:word ^word a+b", R"("{text}:word" AND "^word" AND "a+b")"},
      {"a*b", R"("a*b")"},
      {"or and not near", R"("or" AND "and" AND "not" AND "near")"},
      {"well-known", R"("well-known")"},
      {"“trial account”", R"("trial account")"},
      {"Zürich 証拠", R"("Zürich" AND "証拠")"},
  });
}

TEST(Query, TakesOperatorsWithoutOperandsAsWords) {
  expect_matches({
      {"OR", R"("OR")"},
      {"Portland OR", R"("Portland" AND "OR")"},
      {"NOT", R"("NOT")"},
      {"AND a", R"("AND" AND "a")"},
      {"a OR OR b", R"(("a" AND "OR") OR "b")"},
  });
  EXPECT_THAT(parse_query("Portland OR").notes, ElementsAre(HasSubstr("looked for as a word")));
}

TEST(Query, LooksForNothingWhereNothingIsToBeFound) {
  for (const char* typed : {"", "   ", "\"\"", "-", "*", "&", "§ — ★", "-x", "-x -y", "NOT x", "( )"})
    EXPECT_EQ(parse_query(typed).text.match, "") << typed;
}

TEST(Query, DropsWordsTheIndexCannotHoldAndSaysSo) {
  const ParsedQuery parsed = parse_query("fish & chips");
  EXPECT_EQ(parsed.text.match, R"("fish" AND "chips")");
  EXPECT_THAT(parsed.notes, ElementsAre(HasSubstr("\"&\"")));
}

TEST(Query, SaysThatAnExclusionAloneFindsNothing) {
  EXPECT_THAT(parse_query("-draft").notes, ElementsAre(HasSubstr("needs something to look for")));
}

TEST(Query, ClosesAnOpenQuoteAndSaysSo) {
  const ParsedQuery parsed = parse_query("vendor \"trial account");
  EXPECT_EQ(parsed.text.match, R"("vendor" AND "trial account")");
  EXPECT_THAT(parsed.notes, ElementsAre(HasSubstr("not closed")));
}

TEST(Query, SaysHowItReadOrBesideOtherWords) {
  EXPECT_THAT(parse_query("a b OR c").notes, ElementsAre(HasSubstr(R"(("a" AND "b") OR "c")")));
  EXPECT_THAT(parse_query("a OR c").notes, IsEmpty());
}

TEST(Query, CutsWhatNobodyTypes) {
  std::string book;
  for (int i = 0; i < 20'000; ++i) book += "word ";
  const ParsedQuery parsed = parse_query(book);
  EXPECT_LT(parsed.text.match.size(), 20'000u);
  EXPECT_THAT(parsed.notes, ElementsAre(HasSubstr("very long")));
}

TEST(Conditions, AreTakenOutOfTheText) {
  const ParsedQuery parsed =
      parse_query("exemption:b7e Source:\"prod 2\" trial page:12 text-source:scan exemption:(b)(6)");
  EXPECT_EQ(parsed.text.match, R"("trial")");
  EXPECT_THAT(parsed.text.exemptions, ElementsAre("b7e", "(b)(6)"));
  EXPECT_EQ(parsed.text.source_like, "prod 2");
  EXPECT_EQ(parsed.text.page, 12);
  EXPECT_EQ(parsed.text.text_source, "scan");
  EXPECT_THAT(parsed.notes, IsEmpty());
}

TEST(Conditions, AloneAreAQuestion) {
  const ParsedQuery parsed = parse_query("exemption:b5");
  EXPECT_EQ(parsed.text.match, "");
  EXPECT_THAT(parsed.text.exemptions, SizeIs(1));
}

TEST(Conditions, WithoutAValueAreWords) {
  const ParsedQuery parsed = parse_query("source: memo");
  EXPECT_EQ(parsed.text.match, R"("source:" AND "memo")");
  EXPECT_EQ(parsed.text.source_like, "");
}

TEST(Conditions, AreExplainedWhereTheyCannotBeMet) {
  const std::pair<const char*, const char*> cases[] = {
      {"page:twelve", "not a page number"},   {"text-source:scam", "did you mean scan"},
      {"exemption:?", "no exemption"},        {"-exemption:b6 a", "left out"},
      {"NOT exemption:b6", "left out"},       {"a OR b exemption:b6", "whole question"},
      {"source:a source:b", "Only the last"},
  };
  for (const auto& [typed, said] : cases)
    EXPECT_THAT(parse_query(typed).notes, ::testing::Contains(HasSubstr(said))) << typed;
}

}  // namespace
}  // namespace vaughn::search
