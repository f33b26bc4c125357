// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/redaction/code_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "vaughn/base/files.h"
#include "vaughn/base/strings.h"

namespace vaughn::redaction {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

std::string shown(const CodeHit& hit) {
  return std::string(to_string(hit.role)) + ":" + hit.code + (hit.certain ? "" : "?");
}

std::vector<std::string> read(std::string_view text, const CodeContext& context = {}) {
  std::vector<std::string> all;
  for (const CodeHit& hit : read_codes(text, context)) all.push_back(shown(hit));
  return all;
}

CodeContext placed(CodePlace place) {
  CodeContext context;
  context.place = place;
  return context;
}

CodeContext on(PageKind page) {
  CodeContext context;
  context.page = page;
  return context;
}

// One row of exemption_cases.tsv.
struct Case {
  std::string id, text;
  CodeContext context;
  std::set<std::string> expected;
};

void PrintTo(const Case& row, std::ostream* out) {
  *out << row.id << " \"" << row.text << "\"";
}

void apply_option(const std::string& option, CodeContext* context) {
  const std::vector<std::string> pair = split(option, '=');
  if (pair[0] == "ocr") context->origin = TextOrigin::kBornDigital;
  if (pair[0] == "letter") context->page = PageKind::kLetter;
  if (pair[0] == "margin") context->place = CodePlace::kMargin;
  if (pair[0] == "box") context->place = CodePlace::kBox;
  if (pair[0] == "pa") context->request = RequestKind::kFirstPerson;
  if (pair[0] == "agency") context->agency = pair[1];
}

Case parse_case(const std::string& line) {
  const std::vector<std::string> fields = split(line, '\t');
  Case row{fields[0], replace_all(fields[2], "\\n", "\n"), {}, {}};
  if (fields[1] != "-")
    for (const std::string& option : split(fields[1], ',')) apply_option(option, &row.context);
  if (fields[3] != "NONE")
    for (const std::string& code : split(replace_all(fields[3], " | ", "\x01"), '\x01'))
      row.expected.insert(code);
  return row;
}

std::vector<Case> all_cases() {
  const auto table = read_file(VAUGHN_SOURCE_DIR "/tests/redaction/exemption_cases.tsv");
  std::vector<Case> cases;
  if (!table) return cases;
  for (const std::string& line : split(*table, '\n'))
    if (!line.empty() && line[0] != '#') cases.push_back(parse_case(line));
  return cases;
}

class ExemptionCase : public testing::TestWithParam<Case> {};

TEST_P(ExemptionCase, IsReadAsTheTableSays) {
  const Case& row = GetParam();
  std::set<std::string> codes;
  for (const std::string& code : read(row.text, row.context)) codes.insert(code);
  EXPECT_EQ(codes, row.expected) << row.id << ": " << row.text;
}

INSTANTIATE_TEST_SUITE_P(Table, ExemptionCase, testing::ValuesIn(all_cases()),
                         [](const testing::TestParamInfo<Case>& row) { return row.param.id; });

TEST(ExemptionCases, AreAllThere) {
  EXPECT_EQ(all_cases().size(), 176u);
}

TEST(ReadCodes, KeepsTheCharactersAsTheyStand) {
  const std::string text = "To: \uff08b\uff09\u00a0(7)(c), cc";
  const auto hits = read_codes(text, {});
  ASSERT_EQ(hits.size(), 1u);
  EXPECT_EQ(hits[0].raw, "\uff08b\uff09\u00a0(7)(c)");
  EXPECT_EQ(text.substr(hits[0].begin, hits[0].end - hits[0].begin), hits[0].raw);
}

TEST(ReadCodes, ReportsEveryOccurrence) {
  EXPECT_THAT(read("From: (b)(6)\nTo: (b)(6)"), ElementsAre("label:(b)(6)", "label:(b)(6)"));
}

TEST(ReadCodes, SeparatesCodesPrintedWithoutASpace) {
  EXPECT_THAT(read("(b)(6)(b)(7)(C)"), ElementsAre("label:(b)(6)", "label:(b)(7)(C)"));
  EXPECT_THAT(read("(b)(7)(E) (b)(6)"), ElementsAre("label:(b)(7)(E)", "label:(b)(6)"));
}

TEST(ReadCodes, KeepsCategoryNumbers) {
  EXPECT_THAT(read("(b)(7)(E)-1,2,3"), ElementsAre("label:(b)(7)(E)-1,2,3"));
  EXPECT_THAT(read("b6 -2,-4"), ElementsAre("label:(b)(6)-2,4"));
  EXPECT_THAT(read("b3    - 1;  b6  - 2,-6;"), ElementsAre("label:(b)(3)-1", "label:(b)(6)-2,6"));
}

TEST(ReadCodes, DoesNotTakeAnEnumerationForCategories) {
  EXPECT_THAT(read("Called by (b)(6) - 3 times in June"), ElementsAre("label:(b)(6)"));
}

TEST(ReadCodes, BelievesALabelBehindAnOrdinaryNumber) {
  EXPECT_THAT(read("Sent: May 3, 2020 (b)(6)"), ElementsAre("label:(b)(6)"));
  EXPECT_THAT(read("call (202) (b)(6)"), ElementsAre("label:(b)(6)"));
}

TEST(ReadCodes, BelievesALabelThatLostTheSpaceBeforeIt) {
  EXPECT_THAT(read("Special Agent(b)(6)"), ElementsAre("label:(b)(6)"));
}

TEST(ReadCodes, TakesASignatureForNoProse) {
  EXPECT_THAT(read("Regards,\n(b)(6)\nDeputy Assistant Director\n"), ElementsAre("label:(b)(6)"));
}

TEST(ReadCodes, MakesTheRestOfACitationAMention) {
  EXPECT_THAT(read("under 5 U.S.C. § 552(b)(6), (b)(7)(C) we may"), ElementsAre("mention:(b)(7)(C)"));
}

TEST(ReadCodes, LeavesParagraphsOfAnotherStatuteAlone) {
  EXPECT_THAT(read("See 8 U.S.C. § 1182(a)(2)(B) and (b)(3)"), IsEmpty());
}

TEST(ReadCodes, LeavesNumberedListsAlone) {
  EXPECT_THAT(read("(6)(1) first item"), IsEmpty());
}

TEST(ReadCodes, LooksForProseOnTheSameLineOnly) {
  EXPECT_THAT(read("a price of (b)(4) apiece\n\nmore follows"), ElementsAre("label:(b)(4)"));
  EXPECT_THAT(read("(b)(4) covers trade secrets"), ElementsAre("mention:(b)(4)"));
}

TEST(ReadCodes, BelievesALabelInThePlaceOfAName) {
  EXPECT_THAT(read("we met (b)(6) on Monday"), ElementsAre("label:(b)(6)"));
}

TEST(ReadCodes, BelievesWordsEndingInOr) {
  EXPECT_THAT(read("meeting for (b)(6)"), ElementsAre("label:(b)(6)"));
  EXPECT_THAT(read("Director (b)(6)"), ElementsAre("label:(b)(6)"));
}

TEST(ReadCodes, LeavesBareCodesInProseAlone) {
  EXPECT_THAT(read("seats B6 and B5 are free"), IsEmpty());
  EXPECT_THAT(read("the b7C series"), IsEmpty());
}

TEST(ReadCodes, BelievesBareCodesInTheMargin) {
  EXPECT_THAT(read("x b6 -1 y", placed(CodePlace::kMargin)), ElementsAre("label:(b)(6)-1"));
}

TEST(ReadCodes, ReadsPrivacyActCodesInTheMargin) {
  EXPECT_THAT(read("j2 k5", placed(CodePlace::kMargin)), ElementsAre("label:PA(j)(2)", "label:PA(k)(5)"));
  EXPECT_THAT(read("j2 k5"), IsEmpty());
}

TEST(ReadCodes, BelievesPrivacyActCodesInAFirstPersonsFile) {
  CodeContext context;
  context.request = RequestKind::kFirstPerson;
  EXPECT_THAT(read("interview of (k)(2) at home", context), ElementsAre("label:PA(k)(2)"));
  EXPECT_THAT(read("interview of (k)(2) at home"), IsEmpty());
}

TEST(ReadCodes, RepairsWhatRecognitionMakesOfMarginCodes) {
  for (const char* text : {"b7TC", "b/C", "bic", "b7Cc"})
    EXPECT_THAT(read(text), ElementsAre("label:(b)(7)(C)?")) << text;
  for (const char* text : {"bTE", "bDT7E", "b7 BE"})
    EXPECT_THAT(read(text), ElementsAre("label:(b)(7)(E)?")) << text;
  EXPECT_THAT(read("bID - T"), ElementsAre("label:(b)(7)(D)-7?"));
  EXPECT_THAT(read("b7B"), ElementsAre("label:(b)(7)(B)"));
}

TEST(ReadCodes, RepairsNothingInBornDigitalText) {
  CodeContext context;
  context.origin = TextOrigin::kBornDigital;
  EXPECT_THAT(read("b/C", context), IsEmpty());
  EXPECT_THAT(read("(h)(6)", context), IsEmpty());
}

TEST(ReadCodes, MakesCodesOfALetterMentions) {
  EXPECT_THAT(read("(b)(6)\nb7C\n(k)(2)", on(PageKind::kLetter)), Contains("mention:(b)(6)"));
  EXPECT_THAT(read("(b)(6)\nb7C", on(PageKind::kLetter)), ElementsAre("mention:(b)(6)", "mention:(b)(7)(C)"));
}

TEST(ReadCodes, BelievesABoxOnALetter) {
  CodeContext context = on(PageKind::kLetter);
  context.place = CodePlace::kBox;
  EXPECT_THAT(read("(b)(6)", context), ElementsAre("label:(b)(6)"));
}

TEST(ReadCodes, MakesCodesOfASheetPageCodes) {
  EXPECT_THAT(read("Page 17 ~ b1; b3;\nPage 21 ~ Referral/Direct;", on(PageKind::kDeletedPageSheet)),
              ElementsAre("page:(b)(1)", "page:(b)(3)", "page:REF"));
}

TEST(ReadCodes, TakesTheTickBoxesOfAFormForMentions) {
  EXPECT_THAT(
      read("Page(s) withheld under\n(b)(1) (b)(2) (b)(3) (b)(4) (b)(5) (b)(6) (b)(7)(A) (b)(7)(C) (b)(7)(D)",
           on(PageKind::kWithheldSheet)),
      testing::Each(testing::StartsWith("mention:")));
}

TEST(ReadCodes, LeavesWithholdingInASentenceAMention) {
  EXPECT_THAT(
      read(
          "Two of the drafts were withheld under exemption (b)(5) and that decision was appealed by counsel"),
      ElementsAre("mention:(b)(5)"));
}

TEST(ReadCodes, LeavesDispositionsInProseAlone) {
  EXPECT_THAT(read("These tasks are out of scope for the contractor."), IsEmpty());
  EXPECT_THAT(read("I was referred to your office by a colleague"), IsEmpty());
}

TEST(ReadCodes, ReadsAReferralAcrossLines) {
  EXPECT_THAT(read("This page has been referred to the\nDepartment of Examples for direct response"),
              ElementsAre("page:REF"));
}

TEST(ReadCodes, ReadsCategoriesOfOrdersOneByOne) {
  EXPECT_THAT(read("1.4 (a,c,d)"), ElementsAre("label:EO:1.4(a)", "label:EO:1.4(c)", "label:EO:1.4(d)"));
  EXPECT_THAT(read("3.3(h)(2)\n3.5(c)"), ElementsAre("label:EO:3.3(h)(2)", "label:EO:3.5(c)"));
  EXPECT_THAT(read("EO 13526 3.3(b)(6)"), ElementsAre("label:EO:3.3(b)(6)"));
}

TEST(ReadCodes, LeavesADocumentsOwnSectionsAlone) {
  EXPECT_THAT(read("see section 1.4(c) of the plan"), IsEmpty());
  EXPECT_THAT(read("1.5 a day for each"), IsEmpty());
}

TEST(ReadCodes, BelievesAnOrderBesideAnExemption) {
  EXPECT_THAT(read("the source (b)(1) 1.4(c) reported"), ElementsAre("label:(b)(1)", "label:EO:1.4(c)"));
}

TEST(ReadCodes, ReadsExemptionsInWords) {
  EXPECT_THAT(read("Personal Privacy / Ex. 6"), ElementsAre("label:(b)(6)"));
  EXPECT_THAT(read("Ex. 5 Deliberative Process (DP)"), ElementsAre("label:(b)(5)-DPP"));
  EXPECT_THAT(read("Ex. 4 CBI"), ElementsAre("label:(b)(4)"));
  EXPECT_THAT(read("Ex. 7(C)"), ElementsAre("label:(b)(7)(C)"));
  EXPECT_THAT(read("\"owner\": \"[[REDACTED-EX B6]]\","), ElementsAre("label:(b)(6)"));
}

TEST(ReadCodes, ReadsStatutesBehindExemptionThree) {
  EXPECT_THAT(read("B3 CIA PERS/ORG"), ElementsAre("label:(b)(3):CIA PERS/ORG"));
  EXPECT_THAT(read("(b)(3):Fed. R. Crim. P. 6(e)"), ElementsAre("label:(b)(3):FRCrP 6(e)"));
}

TEST(ReadCodes, ReadsTheWholeCitationInABox) {
  EXPECT_THAT(read("5 U.S.C. § 552(b)(6)", placed(CodePlace::kBox)), ElementsAre("label:(b)(6)"));
  EXPECT_THAT(read("52.212-4(b)(6)", placed(CodePlace::kBox)), IsEmpty());
}

TEST(ReadCodes, FindsNothingInNothing) {
  EXPECT_THAT(read(""), IsEmpty());
}

// Notations other than the federal ones.
struct Notation {
  const char* text;
  const char* code;
};

TEST(ReadCodes, ReadsOtherRegimesInABox) {
  for (const auto& [text, code] : std::initializer_list<Notation>{{"5 ILCS 140/7(1)(b)", "ILCS 7(1)(b)"},
                                                                  {"7(1)(d)(v)", "ILCS 7(1)(d)(v)"},
                                                                  {"5.1.2.e", "Woo 5.1.2.e"},
                                                                  {"5.1.2e", "Woo 5.1.2.e"},
                                                                  {"5.1 lid 2 e", "Woo 5.1.2.e"},
                                                                  {"5.2.1", "Woo 5.2.1"},
                                                                  {"10.2.e", "Wob 10.2.e"},
                                                                  {"s.40(2)", "UK s.40(2)"},
                                                                  {"s. 19(1)", "ATIA s.19(1)"},
                                                                  {"19(1)", "ATIA s.19(1)"},
                                                                  {"s.21(1)(b)", "ATIA s.21(1)(b)"},
                                                                  {"Rule 6(e)", "Rule 6(e)"},
                                                                  {"STATINTL", "CIA:STATINTL"},
                                                                  {"25X1", "EO:25X1"},
                                                                  {"Grand Jury", "(b)(3):FRCrP 6(e)"}})
    EXPECT_THAT(read(text, placed(CodePlace::kBox)), ElementsAre(std::string("label:") + code)) << text;
}

TEST(ReadCodes, ReadsOtherRegimesOnALineOfTheirOwnOnly) {
  EXPECT_THAT(read("7(1)(b)"), ElementsAre("label:ILCS 7(1)(b)"));
  EXPECT_THAT(read("as laid down in 7(1)(b) of the policy"), IsEmpty());
  EXPECT_THAT(read("paragraph s.40(2) was added later"), IsEmpty());
  EXPECT_THAT(read("11.1"), IsEmpty());
}

TEST(ReadCodes, RepairsDutchCodesInABoxOnly) {
  for (const char* text : {"512e", "5,1.2e", "9.1.2e", "§.1.2e", "§ 1.2e", "5.1.2¢", "9,.1.2€"}) {
    EXPECT_THAT(read(text, placed(CodePlace::kBox)), ElementsAre("label:Woo 5.1.2.e?")) << text;
    EXPECT_THAT(read(text), IsEmpty()) << text;
  }
}

}  // namespace
}  // namespace vaughn::redaction
