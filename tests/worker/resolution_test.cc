// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/resolution.h"

#include <gtest/gtest.h>

namespace vaughn::worker {
namespace {

constexpr pdf::PageSize kLetter{612, 792, 0};
constexpr double kPlenty = 100;

double recognise_dpi(const pdf::PageSize& size, const std::vector<pdf::PlacedImage>& images) {
  return choose_dpi(size, images, Purpose::kRecognise, kPlenty).value();
}

TEST(Resolution, AScanIsReadAtItsOwn) {
  EXPECT_NEAR(recognise_dpi(kLetter, {{{0, 0, 612, 792}, 2550, 3300}}), 300, 1);
}

TEST(Resolution, AFineScanIsHalved) {
  EXPECT_NEAR(recognise_dpi(kLetter, {{{0, 0, 612, 792}, 5100, 6600}}), 300, 1);
}

TEST(Resolution, ACoarseScanIsEnlarged) {
  EXPECT_NEAR(recognise_dpi(kLetter, {{{0, 0, 612, 792}, 850, 1100}}), 200, 1);
}

TEST(Resolution, ASmallLogoOf1432DpiDoesNotCount) {
  EXPECT_NEAR(recognise_dpi(kLetter, {{{489, 18, 534, 78}, 900, 1200}}), 300, 1);
}

TEST(Resolution, AWrongTagDoesNotExplode) {
  // 1,222 by 1,526 points: a letter scan of 144 dpi tagged as 72.
  const pdf::PageSize size{1222, 1526, 0};
  EXPECT_NEAR(recognise_dpi(size, {{{0, 0, 1222, 1526}, 1222, 1526}}), 104, 1);
  EXPECT_NEAR(paper_dpi(size, 104), 200, 2);
}

TEST(Resolution, APosterIsCappedByMegapixels) {
  const pdf::PageSize poster{14400, 14400, 0};
  const auto dpi = choose_dpi(poster, {}, Purpose::kLook, 1);
  ASSERT_TRUE(dpi.ok());
  EXPECT_LE(poster.width / 72 * *dpi * poster.height / 72 * *dpi, 1.01e6);
}

TEST(Resolution, WhatNoLimitAllowsIsAProblem) {
  const auto dpi = choose_dpi(kLetter, {}, Purpose::kLook, 0.05);
  ASSERT_FALSE(dpi.ok());
  EXPECT_EQ(dpi.problem().kind, ProblemKind::kPageTooLarge);
}

TEST(LowerResolution, IsToldWithTheLimitThatMadeIt) {
  ReadOptions options;
  options.max_megapixels = 2;
  const auto note = lower_resolution_note(140, 300, options, {});
  ASSERT_TRUE(note.has_value());
  EXPECT_EQ(note->kind, ProblemKind::kLimit);
  EXPECT_EQ(note->cause, "read at 140 dpi instead of 300, to stay within --max-megapixels 2");
  EXPECT_EQ(lower_resolution_note(300, 300, options, {}), std::nullopt);
  EXPECT_EQ(lower_resolution_note(200, 215, options, {}), std::nullopt) << "too little to render again";
}

TEST(LowerResolution, IsToldWithWhatHappenedAtFullResolution) {
  const Problem late{ProblemKind::kTimedOut, "no answer within the limit of 9 s", "Give it longer."};
  const auto note = lower_resolution_note(150, 150, {}, late);
  ASSERT_TRUE(note.has_value());
  EXPECT_EQ(note->cause,
            "read at a lower resolution, 150 dpi; at full resolution: no answer within the "
            "limit of 9 s");
  EXPECT_EQ(note->advice, "Give it longer.");
}

TEST(PictureShare, CountsOverlapsOnce) {
  EXPECT_NEAR(picture_share(kLetter, {{{0, 0, 612, 396}, 1, 1}, {{0, 0, 612, 396}, 1, 1}}), 0.5, 0.02);
  EXPECT_NEAR(picture_share(kLetter, {{{-50, -50, 700, 900}, 1, 1}}), 1, 0.01);
  EXPECT_EQ(picture_share(kLetter, {}), 0);
}

}  // namespace
}  // namespace vaughn::worker
