// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/redaction/page_context.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "redaction/page_context_phrases.h"

namespace vaughn::redaction {
namespace {

constexpr const char* kLetter = R"(U.S. Department of Examples
Office of Records, 12 Sample Street, Washington, D.C. 20000

March 4, 2021

Dear Mr. Invented:

Re: 2020-XXFO-00123

This is the final response to your Freedom of Information Act (FOIA) request for records about a
vendor of software. We located 45 pages. Of these, 28 are released in full and 12 pages are withheld in full
pursuant to Title 5 U.S.C. § 552 (b)(5), (b)(6) and (b)(7)(E). Three pages were referred to another agency for direct response.

You have a right to appeal this determination within 90 days.
You may contact the Office of Government Information Services (OGIS).

Sincerely,
Ada Fictional
)";

constexpr const char* kLetterAsRecognised = R"(U.S. Departrnent of Exarnples
March 4, 2021
Dear Ms. lnvented:
This is the final response to your Freedorn of lnforrnation Act (F0IA) request. We have withhe1d portions under
Title 5 U.S.C. § 552 (b)(6). You have a right to appea1 this determination.
Sincere1y,
)";

constexpr const char* kExplanation = R"(EXPLANATION OF EXEMPTIONS
SUBSECTIONS OF TITLE 5, UNITED STATES CODE, SECTION 552
(b)(1) (A) specifically authorized under criteria established by an Executive order to be kept secret
(b)(2) related solely to the internal personnel rules and practices of an agency;
(b)(3) specifically exempted from disclosure by statute
(b)(4) trade secrets and commercial or financial information obtained from a person and privileged or confidential;
(b)(5) inter-agency or intra-agency memorandums or letters which would not be available by law
(b)(6) personnel and medical files and similar files
(b)(7) records or information compiled for law enforcement purposes
(b)(9) geological and geophysical information and data, including maps, concerning wells.
)";

constexpr const char* kPolicy = R"(Chapter 4. Review of records before release
Reviewers mark every passage that has to be withheld. A page is withheld in full only where nothing on it can be segregated.
Each passage withheld pursuant to exemption (b)(5) carries the code at its place, and the reviewer notes the reason in the log.
Where a record originated elsewhere it is referred to the agency concerned for direct response, and the requester is told so.
A page withheld in full is replaced by a slip sheet. Duplicates are counted once. Supervisors check one file in ten each month.
)";

constexpr const char* kEmail = R"(From: Bo Madeup
Sent: Monday, June 1, 2020 9:14 AM
To: Cy Pretend
Subject: pages withheld in full

Page withheld under exemption 5, as discussed.
)";

constexpr const char* kVendorLetter = R"(Sample Systems, Inc.
June 3, 2019
Dear Mr. Pretend:
Enclosed is our offer for twelve licences at the price discussed. It holds for thirty days.
Sincerely,
Dee Imagined
Enclosure
)";

// Boxes to tick before every exemption, used or not.
constexpr const char* kTickedLetter = R"(Example Bureau of Investigation
Washington, D.C. 20000
December 31, 2020
FOIPA Request No.: 1000000-000
Dear Mr. Pretend:
The enclosed documents were reviewed under the Freedom of Information/Privacy Acts (FOIPA), Title 5,
United States Code, Section 552/552a. Below you will find checked boxes under applicable statutes.
Section 552 Section 552a
(b)(1) (b)(7)(A) (d)(5)
(b)(6) (b)(7)(C) (j)(2)
98 pages were reviewed and 10 pages are being released.
)";

constexpr const char* kAddendum = R"(FOIPA Addendum
Intelligence Records. The Bureau can neither confirm nor deny the existence of records pursuant to FOIA exemptions (b)(1), (b)(3).
This is a standard response and should not be read to indicate that any such records do or do not exist.
)";

struct Sheet {
  const char* name;
  PageKind kind;
  const char* text;
};

void PrintTo(const Sheet& sheet, std::ostream* out) {
  *out << sheet.name;
}

class SheetText : public testing::TestWithParam<Sheet> {};

TEST_P(SheetText, IsRecognised) {
  EXPECT_EQ(classify_page(GetParam().text), GetParam().kind);
}

