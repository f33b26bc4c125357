// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/shares.h"

#include <gtest/gtest.h>

namespace vaughn::worker {
namespace {

// Ten lines of 400 by 10 points, 12 points apart.
PageReading page(const std::vector<Box>& covers) {
  PageReading reading;
  reading.width = 612;
  reading.height = 792;
  reading.text_source = TextSource::kBornDigital;
  for (int line = 0; line < 10; ++line)
    for (int i = 0; i < 10; ++i) {
      const Points x = 100 + 40.0 * i, y = 100 + 12.0 * line;
      reading.words.push_back({"withheld", {x, y, x + 38, y + 10}, {}, line, 0, {}});
    }
  for (const Box& box : covers) {
    std::erase_if(reading.words,
                  [&](const Word& word) { return box.contains(word.box.center_x(), word.box.center_y()); });
    Redaction redaction;
    redaction.box = box;
    redaction.area_share = box.area() / (612.0 * 792);
    reading.redactions.push_back(redaction);
  }
  return reading;
}

double share(PageReading reading, redaction::PageKind kind = redaction::PageKind::kOrdinary) {
  measure_shares(kind, &reading);
  return reading.text_withheld_share.value_or(-1);
}

TEST(UnionArea, CountsOverlapsOnce) {
  EXPECT_DOUBLE_EQ(union_area({}), 0);
  EXPECT_DOUBLE_EQ(union_area({{0, 0, 10, 10}, {20, 0, 30, 10}}), 200);
  EXPECT_DOUBLE_EQ(union_area({{0, 0, 10, 10}, {5, 5, 15, 15}}), 175);
  EXPECT_DOUBLE_EQ(union_area({{0, 0, 10, 10}, {2, 2, 4, 4}, {3, 3, 3, 9}}), 100);
}

TEST(Shares, AreOfTheTextAndNotOfThePaper) {
  EXPECT_NEAR(share(page({{100, 99, 500, 99 + 5 * 12}})), 0.5, 0.02);  // five of the ten lines
  EXPECT_DOUBLE_EQ(share(page({})), 0);
}

TEST(Shares, OfRedactionsThatDoNotOverlapAddUpToThePages) {
  PageReading reading = page({{100, 99, 300, 111}, {100, 123, 500, 135}});
  measure_shares(redaction::PageKind::kOrdinary, &reading);
  EXPECT_NEAR(reading.redactions[0].text_share + reading.redactions[1].text_share,
              *reading.text_withheld_share, 1e-9);
}

TEST(Shares, OfACoverInPartsLeaveOutTheBareCornersOfItsBox) {
  PageReading whole = page({{100, 99, 500, 123}}), half = whole;
  half.redactions[0].area_share /= 2;
  EXPECT_LT(share(half), 0.65 * share(whole));
  EXPECT_GT(share(half), 0.4 * share(whole));
}

TEST(Shares, OfAPatchAreOfWhatItHasRoomForNotOfItsCode) {
  PageReading reading = page({{100, 99, 130, 109}});
  reading.redactions[0].kind = CoverKind::kPatch;
  reading.redactions[0].amount.characters = 80;
  const double patch = share(reading);
  reading.redactions[0].kind = CoverKind::kSolid;
  EXPECT_GT(patch, 4 * share(reading));
}

TEST(Shares, OfAPageWhoseWordsAreNotKnownAreOfThePageLessItsMargins) {
  PageReading reading = page({{72, 72, 306, 720}});
  reading.words.clear();
  EXPECT_NEAR(share(reading), 0.5, 0.01);
}

TEST(Shares, OfASheetThatStandsForAPageIsTheWholePageWithItsCodes) {
  PageReading reading = page({});
  reading.codes = {{"(b)(5)", "(b)(5)", true, CodeRole::kPage, CodeOrigin::kPageOcr, {}},
                   {"(b)(6)", "(b)(6)", true, CodeRole::kMention, CodeOrigin::kPageOcr, {}}};
  make_page_redaction(&reading);
  measure_shares(redaction::PageKind::kWithheldSheet, &reading);
  EXPECT_EQ(reading.text_withheld_share, 1);
  ASSERT_EQ(reading.redactions.size(), 1u);
  EXPECT_EQ(reading.redactions[0].kind, CoverKind::kPage);
  EXPECT_EQ(reading.redactions[0].text_share, 1);
  ASSERT_EQ(reading.redactions[0].codes.size(), 1u);
  EXPECT_EQ(reading.redactions[0].codes[0].code, "(b)(5)");
  EXPECT_EQ(reading.codes.size(), 1u);
}

TEST(Shares, OfASheetThatStandsForOtherPagesAreNotKnown) {
  for (const auto kind : {redaction::PageKind::kDeletedPageSheet, redaction::PageKind::kReferralSheet,
                          redaction::PageKind::kDuplicateSheet})
    EXPECT_EQ(share(page({}), kind), -1);
}

}  // namespace
}  // namespace vaughn::worker
