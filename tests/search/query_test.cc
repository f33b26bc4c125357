// SPDX-License-Identifier: GPL-3.0-or-later
// How a typed query is read, told by how the question is printed, and what the person is told about it.
#include "vaughn/search/query.h"

#include <gmock/gmock.h>

namespace vaughn::search {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string read(std::string_view typed) {
  const auto question = parse_query(typed).question;
  return question ? print(*question) : "";
}

struct Case {
  std::string typed, read;
};

void expect_read(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(read(c.typed), c.read) << "typed: " << c.typed;
}

TEST(Query, JoinsWordsPhrasesAndBeginnings) {
  expect_read({
      {"clearview", "clearview"},
      {"  trial   account ", "trial AND account"},
      {R"("trial account" vendor)", R"("trial account" AND vendor)"},
      {"licen*", "licen*"},
      {R"("trial acc"*)", R"("trial acc"*)"},
      {"one OR other", "one OR other"},
      {"a b OR c", "(a AND b) OR c"},
      {"a AND b", "a AND b"},
      {"vendor -draft", "vendor AND NOT draft"},
      {R"(vendor NOT "first draft" -memo)", R"(vendor AND NOT "first draft" AND NOT memo)"},
      {"a OR b -c", "a OR (b AND NOT c)"},
      {"-draft", "NOT draft"},
      {"--draft", "draft"},
      {"NOT -draft", "draft"},
  });
}

TEST(Query, GroupsByParentheses) {
  expect_read({
      {"(a OR b) c", "(a OR b) AND c"},
      {"a (b c)", "a AND b AND c"},
      {"-(a b)", "NOT (a AND b)"},
      {"((a OR b) OR c)", "a OR b OR c"},
      {"((b)(6) OR (b)(5)) memo", "((b)(6) OR (b)(5)) AND memo"},
      {"(exemption:b5 OR x) y", "(exemption:b5 OR x) AND y"},
      {"( )", ""},
      {"a ()", "a"},
  });
}

TEST(Query, KnowsWhatStandsNear) {
  expect_read({
      {"NEAR(a b, 5)", "NEAR(a b, 5)"},
      {"NEAR(a \"b c\")", R"(NEAR(a "b c", 10))"},
      {"NEAR(a,b 3)", R"(NEAR("a,b" 3, 10))"},
      {"a NEAR/5 b", "NEAR(a b, 5)"},
      {"a NEAR b", "NEAR(a b, 10)"},
      {"a NEAR/5 b NEAR/5 c d", "NEAR(a b c, 5) AND d"},
      {R"("contracting officer" NEXT-TO redaction)", R"("contracting officer" NEXT-TO redaction)"},
      {"a NEXT-TO exemption:b6 b", "(a NEXT-TO exemption:b6) AND b"},
      {"clearview NEAR-REDACTION/5 exemption:b5", "clearview NEAR-REDACTION/5 exemption:b5"},
      {"(clearview NEAR-REDACTION/5) exemption:b5", "(clearview NEAR-REDACTION/5) AND exemption:b5"},
      {"(a OR b) NEXT-TO redaction", "(a NEXT-TO redaction) OR (b NEXT-TO redaction)"},
  });
}

TEST(Query, TakesEverythingElseAsItStands) {
  expect_read({
      {"(b)(6)", "(b)(6)"},
      {"(b)(7)(C)-1,2", "(b)(7)(C)-1,2"},
      {"AT&T", "AT&T"},
      {"3:17-cv-1234", "3:17-cv-1234"},
      {"clearview.ai", "clearview.ai"},
      {"O'Brien", "O'Brien"},
      {"NEAR a", "\"NEAR\" AND a"},
      {"text:word", "text:word"},
      {"{text}:word ^word a+b", "{text}:word AND ^word AND a+b"},
      {"a*b", "a*b"},
      {"or and not near", "or AND and AND not AND near"},
      {"well-known", "well-known"},
      {"“trial account”", R"("trial account")"},
      {"Zürich 証拠", "Zürich AND 証拠"},
      {"NEXT-TO nothing", "\"NEXT-TO\" AND nothing"},
      {"/usr/share", "/usr/share"},
      {"source: memo", "source: AND memo"},
  });
}

TEST(Query, KnowsPatternsAndSpellings) {
  expect_read({
      {"/clearv.ew/", "/clearv.ew/"},
      {"clearvlew~", "clearvlew~"},
  });
  EXPECT_THAT(parse_query("/a[/ b").notes, ElementsAre(HasSubstr("no regular expression")));
}

TEST(Query, AsksForRecordsAndMessages) {
  expect_read({
      {"type:email from:roe", "type:email AND from:roe"},
      {"domain:vendor.example OR subject:\"lens demo\"", "domain:vendor.example OR subject:\"lens demo\""},
      {"date:2030-10", "date:2030-10"},
      {"date:2030-09..2030-10-18", "date:2030-09..2030-10-18"},
      {"after:2030 before:2031-05", "after:2030 AND before:2031-05"},
      {"amount:>$100,000", "amount:>100000"},
      {"contract:70BBRM31P", "contract:70BBRM31P"},
  });
}

TEST(Query, TakesOperatorsWithoutOperandsAsWords) {
  expect_read({
      {"OR", "\"OR\""},
      {"Portland OR", "Portland AND \"OR\""},
      {"NOT", "\"NOT\""},
      {"AND a", "\"AND\" AND a"},
      {"a OR OR b", "(a AND \"OR\") OR b"},
  });
  EXPECT_THAT(parse_query("Portland OR").notes, ElementsAre(HasSubstr("looked for as a word")));
}

TEST(Query, LooksForNothingWhereNothingIsToBeFound) {
  for (const char* typed : {"", "   ", "\"\"", "-", "*", "&", "§ — ★", "( )"})
    EXPECT_EQ(read(typed), "") << typed;
}

TEST(Query, SaysWhatItDidNotUse) {
  const std::pair<const char*, const char*> cases[] = {
      {"fish & chips", "\"&\""},
      {"vendor \"trial account", "not closed"},
      {"(a b", "no partner"},
      {"a) b", "no partner"},
      {"a NEAR/3 (b c)", "nothing to join"},
      {"source:x NEXT-TO redaction", "words and phrases"},
      {"page:twelve", "no such number"},
      {"withheld:lots a", "no such number"},
      {"text-source:scam", "did you mean scan"},
      {"exemption:?", "no exemption"},
      {"redacted:perhaps", "not one of redacted:yes, whole, no"},
      {"bates:none", "no Bates number"},
      {"from:\" \" a", "says nothing"},
      {"date:october", "no date"},
      {"after:2030..2031", "no date"},
      {"amount:lots", "no amount"},
  };
  for (const auto& [typed, said] : cases) {
    const ParsedQuery query = parse_query(typed);
    EXPECT_THAT(query.notes, Contains(HasSubstr(said))) << typed;
    EXPECT_TRUE(query.departs) << typed;
  }
}

TEST(Query, SaysHowItReadOrBesideOtherWords) {
  const ParsedQuery query = parse_query("a b OR c");
  EXPECT_THAT(query.notes, ElementsAre("Read as: (a AND b) OR c"));
  EXPECT_FALSE(query.departs);
  EXPECT_THAT(parse_query("a OR c").notes, IsEmpty());
}

TEST(Query, CutsWhatNobodyTypes) {
  std::string book;
  for (int i = 0; i < 20'000; ++i) book += "word ";
  EXPECT_THAT(parse_query(book).notes, ElementsAre(HasSubstr("very long")));
}

TEST(Conditions, HoldWhereTheyStand) {
  expect_read({
      {"exemption:b7e Source:\"prod 2\" trial", "exemption:b7e AND source:\"prod 2\" AND trial"},
      {"exemption:(b)(6)?", R"q(exemption:"(b)(6)?")q"},
      {"a OR exemption:b6", "a OR exemption:b6"},
      {"-exemption:b6 a", "NOT exemption:b6 AND a"},
      {"page:12", "page:12"},
      {"page:3-7 page:3..7", "page:3..7 AND page:3..7"},
      {"page:>10 page:<=3", "page:>10 AND page:<=3"},
      {"withheld:>50% withheld:0.5..1", "withheld:>0.5 AND withheld:0.5..1"},
      {"confidence:>80", "confidence:>0.8"},
      {"redacted:yes redacted:no redacted:whole", "redacted:yes AND NOT redacted:yes AND redacted:whole"},
      {"unlabelled:yes leak:no", "unlabelled:yes AND NOT leak:yes"},
      {"bates:ICE-000120..ICE-000140", "bates:ICE-000120..ICE-000140"},
      {"text-source:SCAN agency:ICE request:2020 release:x",
       "text-source:scan AND agency:ICE AND request:2020 AND release:x"},
  });
}

}  // namespace
}  // namespace vaughn::search