constexpr Sheet kSheets[] = {
    {"FormOfHomelandSecurity", PageKind::kWithheldSheet,
     "Page 001\nWithheld pursuant to exemption\n(b)(5)\nof the Freedom of Information and Privacy "
     "Act\nXYZ-001-00017"},
    {"FormAsRecognised", PageKind::kWithheldSheet,
     "Page 001\n\nWithhe1d pursuant to exernption\n\n(W5)\neftne Freedom of lnformation and Privacy "
     "Act\n\nXYZ-O01-0O017"},
    {"FormOnOneLine", PageKind::kWithheldSheet, "Page 12 of 45 Withheld pursuant to exemption (b)(5)"},
    {"PageWithheld", PageKind::kWithheldSheet, "PAGE WITHHELD\n\n(b)(4)"},
    {"DocumentWithheldInFull", PageKind::kWithheldSheet,
     "Document withheld in full\nunder (b)(5), (b)(6)\n\nABC-000123"},
    {"RangeOfPages", PageKind::kWithheldSheet,
     "Pages 34 through 39 were withheld in their entirety pursuant to exemption (b)(5)"},
    {"FormOf1990", PageKind::kWithheldSheet,
     "FEDERAL BUREAU OF INVESTIGATION\n2 Page(s) withheld entirely at this location in the file. One or more "
     "of the "
     "following statements, where indicated, explain this deletion.\nDeleted under exemption(s) with no "
     "segregable "
     "material available for release to you.\nInformation pertained only to a third party.\nFor your "
     "information: "
     "the following number is to be used for reference regarding these pages: 62-0000-12"},
    {"DeletedPages", PageKind::kDeletedPageSheet,
     "FEDERAL BUREAU OF INVESTIGATION\nFOI/PA\nDELETED PAGE INFORMATION SHEET\nFOI/PA# 1000000-0\nTotal "
     "Deleted "
     "Page(s) = 3\nPage 17 ~ b1; b3;\nPage 21 ~ b7E;\nPage 30 ~ Duplicate;\n"},
    {"DeletedPagesBroken", PageKind::kDeletedPageSheet,
     "DELETED PAGE 1NFORMATION SHEET\nTotal De1eted Page(s) = 3\nPage\n17\n~\nbl; b3 ;\nPage\n21 - b7E;"},
    {"DeletedPagesGoOn", PageKind::kDeletedPageSheet,
     "Page 33 ~ b3 - 1; b6 - 2,-6; b7C - 2,-6;\nPage 34 ~ bIC - 2;\nPage 35 ~ Referral/Consult;\nPage 36 ~ "
     "Duplicate;"},
    {"DeletedPagesByColumn", PageKind::kDeletedPageSheet,
     "Page\nPage\nPage\nPage\n\n82\n83\n84\n85\n\n~\n~\n~\n~\n\nReferral/Consult;\nDuplicate;\nb6 - 2;\nbIC "
     "- 2;"},
    {"DeletedPagesEnd", PageKind::kDeletedPageSheet,
     "XXXXXXXXXXXXXXXX\nX  Deleted Page(s)  X\nX  No Duplication Fee X\nX  For this Page  "
     "X\nXXXXXXXXXXXXXXXX"},
    {"DeletedPagesInLitigation", PageKind::kDeletedPageSheet,
     "Civil Action # 18-cv-00000\nTotal Withheld Page(s) = 24\nBates Page Reference   Reason for Withholding "
     "(i.e., "
     "exemptions with coded rationale, duplicate, sealed by order of court, etc.)\nXYZ-12   b5 -1; b6 -2"},
    {"Referral", PageKind::kReferralSheet,
     "This page has been referred to the\nDepartment of Examples\nfor direct response."},
    {"ReferralAsRecognised", PageKind::kReferralSheet,
     "This docurnent has been referred to\nU.S. Exarnple Service for review and direct resp0nse to you"},
    {"Duplicate", PageKind::kDuplicateSheet, "DUPLICATE"},
    {"DuplicateOf", PageKind::kDuplicateSheet, "This page is a duplicate of XYZ-001-00012\n\nXYZ-001-00044"},
};

