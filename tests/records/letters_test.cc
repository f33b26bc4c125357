// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/letters.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "records/page_builder.h"
#include "records/request_numbers.h"

namespace vaughn::records {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::PageBuilder;

// The lines are broken as a letter's would be.
std::vector<Statement> said(const std::string& text) {
  PageBuilder page;
  std::string line;
  for (const std::string& word : split(text, ' ')) {
    line += (line.empty() ? "" : " ") + word;
    if (line.size() > 70) page.line(std::exchange(line, ""));
  }
  page.line(line);
  const PageRows rows = page.rows();
  return read_letter({&rows});
}

std::vector<std::string> counts(const std::string& text) {
  std::vector<std::string> found;
  for (const Statement& statement : said(text))
    if (statement.kind.starts_with("count"))
      found.push_back(statement.value + " " + std::to_string(static_cast<int>(*statement.number)));
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<std::string> values(const std::string& text, const std::string& kind) {
  std::vector<std::string> found;
  for (const Statement& statement : said(text))
    if (statement.kind == kind) found.push_back(statement.value);
  return found;
}

// foia-domain.md 2.3 has the letter: its numbers contradict one another, and all of them are kept.
TEST(Letters, KeepEveryNumberOfOneThatContradictsItself) {
  const std::string text =
      "This is the 6th Interim Release. In this fifth interim response DHS processed for release 609 pages. "
      "Of the "
      "609 pages, 15 pages are released in full, 305 pages are withheld in full pursuant to 5 U.S.C "
      "552(b)(5) and 290 "
      "pages were marked as duplicate. The 319 pages that are released to you are bates-numbered "
      "DHS-0011153-01799 to "
      "DHS-001-1153-02117.";
  EXPECT_THAT(counts(text),
              ElementsAre("duplicate 290", "full 15", "processed 609", "released 319", "withheld 305"));
  EXPECT_THAT(values(text, "bates-first"), ElementsAre("DHS-0011153-01799"));
  EXPECT_THAT(values(text, "bates-last"), ElementsAre("DHS-001-1153-02117"));
  EXPECT_THAT(values(text, "interim-release"), ElementsAre("6", "5"));
}

TEST(Letters, CountInWordsAndFigures) {
  EXPECT_THAT(
      counts(
          "Our search produced a total of forty-five (45) pages. Of those pages, I have determined that "
          "twenty-eight (28) pages of the records are releasable in their entirety and seventeen (17) pages "
          "are partially releasable pursuant to Title 5 U.S.C. 552 (b)(6)."),
      ElementsAre("full 28", "located 45", "part 17"));
  EXPECT_THAT(
      counts("A search produced a total of 1,115 pages. I have determined that 585 pages are partially "
             "releasable and five hundred-thirty pages are withheld in full."),
      ElementsAre("located 1115", "part 585", "withheld 530"));
}

TEST(Letters, CountPagesReferredAgencyByAgency) {
  EXPECT_THAT(
      counts("Specifically, 6 pages are being referred to ABCD, 2 pages are being referred to EFG, 1 page is "
             "being referred to HIJ, and 2 pages are being referred to KLM."),
      ElementsAre("referred 1", "referred 2", "referred 2", "referred 6"));
}

TEST(Letters, NameTheAgencyThatPagesWereReferredTo) {
  EXPECT_THAT(
      values("One page was referred to the Office of Harbor Safety for direct response to you.", "referral"),
      ElementsAre("Office of Harbor Safety"));
}

TEST(Letters, QuoteThatNoRecordsWereFound) {
  EXPECT_THAT(
      values("We searched. No responsive records were located by the Field Office. Sincerely", "no-records"),
      ElementsAre("No responsive records were located by the Field Office."));
}

TEST(Letters, GiveTheDeadlineOfAnAppeal) {
  PageBuilder page;
  page.lines(
      {"March 4, 2031", "Dear Ms. Stone:", "You may appeal within 90 days of the date of this letter."});
  const PageRows rows = page.rows();
  std::vector<std::string> found;
  for (const Statement& statement : read_letter({&rows}))
    if (statement.kind == "letter-date" || statement.kind == "appeal-deadline")
      found.push_back(statement.value);
  EXPECT_THAT(found, ElementsAre("2031-03-04", "2031-06-02"));
}

TEST(Letters, CiteExemptionsButNotSectionsOfOtherLaws) {
  EXPECT_THAT(values("We applied Exemptions (b)(5) and (b)(7)(c). See 6 CFR 5.8(b)(2).", "exemption"),
              ElementsAre("(b)(5)", "(b)(7)(C)"));
}

// The exemptions that a letter with this table says apply, and what it says of the table.
std::vector<std::string> table(const std::vector<std::string>& rows) {
  const PageRows page =
      PageBuilder()
          .lines({"Exemptions under Title 5, U.S.C., Section 552", "Section 552 Section 552a"})
          .lines(rows)
          .line("502 pages were reviewed and 340 pages are being released.")
          .rows();
  std::vector<std::string> found;
  for (const Statement& statement : read_letter({&page}))
    if (statement.kind.starts_with("exemption")) found.push_back(statement.value);
  return found;
}

TEST(Letters, DoNotCiteTheGroundsOfTheirOwnRedactions) {
  for (const Statement& statement : said("Dear [] : portions are withheld under (b)(5), said []."))
    EXPECT_TRUE(statement.kind != "exemption" || statement.value == "(b)(5)") << statement.value;
}

TEST(Letters, NameEveryAgencyOfASentence) {
  std::vector<std::string> agencies;
  for (const Statement& statement :
       said("6 pages are being referred to FEMA, 2 pages are being referred to TSA."))
    if (statement.kind == "referral") agencies.push_back(statement.value);
  EXPECT_THAT(agencies, ElementsAre("FEMA", "TSA"));
}

TEST(LetterTables, GiveTheMarkedGroundsOnly) {
  EXPECT_THAT(table({"☐ (b)(1) ☐ (b)(7)(A) ☐ (d)(5)", "☒ (b)(3) ☒ (b)(7)(C) ☐ (j)(2)", "50 U.S.C.",
                     "☐ (b)(4) ☐ (b)(8) ☒ (k)(2)", "☒ (b)(6)"}),
              ElementsAre("(b)(3)", "(b)(7)(C)", "PA(k)(2)", "(b)(6)"));
}

TEST(LetterTables, MayBeTyped) {
  EXPECT_THAT(table({"[ ] (b)(1) [ ] (b)(7)(A) [ ] (d)(5)", "[X] (b)(3) _X_ (b)(7)(C) __ (j)(2)",
                     "[ ] (b)(4) [ ] (b)(8) x (k)(2)"}),
              ElementsAre("(b)(3)", "(b)(7)(C)", "PA(k)(2)"));
}

TEST(LetterTables, MarksMayStandBehindTheGrounds) {
  EXPECT_THAT(table({"(b)(4) [ ] (b)(5) [X] (b)(6) [ ]", "(b)(7)(A) [ ] (b)(7)(C) [X] (b)(7)(E) [ ]",
                     "(d)(5) [ ] (j)(2) [ ] (k)(2) [ ]"}),
              ElementsAre("(b)(5)", "(b)(7)(C)"));
}

TEST(LetterTables, LinesToFillInAreNoBoxes) {
  EXPECT_THAT(table({"[ ] (b)(1) [ ] (b)(7)(A) [ ] (d)(5)", "[X] (b)(3) ________ (b)(7)(C) [ ] (j)(2)",
                     "[ ] (b)(4) [ ] (b)(8) [ ] (k)(2)"}),
              ElementsAre("(b)(3)", "box not read"));
}

TEST(LetterTables, SayWhatCouldNotBeReadOfThem) {
  EXPECT_THAT(table({"(b)(1) (b)(7)(A) (d)(5)", "(b)(3) (b)(7)(C) (j)(2)", "(b)(4) (b)(8) (k)(2)"}),
              ElementsAre("marks not read"));
  EXPECT_THAT(
      table({"☐ (b)(1) ☐ (b)(7)(A) (d)(5)", "☒ (3) ☒ (b)(7)(C) ☐ (j)(2)", "☐ (b)(4) ☐ (b)(8) ☐ (k)(2)"}),
      ElementsAre("(b)(7)(C)", "marked ground not read", "box not read"));
}

TEST(LetterTables, ReferralsBehindAnEmptyBoxAreNone) {
  const auto referrals = [](const std::string& box) {
    std::size_t count = 0;
    for (const Statement& statement :
         said(box + " This information has been referred to the Bureau of Maps for review. More."))
      count += statement.kind == "referral" ? 1 : 0;
    return count;
  };
  EXPECT_EQ(referrals("☐"), 0u);
  EXPECT_EQ(referrals("☒"), 1u);
  EXPECT_EQ(referrals("☐ Nothing. ☒"), 1u);
}

TEST(Letters, CiteTheActWithItsSection) {
  const auto all = said("15 pages are withheld in full pursuant to 5 U.S.C. 552(b)(5). The rest follows.");
  const auto exemption =
      std::find_if(all.begin(), all.end(), [](const auto& s) { return s.kind == "exemption"; });
  ASSERT_NE(exemption, all.end());
  EXPECT_EQ(exemption->value, "(b)(5)");
  EXPECT_EQ(exemption->evidence.raw, "15 pages are withheld in full pursuant to 5 U.S.C. 552(b)(5).");
}

TEST(Letters, CountThePartNotTheWhole) {
  EXPECT_THAT(
      counts("15 of the 40 pages were withheld in full. Three of 12 pages are being released in part."),
      ElementsAre("part 3", "withheld 15"));
  EXPECT_THAT(counts("None of the 40 pages were withheld in full. Between 10-15 pages are referred."),
              IsEmpty());
}

TEST(Letters, CiteEveryExemptionOfAList) {
  const auto cited = [](const std::string& text) {
    std::vector<std::string> all;
    for (const Statement& statement : said(text))
      if (statement.kind == "exemption") all.push_back(statement.value);
    return all;
  };
  EXPECT_THAT(cited("We withheld portions under Exemptions 5, 6, and 7(C) of the Act."),
              ElementsAre("(b)(5)", "(b)(6)", "(b)(7)(C)"));
  EXPECT_THAT(cited("It was withheld under Exemptions 6 and 7(C)."), ElementsAre("(b)(6)", "(b)(7)(C)"));
  EXPECT_THAT(cited("It was withheld under (b)(7)(A), (C) and (E)."),
              ElementsAre("(b)(7)(A)", "(b)(7)(C)", "(b)(7)(E)"));
  EXPECT_THAT(cited("It was withheld under (b)(7)(C) and (b)(5)."), ElementsAre("(b)(7)(C)", "(b)(5)"));
  EXPECT_THAT(cited("Under Exemption 7 a person may be protected."), ElementsAre("(b)(7)"));
  EXPECT_THAT(cited("Under Exemption 5, 6 pages are withheld."), ElementsAre("(b)(5)"));
}

TEST(Letters, GroundsThatStandSideBySideAreSeveral) {
  std::vector<std::string> cited;
  for (const Statement& statement : said("We withhold portions under (b)(5) (b)(6) (b)(7)(C) (d)(5)."))
    if (statement.kind == "exemption") cited.push_back(statement.value);
  EXPECT_THAT(cited, ElementsAre("(b)(5)", "(b)(6)", "(b)(7)(C)"));
}

TEST(LetterSignals, TellAnAnswerFromOtherMail) {
  EXPECT_GE(letter_signals(
                PageBuilder()
                    .lines({"Re: 2031-BBFO-00417", "Dear Ms. Stone:",
                            "This is the final response to your Freedom of Information Act (FOIA) request."})
                    .rows()),
            kLetterSignals);
  EXPECT_LT(
      letter_signals(PageBuilder().lines({"Dear Ms. Stone:", "Thank you for the demo.", "Sincerely"}).rows()),
      kLetterSignals);
}

TEST(Counts, AreReadAsPrinted) {
  EXPECT_EQ(read_count("forty-five"), 45);
  EXPECT_EQ(read_count("five hundred-thirty"), 530);
  EXPECT_EQ(read_count("two thousand and six"), 2006);
  EXPECT_EQ(read_count("1,115"), 1115);
  EXPECT_EQ(read_count("I"), 1);
  EXPECT_FALSE(read_count("several"));
}

std::vector<std::string> numbers(const std::string& text) {
  std::vector<std::string> found;
  for (const NumberFound& number : find_request_numbers(text)) found.push_back(number.value);
  return found;
}

TEST(RequestNumbers, AreKnownByTheirForms) {
  EXPECT_THAT(numbers("2018-ICFO-27097 and 2018-ICFO-26258"),
              ElementsAre("2018-ICFO-27097", "2018-ICFO-26258"));
  EXPECT_THAT(numbers("(2017-HQFO-01153/2018-HQLI-00008)"),
              ElementsAre("2017-HQFO-01153", "2018-HQLI-00008"));
  EXPECT_THAT(numbers("Re: 2010FOIA1221"), ElementsAre("2010FOIA1221"));
  EXPECT_THAT(numbers("CBP-2017-055620"), ElementsAre("CBP-2017-055620"));
  EXPECT_THAT(numbers("FOIPA Request No.: 1345678-000"), ElementsAre("1345678-000"));
  EXPECT_THAT(numbers("Case No. FL-2021-00529"), ElementsAre("FL-2021-00529"));
  EXPECT_THAT(numbers("EPA-R6-2023-002770"), ElementsAre("EPA-R6-2023-002770"));
  EXPECT_THAT(numbers("call 202-555-0100 on 2020-10-19"), IsEmpty());
}

}  // namespace
}  // namespace vaughn::records
