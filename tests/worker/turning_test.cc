// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/turning.h"

#include <gtest/gtest.h>

namespace vaughn::worker {
namespace {

TEST(Turning, AQuarterTurnTakesTheTopLeftCornerToTheTopRight) {
  EXPECT_EQ(turned({0, 0, 10, 20}, 612, 792, 1), (Box{772, 0, 792, 10}));
  EXPECT_EQ(turned({0, 0, 10, 20}, 612, 792, 2), (Box{602, 772, 612, 792}));
  EXPECT_EQ(turned({0, 0, 10, 20}, 612, 792, 3), (Box{0, 602, 20, 612}));
}

TEST(Turning, ThereAndBackIsNothing) {
  const Box box{10, 20, 50, 90};
  for (int quarters = -4; quarters <= 4; ++quarters) {
    const bool sides = quarters % 2 != 0;
    const Box there = turned(box, 612, 792, quarters);
    EXPECT_EQ(turned(there, sides ? 792 : 612, sides ? 612 : 792, -quarters), box) << quarters;
  }
}

TEST(Turning, AReadingGoesWithAllItsBoxes) {
  PageReading reading;
  reading.width = 792;
  reading.height = 612;
  const Box before{100, 50, 140, 60}, after = turned(before, 792, 612, 1);
  reading.words = {{"word", before, {}, 0, 0, {}}};
  Redaction redaction;
  redaction.box = before;
  redaction.codes.resize(1);
  redaction.codes[0].box = before;
  reading.redactions = {redaction};
  reading.codes.resize(2);
  reading.codes[0].box = before;
  reading.findings = {{"UNLABELLED_REDACTION", FindingClass::kUnlabelled, before, 0, {}}};
  turn(&reading, 1);
  EXPECT_EQ(reading.width, 612);
  EXPECT_EQ(reading.height, 792);
  EXPECT_EQ(reading.words[0].box, after);
  EXPECT_EQ(reading.redactions[0].box, after);
  EXPECT_EQ(reading.redactions[0].codes[0].box, after);
  EXPECT_EQ(reading.codes[0].box, after);
  EXPECT_FALSE(reading.codes[1].box);
  EXPECT_EQ(reading.findings[0].box, after);
}

}  // namespace
}  // namespace vaughn::worker