INSTANTIATE_TEST_SUITE_P(Sheets, SheetText, testing::ValuesIn(kSheets),
                         [](const testing::TestParamInfo<Sheet>& sheet) {
                           return std::string(sheet.param.name);
                         });

TEST(ClassifyPage, KnowsAResponseLetter) {
  EXPECT_EQ(classify_page(kLetter), PageKind::kLetter);
  EXPECT_EQ(classify_page(kLetterAsRecognised), PageKind::kLetter);
  EXPECT_EQ(classify_page(kTickedLetter), PageKind::kLetter);
}

TEST(ClassifyPage, KnowsALettersSecondPage) {
  EXPECT_EQ(
      classify_page(
          "If you are not satisfied you may file an administrative appeal. You may also contact our FOIA "
          "Public Liaison or the Office of Government Information Services.\n\nSincerely,\n\nEnclosure"),
      PageKind::kLetter);
}

TEST(ClassifyPage, KnowsAnExplanationSheet) {
  EXPECT_EQ(classify_page(kExplanation), PageKind::kExplanationSheet);
  EXPECT_EQ(classify_page(kAddendum), PageKind::kExplanationSheet);
}

TEST(ClassifyPage, TakesAPolicyForNoSheet) {
  EXPECT_EQ(classify_page(kPolicy), PageKind::kOrdinary);
}

TEST(ClassifyPage, TakesAShortParagraphForNoSheet) {
  EXPECT_EQ(classify_page(
                "Passages may be withheld pursuant to exemption (b)(5) when counsel so advises; the reviewer "
                "notes every reason in the central register and notifies the requester without undue delay."),
            PageKind::kOrdinary);
}

TEST(ClassifyPage, TakesAnEmailForNoSheetOrLetter) {
  EXPECT_EQ(classify_page(kEmail), PageKind::kOrdinary);
}

TEST(ClassifyPage, TakesAnotherCompanysLetterForNoResponse) {
  EXPECT_EQ(classify_page(kVendorLetter), PageKind::kOrdinary);
}

TEST(ClassifyPage, TakesALetterThatAnnouncesSheetsForALetter) {
  const std::string text =
      std::string(kLetter) + "A Deleted Page Information Sheet shows which pages were withheld entirely.";
  EXPECT_EQ(classify_page(text), PageKind::kLetter);
}

TEST(ClassifyPage, TakesNothingForOrdinary) {
  EXPECT_EQ(classify_page(""), PageKind::kOrdinary);
  EXPECT_EQ(classify_page(" \n\n "), PageKind::kOrdinary);
}

// The obvious way: the edit table with free beginning and end.
int fewest_errors_slowly(std::string_view text, std::string_view pattern) {
  std::vector<int> column(pattern.size() + 1);
  for (std::size_t i = 0; i < column.size(); ++i) column[i] = static_cast<int>(i);
  int best = column.back();
  for (const char c : text) {
    int diagonal = column[0];
    for (std::size_t i = 1; i < column.size(); ++i) {
      const int next = std::min({column[i] + 1, column[i - 1] + 1, diagonal + (pattern[i - 1] == c ? 0 : 1)});
      diagonal = std::exchange(column[i], next);
    }
    best = std::min(best, column.back());
  }
  return best;
}

TEST(FewestErrors, AgreesWithTheObviousWay) {
  std::mt19937 random(7);
  const auto letters = [&](std::size_t size) {
    std::string text;
    while (text.size() < size) text += static_cast<char>('a' + random() % 3);
    return text;
  };
  for (std::size_t round = 0; round < 500; ++round) {
    const std::string text = letters(random() % 90), pattern = letters(1 + random() % 64);
    ASSERT_EQ(fewest_errors(text, pattern), fewest_errors_slowly(text, pattern)) << text << " " << pattern;
  }
}

TEST(Squeezed, FindsAPhraseThatWasMisreadAndBroken) {
  EXPECT_TRUE(Squeezed("Withhe1d pursu-\nant t0 exernption (b)(5)").has("withheld pursuant to exemption"));
  EXPECT_FALSE(Squeezed("Withdrawn from circulation").has("withheld pursuant to exemption"));
}

}  // namespace
}  // namespace vaughn::redaction
