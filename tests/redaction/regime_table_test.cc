// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/redaction/regime_table.h"

#include <gtest/gtest.h>

#include <set>

#include "redaction/code_pattern.h"
#include "redaction/regime_rows.h"
#include "vaughn/base/files.h"

namespace vaughn::redaction {
namespace {

TEST(MeaningOf, KnowsEveryFoiaExemption) {
  for (const char* code :
       {"(b)(1)", "(b)(2)", "(b)(3)", "(b)(4)", "(b)(5)", "(b)(6)", "(b)(7)", "(b)(7)(A)", "(b)(7)(B)",
        "(b)(7)(C)", "(b)(7)(D)", "(b)(7)(E)", "(b)(7)(F)", "(b)(8)", "(b)(9)"}) {
    const auto meaning = meaning_of(code);
    ASSERT_TRUE(meaning) << code;
    EXPECT_EQ(meaning->canonical, code);
  }
}

TEST(MeaningOf, GivesTheLabelOfTheAnnualReport) {
  EXPECT_EQ(meaning_of("(b)(7)(C)")->label, "Ex. 7(C)");
}

TEST(MeaningOf, PassesOverWhatFollowsTheCode) {
  EXPECT_EQ(meaning_of("(b)(5)-DPP/ACP")->canonical, "(b)(5)");
  EXPECT_EQ(meaning_of("(b)(3):50 USC 3024(i)")->canonical, "(b)(3)");
  EXPECT_EQ(meaning_of("(b)(7)(E)-1,2")->canonical, "(b)(7)(E)");
  EXPECT_EQ(meaning_of("EO:3.3(b)(1)>25Yrs")->canonical, "EO:3.3(b)");
  EXPECT_EQ(meaning_of("EO:25X1")->canonical, "EO:25X");
  EXPECT_EQ(meaning_of("UK s.40(3)")->canonical, "UK s.40");
}

TEST(MeaningOf, KnowsNothingOfOtherText) {
  for (const char* text : {"", "(b)", "(b)(66)", "(c)(6)", "UK s.400", "NRX"})
    EXPECT_FALSE(meaning_of(text)) << text;
}

struct Typed {
  const char* typed;
  const char* canonical;
};

TEST(NormaliseCode, UnderstandsWhatPeopleType) {
  for (const auto& [typed, canonical] :
       std::initializer_list<Typed>{{"b7e", "(b)(7)(E)"},
                                    {"b(7)(e)", "(b)(7)(E)"},
                                    {"(b)(7)(E)", "(b)(7)(E)"},
                                    {"7(E)", "(b)(7)(E)"},
                                    {"7e", "(b)(7)(E)"},
                                    {"B7E", "(b)(7)(E)"},
                                    {"(b)(7e)", "(b)(7)(E)"},
                                    {" b6 ", "(b)(6)"},
                                    {"6", "(b)(6)"},
                                    {"ex. 6", "(b)(6)"},
                                    {"Ex 7(c)", "(b)(7)(C)"},
                                    {"ex7c", "(b)(7)(C)"},
                                    {"exemption 5", "(b)(5)"},
                                    {"b5 dpp", "(b)(5)-DPP"},
                                    {"b8", "(b)(8)"},
                                    {"(b)(3):50 USC 3024(i)", "(b)(3):50 USC 3024(i)"},
                                    {"k2", "PA(k)(2)"},
                                    {"(j)(2)", "PA(j)(2)"},
                                    {"PA(k)(2)", "PA(k)(2)"},
                                    {"1.4c", "EO:1.4(c)"},
                                    {"1.4(C)", "EO:1.4(c)"},
                                    {"eo:1.4(c)", "EO:1.4(c)"},
                                    {"p6", "PRA P6"},
                                    {"nr", "NR"},
                                    {"non-responsive", "NR"},
                                    {"wif", "WIF"},
                                    {"5.1.2e", "Woo 5.1.2.e"},
                                    {"woo 5.1.2.e", "Woo 5.1.2.e"},
                                    {"10.2.e", "Wob 10.2.e"},
                                    {"7(1)(b)", "ILCS 7(1)(b)"},
                                    {"s40(2)", "UK s.40(2)"},
                                    {"s.19(1)", "ATIA s.19(1)"},
                                    {"b7E -3", "(b)(7)(E)-3"},
                                    {"rule 6(e)", "Rule 6(e)"}})
    EXPECT_EQ(normalise_code(typed), canonical) << typed;
}

TEST(NormaliseCode, IsEmptyWhenNotUnderstood) {
  for (const char* typed : {"", "  ", "b", "bS", "b0", "12", "hello", "(c)(6)", "6(e)(f)", "b6 or b7"})
    EXPECT_EQ(normalise_code(typed), "") << typed;
}

TEST(NormaliseCode, LeavesCanonicalCodesAlone) {
  for (const CodeMeaning& code : known_codes()) EXPECT_EQ(normalise_code(code.canonical), code.canonical);
}

TEST(RegimeRows, AllCompile) {
  for (const CodeRow& row : code_rows()) EXPECT_TRUE(Pattern::is_valid(row.printed)) << row.meaning.canonical;
  for (const SchemeRow& row : scheme_rows()) EXPECT_TRUE(Pattern::is_valid(row.printed)) << row.canonical;
}

TEST(RegimeRows, SayWhatEveryCodeMeans) {
  for (const CodeRow& row : code_rows()) {
    EXPECT_FALSE(row.meaning.meaning.empty() || row.meaning.wording.empty() || row.meaning.label.empty())
        << row.meaning.canonical;
    EXPECT_LE(row.meaning.meaning.size(), 40u) << row.meaning.canonical;
  }
}

TEST(RegimeRows, AreOfRegimesThatTheDocumentNames) {
  const auto document = read_file(VAUGHN_SOURCE_DIR "/docs/exemption-codes.md");
  ASSERT_TRUE(document);
  for (const CodeRow& row : code_rows())
    EXPECT_NE(document->find("| " + std::string(to_string(row.meaning.regime)) + " |"), std::string::npos)
        << to_string(row.meaning.regime);
}

TEST(KnownCodes, ListsEachCodeOnce) {
  std::set<std::string_view> seen;
  for (const CodeMeaning& code : known_codes())
    EXPECT_TRUE(seen.insert(code.canonical).second) << code.canonical;
  EXPECT_GT(seen.size(), 100u);
}

}  // namespace
}  // namespace vaughn::redaction
