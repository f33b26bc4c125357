// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/open_codes.h"

#include <gtest/gtest.h>

namespace vaughn::worker {
namespace {

constexpr Points kWidth = 612;

Word word(const std::string& text, double x, double y, int line) {
  return {text, {x, y, x + 6.0 * static_cast<double>(text.size()), y + 10}, {}, line, 0, {}};
}

redaction::CodeContext ordinary() {
  return {redaction::TextOrigin::kBornDigital, {}, {}, {}, {}};
}

TEST(OpenCodes, ReadsAMarginStackLineByLine) {
  const auto codes = codes_among({word("interviewed", 72, 100, 0), word("b6", 560, 100, 0),
                                  word("-1", 578, 100, 0), word("b7C", 560, 112, 1), word("-1", 584, 112, 1)},
                                 kWidth, ordinary());
  ASSERT_EQ(codes.size(), 2u);
  EXPECT_EQ(codes[0].code, "(b)(6)-1");
  EXPECT_EQ(codes[1].code, "(b)(7)(C)-1");
  EXPECT_NEAR(codes[0].box->x0, 560, 1);
  EXPECT_NEAR(codes[0].box->x1, 590, 1);
}

TEST(OpenCodes, ACodeThatALineEndBreaksTakesNoLetterFromTheNextLine) {
  const auto codes =
      codes_among({word("Source:", 72, 100, 0), word("(b)(7)", 120, 100, 0), word("(a)", 72, 112, 1),
                   word("He", 94, 112, 1), word("stated", 110, 112, 1)},
                  kWidth, ordinary());
  ASSERT_EQ(codes.size(), 1u);
  EXPECT_EQ(codes[0].code, "(b)(7)");
  EXPECT_FALSE(codes[0].certain);
  EXPECT_LT(codes[0].box->y1, 112);
  EXPECT_TRUE(codes_among({word("under", 72, 100, 0), word("(b)", 120, 100, 0), word("(1)", 72, 112, 1),
                           word("A", 94, 112, 1), word("contractor", 110, 112, 1)},
                          kWidth, ordinary())
                  .empty());
}

TEST(OpenCodes, ProseAboutAnExemptionIsAMention) {
  TextLayer words;
  double x = 72;
  for (const char* text : {"Exemption", "(b)(6)", "protects", "personnel", "and", "medical", "files"}) {
    words.push_back(word(text, x, 100, 0));
    x = words.back().box.x1 + 4;
  }
  const auto codes = codes_among(words, kWidth, ordinary());
  ASSERT_EQ(codes.size(), 1u);
  EXPECT_EQ(codes[0].role, CodeRole::kMention);
}

TEST(OpenCodes, ASheetsSentenceRunsOverLines) {
  redaction::CodeContext sheet = ordinary();
  sheet.page = redaction::PageKind::kWithheldSheet;
  const auto codes =
      codes_among({word("Withheld", 200, 100, 0), word("pursuant", 252, 100, 0), word("to", 304, 100, 0),
                   word("exemption", 320, 100, 0), word("(b)(5)", 300, 120, 1)},
                  kWidth, sheet);
  ASSERT_EQ(codes.size(), 1u);
  EXPECT_EQ(codes[0].role, CodeRole::kPage);
}

TEST(OpenCodes, AListOfDeletedPagesIsAboutOtherPages) {
  redaction::CodeContext list = ordinary();
  list.page = redaction::PageKind::kDeletedPageSheet;
  for (const ExemptionCode& code :
       codes_among({word("Page", 72, 100, 0), word("25", 100, 100, 0), word("~", 116, 100, 0),
                    word("b6;", 126, 100, 0), word("b7C;", 150, 100, 0)},
                   kWidth, list))
    EXPECT_EQ(code.role, CodeRole::kMention);
}

TEST(OpenCodes, ASentenceThatRunsOverLinesIsProse) {
  const auto codes = codes_among({word("pursuant", 200, 100, 0), word("to", 254, 100, 0),
                                  word("exemption", 270, 100, 0), word("(b)(6)", 100, 112, 1)},
                                 kWidth, ordinary());
  ASSERT_EQ(codes.size(), 1u);
  EXPECT_EQ(codes[0].role, CodeRole::kMention);
}

TEST(OpenCodes, ATableInTheMarginOfAnExplanationIsMentions) {
  redaction::CodeContext explanation = ordinary();
  explanation.page = redaction::PageKind::kExplanationSheet;
  const auto codes = codes_among({word("(b)(2)", 30, 100, 0)}, kWidth, explanation);
  ASSERT_EQ(codes.size(), 1u);
  EXPECT_EQ(codes[0].role, CodeRole::kMention);
}

TEST(OpenCodes, AStampInTheMarginOfALetterIsALabel) {
  redaction::CodeContext letter = ordinary();
  letter.page = redaction::PageKind::kLetter;
  const auto codes = codes_among({word("b6", 560, 100, 0)}, kWidth, letter);
  ASSERT_EQ(codes.size(), 1u);
  EXPECT_EQ(codes[0].role, CodeRole::kLabel);
}

}  // namespace
}  // namespace vaughn::worker
