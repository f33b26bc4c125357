// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/redaction/cover_detector.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "redaction/cover_page.h"

namespace vaughn::redaction {
namespace {

using image::PixelBox;

constexpr PixelBox kText{200, 200, 1500, 2000};
constexpr double kClose = .85;

CoverPage text_page() {
  CoverPage page;
  page.text(kText);
  return page;
}

void expect_only(const CoverPage& page, const std::vector<PixelBox>& boxes) {
  const auto covers = page.covers();
  EXPECT_EQ(covers.size(), boxes.size()) << testing::PrintToString(covers);
  for (const PixelBox& box : boxes) {
    EXPECT_GT(best_iou(covers, box), kClose) << box.x0 << "," << box.y0;
  }
}

TEST(FilledCover, IsFoundWhateverItsLevel) {
  for (const int level : {0, 37, 75, 128, 170, 205}) {
    CoverPage page = text_page();
    page.fill({400, 590, 800, 624}, static_cast<std::uint8_t>(level));
    SCOPED_TRACE(level);
    expect_only(page, {{400, 590, 800, 624}});
    ASSERT_EQ(page.covers().size(), 1u);
    EXPECT_NEAR(page.covers()[0].level, level, 3);
    EXPECT_EQ(page.covers()[0].kind, CoverKind::kSolid);
  }
}

TEST(FilledCover, KeepsItsShapeDespiteACodeInside) {
  CoverPage page = text_page();
  page.fill({400, 590, 800, 624}, 0).code(560, 600, 255);
  expect_only(page, {{400, 590, 800, 624}});
  EXPECT_FALSE(page.covers()[0].uniform);
}

TEST(FilledCover, OfEachLineIsItsOwnInAStairStep) {
  CoverPage page = text_page();
  page.fill({700, 588, 1500, 628}, 0).fill({200, 628, 1100, 668}, 0).fill({200, 668, 600, 706}, 0);
  expect_only(page, {{700, 588, 1500, 628}, {200, 628, 1100, 668}, {200, 668, 600, 706}});
}

TEST(FilledCover, FusedWithOthersOnBarePaperIsOneWithParts) {
  CoverPage page;
  page.text({200, 200, 1500, 1000}).fill({300, 1200, 1100, 1240}, 170).fill({300, 1240, 620, 1280}, 170);
  const auto covers = page.covers();
  ASSERT_EQ(covers.size(), 1u) << testing::PrintToString(covers);
  EXPECT_GT(best_iou(covers, {300, 1200, 1100, 1280}), kClose);
  EXPECT_EQ(covers[0].kind, CoverKind::kRegion);
  ASSERT_EQ(covers[0].parts.size(), 2u);
  EXPECT_GT(iou(covers[0].parts[0], as_box({300, 1200, 1100, 1240})), kClose);
}

TEST(FilledCover, IsNotFusedAcrossASeam) {
  CoverPage page;
  page.text({200, 200, 1500, 1000}).fill({300, 1200, 1100, 1240}, 0).fill({300, 1242, 620, 1282}, 0);
  expect_only(page, {{300, 1200, 1100, 1240}, {300, 1242, 620, 1282}});
}

TEST(FilledCover, WithACodeOfItsOwnIsNotFused) {
  CoverPage page;
  page.text({200, 200, 1500, 1000}).fill({300, 1200, 1100, 1240}, 0).fill({300, 1240, 620, 1280}, 0);
  page.code(660, 1212, 255).code(430, 1252, 255);
  expect_only(page, {{300, 1200, 1100, 1240}, {300, 1240, 620, 1280}});
}

TEST(FilledCover, WithoutAGapIsCutBetweenCodes) {
  CoverPage page = text_page();
  page.fill({400, 590, 900, 624}, 190).code(470, 600, 20).code(720, 600, 20);
  expect_only(page, {{400, 590, 600, 624}, {600, 590, 900, 624}});
}

TEST(FilledCover, WithACodeOfTwoWordsIsOne) {
  CoverPage page = text_page();
  page.fill({400, 590, 900, 624}, 0).code(600, 600, 255, 3).code(650, 600, 255, 3);
  expect_only(page, {{400, 590, 900, 624}});
}

TEST(FilledCover, MayCoverManyLines) {
  CoverPage page = text_page();
  page.fill({200, 588, 1500, 1188}, 0);
  expect_only(page, {{200, 588, 1500, 1188}});
}

TEST(HatchedCover, IsOneSolidCover) {
  const struct {
    std::uint8_t line;
    int character;
  } cases[] = {{255, 18}, {255, 13}, {85, 30}};
  for (const auto& c : cases) {
    CoverPage page;
    page.text({200, 200, 1500, 580}).text({200, 640, 1500, 1000});
    page.hatched({400, 592, 400 + 12 * c.character, 622}, c.line, c.character);
    SCOPED_TRACE(testing::Message() << "line " << int{c.line} << ", character " << c.character);
    expect_only(page, {{400, 592, 400 + 12 * c.character, 622}});
    ASSERT_EQ(page.covers().size(), 1u);
    EXPECT_EQ(page.covers()[0].kind, CoverKind::kSolid);
    EXPECT_LT(page.covers()[0].level, 40);
  }
}

TEST(HatchedCover, LeavesOutTheTextThatTouchesIt) {
  CoverPage page;
  page.text({200, 200, 1500, 580}).text({200, 640, 1500, 1000});
  page.hatched({400, 592, 616, 622}, 255, 18).code(617, 600, 0, 12).code(340, 600, 0, 5);
  expect_only(page, {{400, 592, 616, 622}});
}

TEST(ScribbledCover, IsABlob) {
  CoverPage page;
  page.text({200, 200, 1500, 1000}).scribble({300, 1200, 600, 1236});
  expect_only(page, {{300, 1200, 600, 1236}});
  ASSERT_EQ(page.covers().size(), 1u);
  EXPECT_EQ(page.covers()[0].kind, CoverKind::kBlob);
}

TEST(RegionCover, IsAPolygonWithAGap) {
  CoverPage page;
  page.text({200, 200, 1500, 1000});
  page.polygon({{600, 1330}, {860, 1200}, {940, 1270}, {880, 1400}, {730, 1440}});
  page.fill({760, 1190, 830, 1260}, 255);
  expect_only(page, {{600, 1200, 940, 1440}});
  ASSERT_EQ(page.covers().size(), 1u);
  EXPECT_EQ(page.covers()[0].kind, CoverKind::kRegion);
}

TEST(OutlinedCover, IsFoundThroughAStampPrintedOverBothItsSides) {
  CoverPage page;
  page.text({200, 300, 1500, 1800}).box({800, 100, 1000, 180});
  page.fill({500, 118, 1300, 152}, 255).code(520, 126, 0, 22).code(810, 126, 0, 12).code(1010, 126, 0, 20);
  expect_only(page, {{800, 100, 1000, 180}});
}

TEST(FilledCover, StandsUprightOverAStampOnItsSideWhenThePageHasOthers) {
  CoverPage page = text_page();
  page.fill({1540, 700, 1570, 860}, 0);
  expect_only(page, {});
  page.fill({400, 590, 800, 624}, 0);
  expect_only(page, {{400, 590, 800, 624}, {1540, 700, 1570, 860}});
}

TEST(NoCover, IsFoundInTheGroundOfSomethingCopiedAtTheEdge) {
  CoverPage page;
  page.text({200, 200, 1500, 1000}).fill({0, 1200, 1000, 1500}, 0);
  expect_only(page, {});
}

TEST(NoCover, IsFoundInsideWhiteLettersOnADarkGround) {
  CoverPage page;
  page.text({200, 900, 1500, 2000}).fill({200, 300, 1500, 600}, 0);
  page.fill({600, 380, 700, 520}, 255).fill({610, 390, 690, 510}, 0);
  for (const Cover& cover : page.covers()) EXPECT_GT(cover.box.width(), 200) << testing::PrintToString(cover);
}

TEST(NoCover, IsFoundInAPolygonThatHoldsWords) {
  CoverPage page;
  page.text({200, 200, 1500, 1000});
  page.polygon({{600, 1330}, {860, 1200}, {1040, 1270}, {980, 1400}, {730, 1440}}).code(740, 1320, 0, 12);
  expect_only(page, {});
}

TEST(NoCover, IsFoundInALetterheadsOrnamentBesideCovers) {
  CoverPage page = text_page();
  page.fill({300, 80, 520, 100}, 90).fill({300, 120, 520, 140}, 90).fill({400, 590, 800, 624}, 0);
  expect_only(page, {{400, 590, 800, 624}});
}

TEST(RegionCover, IsASteppedOutline) {
  CoverPage page;
  page.text({200, 200, 1500, 1000}).text({200, 1600, 1500, 1900});
  page.outline({{500, 1200, 950, 1265}, {320, 1230, 950, 1265}, {320, 1260, 860, 1300}});
  expect_only(page, {{320, 1200, 950, 1300}});
  ASSERT_EQ(page.covers().size(), 1u);
  EXPECT_EQ(page.covers()[0].kind, CoverKind::kRegion);
}

TEST(StrokeCover, IsFoundThoughItIsNoRectangle) {
  for (const int rise : {12, 20}) {
    CoverPage page;
    page.text({200, 200, 1500, 580}).text({200, 660, 1500, 1000}).stroke({400, 590, 800, 616}, rise);
    SCOPED_TRACE(rise);
    expect_only(page, {{400, 588, 800, 618 + rise}});
    ASSERT_EQ(page.covers().size(), 1u);
    EXPECT_EQ(page.covers()[0].kind, CoverKind::kBlob);
  }
}

TEST(NoCover, IsFoundInAThickSwooshOrLargeLetters) {
  CoverPage page = text_page();
  page.fill({180, 560, 1520, 900}, 255).stroke({300, 600, 700, 640}, 120);
  for (int x = 800; x < 1300; x += 70) page.fill({x, 600, x + 22, 690}, 0).fill({x, 635, x + 70, 655}, 0);
  expect_only(page, {});
}

TEST(NoCover, IsFoundInASteppedOutlineAroundText) {
  CoverPage page;
  page.text({200, 200, 1500, 1000});
  page.outline({{500, 1200, 950, 1265}, {320, 1230, 950, 1265}, {320, 1260, 860, 1300}});
  page.code(400, 1245, 0, 30);
  expect_only(page, {});
}

TEST(HollowCover, IsFoundWithBordersOfEveryKind) {
  const struct {
    std::uint8_t level;
    int width;
  } cases[] = {{0, 1}, {0, 2}, {0, 3}, {0, 6}, {127, 1}, {127, 2}, {180, 2}};
  for (const auto& c : cases) {
    CoverPage page = text_page();
    page.box({400, 582, 800, 632}, c.level, c.width);
    SCOPED_TRACE(testing::Message() << "level " << int{c.level} << ", width " << c.width);
    expect_only(page, {{400, 582, 800, 632}});
    ASSERT_EQ(page.covers().size(), 1u);
    EXPECT_EQ(page.covers()[0].kind, CoverKind::kOutlined);
  }
}

TEST(HollowCover, MayHoldACodeInItsCorner) {
  CoverPage page = text_page();
  page.box({400, 582, 900, 712}).code(408, 588, 0);
  expect_only(page, {{400, 582, 900, 712}});
}

TEST(HollowCover, SharesEdgesWithItsNeighbours) {
  CoverPage page = text_page();
  page.box({700, 582, 1500, 632}).box({200, 630, 1100, 680}).box({200, 678, 600, 728});
  expect_only(page, {{700, 582, 1500, 632}, {200, 630, 1100, 680}, {200, 678, 600, 728}});
}

TEST(HollowCover, IsNotCutByTheStemsOfATightCode) {
  CoverPage page = text_page();
  page.box({400, 588, 520, 626});
  for (const int x : {430, 442, 454, 466, 478})
    page.fill({x, 592, x + 3, 622}, 0).fill({x, 604, x + 9, 607}, 0);
  expect_only(page, {{400, 588, 520, 626}});
}

TEST(HollowCover, SurvivesGapsInItsBorder) {
  CoverPage page = text_page();
  page.box({400, 582, 1000, 712}).fill({600, 580, 618, 586}, 255).fill({398, 640, 404, 655}, 255);
  expect_only(page, {{400, 582, 1000, 712}});
}

TEST(HollowCover, SurvivesSpecks) {
  CoverPage page = text_page();
  page.box({400, 582, 1000, 712}).specks(3000);
  EXPECT_GT(best_iou(page.covers(), {400, 582, 1000, 712}), kClose);
}

TEST(HollowCover, ContainsSmallerOnes) {
  CoverPage page = text_page();
  page.box({300, 582, 1300, 782}).box({350, 602, 550, 642}).code(420, 614, 0);
  expect_only(page, {{300, 582, 1300, 782}});
}

TEST(HollowCover, MayBeAFullLineOfAStair) {
  CoverPage page = text_page();
  page.box({800, 582, 1500, 624})
      .box({200, 622, 1500, 664})
      .box({200, 662, 1500, 704})
      .box({200, 702, 500, 744});
  expect_only(page,
              {{800, 582, 1500, 624}, {200, 622, 1500, 664}, {200, 662, 1500, 704}, {200, 702, 500, 744}});
}

TEST(HollowCover, MayRunOffThePage) {
  for (const PixelBox& box : {PixelBox{1300, 1400, 1702, 1450}, PixelBox{-2, 1400, 300, 1450},
                              PixelBox{900, -2, 1200, 80}, PixelBox{900, 2120, 1200, 2202}}) {
    CoverPage page;
    page.text({300, 200, 1200, 900}).box(box, 127);
    SCOPED_TRACE(testing::PrintToString(page.covers()));
    expect_only(page, {intersection(box, page.bitmap().bounds())});
  }
}

TEST(HollowCover, StandsOutFromTheFormItWasDrawnOver) {
  CoverPage page = text_page();
  page.fill({180, 560, 1520, 1000}, 255).grid({200, 600, 1500, 900}, 2, 3).box({300, 690, 700, 790}, 0, 6);
  EXPECT_GT(best_iou(page.covers(), {300, 690, 700, 790}), kClose);
}

TEST(NoCover, IsFoundInText) {
  expect_only(text_page(), {});
}

TEST(NoCover, IsFoundInATable) {
  CoverPage page = text_page();
  page.fill({180, 560, 1520, 1000}, 255).grid({200, 600, 1500, 960}, 4, 6);
  expect_only(page, {});
}

TEST(NoCover, IsFoundInAShadedHeading) {
  CoverPage page = text_page();
  page.fill({180, 560, 1520, 660}, 255).fill({200, 580, 1500, 630}, 215).text({210, 596, 1200, 615});
  expect_only(page, {});
}

TEST(NoCover, IsFoundInTheRowsOfAList) {
  CoverPage page = text_page();
  page.fill({180, 560, 1520, 1000}, 255).grid({200, 600, 1500, 800}, 1, 5);
  expect_only(page, {});
}

TEST(NoCover, IsFoundBetweenALineAndTheEdgeOfThePage) {
  CoverPage page = text_page();
  page.fill({1600, 0, 1602, 2200}, 90).fill({0, 2100, 1700, 2102}, 90).fill({0, 100, 1700, 102}, 90);
  expect_only(page, {});
}

TEST(NoCover, IsFoundInPunchHolesAndScanFlaps) {
  CoverPage page = text_page();
  page.disc(70, 500, 35).disc(70, 1700, 35).fill({0, 2120, 300, 2200}, 0).fill({1690, 0, 1700, 2200}, 0);
  expect_only(page, {});
}

TEST(NoCover, IsFoundInCheckBoxesAndRules) {
  CoverPage page = text_page();
  page.fill({150, 560, 1550, 760}, 255)
      .box({220, 600, 250, 630})
      .box({420, 600, 450, 630})
      .fill({200, 700, 1500, 706}, 0);
  expect_only(page, {});
}

TEST(NoCover, IsFoundInAHalftone) {
  CoverPage page = text_page();
  page.fill({280, 560, 1020, 1240}, 255).halftone({300, 580, 1000, 1220});
  expect_only(page, {});
}

TEST(NoCover, IsFoundOnABlankPage) {
  const image::Bitmap tiny = image::Bitmap::blank(3, 2, 1);
  EXPECT_TRUE(find_covers(tiny, image::Scale{1, 1}).empty());
  expect_only(CoverPage(), {});
}

TEST(FindCovers, AnswersInPointsOfThePageGiven) {
  CoverPage page = text_page();
  page.fill({400, 590, 800, 624}, 0);
  const image::Bitmap large = page.bitmap().scaled(1.5);
  const auto covers = find_covers(large, image::Scale::of_dpi(300));
  ASSERT_EQ(covers.size(), 1u);
  EXPECT_GT(iou(covers[0].box, image::Scale::of_dpi(200).to_points({400, 590, 800, 624})), kClose);
  EXPECT_NEAR(covers[0].text_height, 17 * 72.0 / 200, 1);
}

TEST(FindCovers, SeesTheSameOnABilevelScan) {
  CoverPage page = text_page();
  page.fill({400, 590, 800, 624}, 0).box({900, 582, 1300, 632});
  const auto covers = find_covers(page.bitmap().binarised(128), image::Scale{1, 1});
  EXPECT_EQ(covers.size(), 2u) << testing::PrintToString(covers);
}

// A long box turned by degrees about the page's middle, where it stands.
PixelBox turned_in_the_middle(const PixelBox& box, double degrees) {
  const double rise = std::tan(degrees * std::numbers::pi / 180);
  const auto down = static_cast<int>(std::lround(rise * box.width() / 2));
  return {box.x0, box.y0 - std::abs(down), box.x1, box.y1 + std::abs(down)};
}

TEST(FindCovers, GivesTheBoxAroundASkewedCover) {
  constexpr PixelBox kLong{300, 1083, 1400, 1117}, kHollow{300, 1163, 1400, 1213};
  for (const double degrees : {-1.5, -0.5, 0.5, 1.0, 3.0}) {
    CoverPage page = text_page();
    page.fill(kLong, 0).box(kHollow);
    const auto covers = find_covers(page.bitmap().turned(degrees), image::Scale{1, 1});
    SCOPED_TRACE(degrees);
    EXPECT_EQ(covers.size(), 2u) << testing::PrintToString(covers);
    EXPECT_GT(best_iou(covers, turned_in_the_middle(kLong, degrees)), kClose);
  }
}

TEST(FindCovers, LooksUprightAtASkewedHeading) {
  CoverPage page = text_page();
  page.fill({180, 560, 1520, 660}, 255).fill({200, 580, 1500, 624}, 20);
  for (int x = 230; x < 1450; x += 100) page.code(x, 592, 255, 6);
  EXPECT_TRUE(find_covers(page.bitmap().turned(0.8), image::Scale{1, 1}).empty());
}

}  // namespace
}  // namespace vaughn::redaction
