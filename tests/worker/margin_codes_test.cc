// SPDX-License-Identifier: GPL-3.0-or-later
// Marks are letters of 5 by 7 points, 6 points apart, as a typewriter sets them.
#include "worker/margin_codes.h"

#include <gmock/gmock.h>

#include <string_view>

namespace vaughn::worker {
namespace {

using ::testing::IsEmpty;

constexpr Points kWidth = 612;

// A mark for every letter; none for a space or a hyphen, which is too low to be one.
void type(std::string_view text, Points x, Points y, std::vector<Box>* marks) {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != ' ' && text[i] != '-')
      marks->push_back({x + 6.0 * static_cast<double>(i), y, x + 6.0 * static_cast<double>(i) + 5, y + 7});
}

Redaction box(const Box& where) {
  Redaction redaction;
  redaction.box = where;
  return redaction;
}

TEST(LoneLines, KeepTheNumbersBehindACode) {
  std::vector<Box> marks;
  type("b7C -1", 540, 100, &marks);
  const auto lines = lone_lines(marks);
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0], (Box{540, 100, 575, 107}));
}

TEST(LoneLines, AreNotThoseOfTheText) {
  std::vector<Box> marks;
  type("the agent was interviewed at his residence", 72, 100, &marks);
  type("b6 -1", 560, 100, &marks);
  const auto lines = lone_lines(marks);
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].x0, 560);
}

TEST(LoneLines, AreNotSingleMarks) {
  EXPECT_TRUE(lone_lines({{560, 100, 565, 107}}).empty());
}

TEST(LinesWorthReading, AreThoseOfAMargin) {
  const auto lines = lines_worth_reading({{540, 100, 590, 107}, {300, 100, 350, 107}}, kWidth, {}, {});
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].place, redaction::CodePlace::kMargin);
}

TEST(LinesWorthReading, AreThoseNearARedactionWithoutACode) {
  Redaction explained = box({100, 300, 200, 312});
  explained.codes.emplace_back();
  const auto lines = lines_worth_reading({{230, 101, 260, 108}, {230, 301, 260, 308}, {230, 500, 260, 507}},
                                         kWidth, {box({100, 100, 200, 112}), explained}, {});
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].box.y0, 101);
  EXPECT_EQ(lines[0].place, redaction::CodePlace::kBody);
}

TEST(LinesWorthReading, AreTheOtherLinesOfAStack) {
  const ExemptionCode found{"(b)(7)(C)-1",          "b7C -1", true, CodeRole::kLabel, CodeOrigin::kPageOcr,
                            Box{420, 124, 460, 132}};
  const auto lines = lines_worth_reading({{420, 112, 450, 119}, {420, 300, 450, 307}}, kWidth, {}, {found});
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].box.y0, 112);
}

ExemptionCode stamped(const std::string& code, const std::string& raw, CodeOrigin origin) {
  return {code, raw, true, CodeRole::kLabel, origin, Box{560, 100, 590, 108}};
}

TEST(DoubtUnnumbered, DoubtsACodeThatLostItsNumber) {
  std::vector<ExemptionCode> codes = {stamped("(b)(6)-1", "b6 -1", CodeOrigin::kStripOcr),
                                      stamped("(b)(7)(C)-1", "b7C -1", CodeOrigin::kStripOcr),
                                      stamped("(b)(6)", "b6", CodeOrigin::kPageOcr)};
  doubt_unnumbered(&codes);
  EXPECT_TRUE(codes[0].certain);
  EXPECT_FALSE(codes[2].certain);
}

TEST(DoubtUnnumbered, LeavesAPageWithoutNumbersAlone) {
  std::vector<ExemptionCode> codes = {stamped("(b)(6)", "b6", CodeOrigin::kPageOcr),
                                      stamped("(b)(7)(C)", "b7C", CodeOrigin::kPageOcr)};
  doubt_unnumbered(&codes);
  EXPECT_TRUE(codes[0].certain);
}

TEST(TakeUnsupported, KeepsAShortRepairedCodeThatThePageHasInPlainLetters) {
  ExemptionCode repaired = stamped("(b)(5)", "bS", CodeOrigin::kStripOcr);
  repaired.certain = false;
  std::vector<ExemptionCode> alone = {repaired};
  EXPECT_THAT(take_unsupported(&alone), IsEmpty());
  EXPECT_TRUE(alone.empty());
  std::vector<ExemptionCode> supported = {repaired, stamped("(b)(5)", "b5", CodeOrigin::kStripOcr)};
  take_unsupported(&supported);
  EXPECT_EQ(supported.size(), 2u);
}

TEST(TakeUnsupported, TellsAGroundInDoubtFromNoise) {
  ExemptionCode c_or_e = stamped("(b)(7)(E)", "b7e", CodeOrigin::kPageOcr);
  c_or_e.certain = false;
  std::vector<ExemptionCode> codes = {c_or_e};
  const std::vector<ExemptionCode> grounds = take_unsupported(&codes);
  EXPECT_THAT(codes, IsEmpty());
  ASSERT_EQ(grounds.size(), 1u);
  EXPECT_EQ(grounds[0].raw, "b7e");
}

}  // namespace
}  // namespace vaughn::worker
