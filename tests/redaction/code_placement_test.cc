// SPDX-License-Identifier: GPL-3.0-or-later
// Layouts in points on a letter page; a line is 12 points.
#include "vaughn/redaction/code_placement.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vaughn::redaction {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr Points kPageWidth = 612;

Redaction box(Points x0, Points y0, Points x1, Points y1) {
  Redaction redaction;
  redaction.box = {x0, y0, x1, y1};
  return redaction;
}

ExemptionCode code(const std::string& canonical, Box where) {
  return {canonical, canonical, true, CodeRole::kLabel, CodeOrigin::kTextLayer, where};
}

// In the right margin, 8 points high.
ExemptionCode margin_code(const std::string& canonical, Points y) {
  return code(canonical, {560, y, 590, y + 8});
}

std::vector<std::string> codes_of(const Redaction& redaction) {
  std::vector<std::string> codes;
  for (const ExemptionCode& each : redaction.codes) codes.push_back(each.code);
  return codes;
}

std::vector<std::string> unplaced(const PlacedCodes& placed) {
  std::vector<std::string> codes;
  for (const ExemptionCode& each : placed.unplaced) codes.push_back(each.code);
  return codes;
}

TEST(PlaceCodes, GivesACodeInsideToItsBox) {
  const auto placed = place_codes({box(100, 100, 200, 112), box(300, 100, 400, 112)},
                                  {code("(b)(6)", {310, 101, 330, 111})}, kPageWidth);
  EXPECT_THAT(codes_of(placed.redactions[0]), IsEmpty());
  EXPECT_THAT(codes_of(placed.redactions[1]), ElementsAre("(b)(6)"));
  EXPECT_THAT(placed.unplaced, IsEmpty());
}

TEST(PlaceCodes, GivesACodeInNestedBoxesToTheSmallest) {
  const auto placed = place_codes({box(90, 90, 400, 200), box(100, 100, 200, 112)},
                                  {code("(b)(6)", {110, 101, 130, 111})}, kPageWidth);
  EXPECT_THAT(codes_of(placed.redactions[0]), IsEmpty());
  EXPECT_THAT(codes_of(placed.redactions[1]), ElementsAre("(b)(6)"));
}

TEST(PlaceCodes, OfStacksSideBySideGivesBothAndNeitherForCertain) {
  const auto bureau = [](const std::string& canonical, const std::string& raw, Box where) {
    ExemptionCode each = code(canonical, where);
    each.raw = raw;
    return each;
  };
  const auto placed = place_codes(
      {box(80, 210, 160, 228)},
      {bureau("(b)(6)-1", "b6 -1", {430, 208, 460, 216}),
       bureau("(b)(7)(C)-1", "b7C -1", {430, 218, 466, 226}), bureau("(b)(5)", "b5", {560, 214, 575, 222})},
      kPageWidth);
  EXPECT_THAT(codes_of(placed.redactions[0]),
              testing::UnorderedElementsAre("(b)(5)", "(b)(6)-1", "(b)(7)(C)-1"));
  for (const ExemptionCode& each : placed.redactions[0].codes) EXPECT_FALSE(each.certain) << each.code;
  EXPECT_THAT(placed.unplaced, IsEmpty());
}

TEST(PlaceCodes, MakesAMentionInABoxALabel) {
  ExemptionCode mention = code("(b)(6)", {110, 101, 130, 111});
  mention.role = CodeRole::kMention;
  const auto placed = place_codes({box(100, 100, 200, 112)}, {mention}, kPageWidth);
  ASSERT_EQ(placed.redactions[0].codes.size(), 1u);
  EXPECT_EQ(placed.redactions[0].codes[0].role, CodeRole::kLabel);
}

TEST(PlaceCodes, GivesACodeBesideToTheNearestBoxOfItsLine) {
  const auto placed = place_codes(
      {box(100, 100, 200, 112), box(280, 100, 400, 112), box(205, 114, 230, 126)},
      {code("(b)(6)", {204, 101, 224, 111}), code("(b)(7)(C)", {226, 101, 250, 111})}, kPageWidth);
  EXPECT_THAT(codes_of(placed.redactions[0]), ElementsAre("(b)(6)", "(b)(7)(C)"));
  EXPECT_THAT(codes_of(placed.redactions[1]), IsEmpty());
  EXPECT_THAT(codes_of(placed.redactions[2]), IsEmpty());
}

TEST(PlaceCodes, LeavesACodeFarFromAnyBoxToThePage) {
  const auto placed =
      place_codes({box(100, 100, 150, 112)}, {code("(b)(6)", {270, 101, 290, 111})}, kPageWidth);
  EXPECT_THAT(unplaced(placed), ElementsAre("(b)(6)"));
}

TEST(PlaceCodes, LeavesACodeOnAnotherLineToThePage) {
  const auto placed =
      place_codes({box(100, 100, 150, 112)}, {code("(b)(6)", {160, 108, 180, 118})}, kPageWidth);
  EXPECT_THAT(unplaced(placed), ElementsAre("(b)(6)"));
}

TEST(PlaceCodes, LeavesMentionsAndPageCodesToThePage) {
  ExemptionCode mention = code("(b)(6)", {204, 101, 224, 111}), page = code("WIF", {110, 101, 130, 111});
  mention.role = CodeRole::kMention;
  page.role = CodeRole::kPage;
  const auto placed = place_codes({box(100, 100, 200, 112)}, {mention, page}, kPageWidth);
  EXPECT_THAT(unplaced(placed), ElementsAre("(b)(6)", "WIF"));
}

TEST(PlaceCodes, LeavesACodeOfUnknownPlaceToThePage) {
  ExemptionCode nowhere = code("(b)(6)", {});
  nowhere.box.reset();
  EXPECT_THAT(unplaced(place_codes({box(100, 100, 200, 112)}, {nowhere}, kPageWidth)), ElementsAre("(b)(6)"));
}

TEST(PlaceCodes, LetsAMarginStackExplainEveryBoxLevelWithIt) {
  const auto placed = place_codes(
      {box(100, 100, 200, 112), box(300, 100, 400, 112), box(80, 112, 400, 124), box(80, 300, 400, 312)},
      {margin_code("(b)(6)-1", 101), margin_code("(b)(7)(C)-1", 111)}, kPageWidth);
  for (const std::size_t i : {0u, 1u, 2u})
    EXPECT_THAT(codes_of(placed.redactions[i]), ElementsAre("(b)(6)-1", "(b)(7)(C)-1")) << i;
  EXPECT_THAT(codes_of(placed.redactions[3]), IsEmpty());
  EXPECT_THAT(placed.unplaced, IsEmpty());
}

TEST(PlaceCodes, EndsAStackWhereTheNextBegins) {
  const auto placed = place_codes({box(80, 100, 400, 112), box(80, 124, 400, 136)},
                                  {margin_code("(b)(6)-1", 102), margin_code("(b)(5)", 126)}, kPageWidth);
  EXPECT_THAT(codes_of(placed.redactions[0]), ElementsAre("(b)(6)-1"));
  EXPECT_THAT(codes_of(placed.redactions[1]), ElementsAre("(b)(5)"));
}

TEST(PlaceCodes, LetsSeveralStacksExplainATallBox) {
  const auto placed = place_codes({box(80, 100, 400, 220)},
                                  {margin_code("(b)(6)-1", 102), margin_code("(b)(5)", 180)}, kPageWidth);
  EXPECT_THAT(codes_of(placed.redactions[0]), ElementsAre("(b)(6)-1", "(b)(5)"));
}

TEST(PlaceCodes, ReachesAFewLinesBelowAStack) {
  const auto placed = place_codes({box(80, 126, 400, 138), box(80, 200, 400, 212)},
                                  {margin_code("(b)(6)-1", 102)}, kPageWidth);
  EXPECT_THAT(codes_of(placed.redactions[0]), ElementsAre("(b)(6)-1"));
  EXPECT_THAT(codes_of(placed.redactions[1]), IsEmpty());
}

// As the FBI prints it: without brackets.
ExemptionCode stamped(const std::string& canonical, const std::string& raw, Box where) {
  return {canonical, raw, true, CodeRole::kLabel, CodeOrigin::kStripOcr, where};
}

TEST(PlaceCodes, CarriesTheBureausStackDownToTheNextWithDoubt) {
  const auto placed = place_codes({box(80, 100, 400, 112), box(80, 300, 400, 312), box(80, 510, 400, 522)},
                                  {stamped("(b)(6)-1", "b6 -1", {560, 101, 590, 109}),
                                   stamped("(b)(7)(C)-1", "b7C -1", {560, 111, 590, 119}),
                                   stamped("(b)(6)-4", "b6 -4", {560, 511, 590, 519})},
                                  kPageWidth);
  EXPECT_THAT(codes_of(placed.redactions[0]), ElementsAre("(b)(6)-1", "(b)(7)(C)-1"));
  EXPECT_TRUE(placed.redactions[0].codes[0].certain);
  EXPECT_THAT(codes_of(placed.redactions[1]), ElementsAre("(b)(6)-1", "(b)(7)(C)-1"));
  EXPECT_FALSE(placed.redactions[1].codes[0].certain);
  EXPECT_THAT(codes_of(placed.redactions[2]), ElementsAre("(b)(6)-4"));
}

TEST(PlaceCodes, FollowsAGroupLineByLineWithoutDoubt) {
  const auto placed = place_codes({box(80, 100, 400, 112), box(80, 130, 400, 142), box(80, 160, 400, 172)},
                                  {stamped("(b)(6)", "b6", {560, 101, 590, 109})}, kPageWidth);
  EXPECT_THAT(codes_of(placed.redactions[2]), ElementsAre("(b)(6)"));
  EXPECT_TRUE(placed.redactions[2].codes[0].certain);
}

TEST(PlaceCodes, LetsAStackInTheOpenExplainWhatFollows) {
  const auto placed = place_codes({box(300, 150, 400, 162), box(80, 162, 200, 174)},
                                  {stamped("(b)(6)-1", "b6 -1", {420, 112, 480, 120}),
                                   stamped("(b)(7)(C)-1", "b7C -1", {420, 124, 490, 132})},
                                  kPageWidth);
  for (const Redaction& redaction : placed.redactions)
    EXPECT_THAT(codes_of(redaction), ElementsAre("(b)(6)-1", "(b)(7)(C)-1"));
}

TEST(PlaceCodes, GivesTheSecondLineOfAStackToTheBoxOfTheFirst) {
  const auto placed = place_codes(
      {box(100, 100, 400, 112)},
      {stamped("(b)(6)", "b6", {410, 101, 430, 109}), stamped("(b)(7)(C)", "b7C", {410, 114, 430, 122})},
      kPageWidth);
  EXPECT_THAT(codes_of(placed.redactions[0]), ElementsAre("(b)(6)", "(b)(7)(C)"));
}

TEST(PlaceCodes, BeginsANewStackWhereACodeComesAgain) {
  const auto placed = place_codes({box(80, 100, 400, 112), box(80, 124, 400, 136)},
                                  {stamped("(b)(6)-1", "b6 -1", {560, 100, 590, 108}),
                                   stamped("(b)(7)(C)-1", "b7C -1", {560, 112, 590, 120}),
                                   stamped("(b)(6)-4", "b6 -4", {560, 124, 590, 132}),
                                   stamped("(b)(7)(C)-4", "b7C -4", {560, 136, 590, 144})},
                                  kPageWidth);
  EXPECT_THAT(codes_of(placed.redactions[0]), ElementsAre("(b)(6)-1", "(b)(7)(C)-1"));
  EXPECT_THAT(codes_of(placed.redactions[1]), ElementsAre("(b)(6)-4", "(b)(7)(C)-4"));
}

TEST(PlaceCodes, LeavesABoxWithItsOwnCodeToItself) {
  Redaction labelled = box(80, 100, 400, 112);
  labelled.codes.push_back(code("(b)(4)", {90, 101, 110, 111}));
  const auto placed = place_codes({labelled}, {margin_code("(b)(6)", 101)}, kPageWidth);
  EXPECT_THAT(codes_of(placed.redactions[0]), ElementsAre("(b)(4)"));
  EXPECT_THAT(unplaced(placed), ElementsAre("(b)(6)"));
}

TEST(PlaceCodes, ReadsTheLeftMarginToo) {
  const auto placed =
      place_codes({box(120, 100, 400, 112)}, {code("(b)(6)", {20, 101, 50, 109})}, kPageWidth);
  EXPECT_THAT(codes_of(placed.redactions[0]), ElementsAre("(b)(6)"));
}

TEST(PlaceCodes, AddsNoCodeTwice) {
  Redaction labelled = box(100, 100, 200, 112);
  labelled.codes.push_back(code("(b)(6)", {110, 101, 130, 111}));
  const auto placed = place_codes({labelled}, {code("(b)(6)", {110, 101, 130, 111})}, kPageWidth);
  EXPECT_THAT(codes_of(placed.redactions[0]), ElementsAre("(b)(6)"));
  EXPECT_THAT(placed.unplaced, IsEmpty());
}

TEST(PlaceCodes, KeepsTheOrderOfTheRedactions) {
  const auto placed = place_codes({box(300, 100, 400, 112), box(100, 100, 200, 112)}, {}, kPageWidth);
  EXPECT_EQ(placed.redactions[0].box.x0, 300);
  EXPECT_EQ(placed.redactions[1].box.x0, 100);
}

Word word(const std::string& text, std::size_t offset, Box where) {
  Word made;
  made.text = text;
  made.offset = offset;
  made.box = where;
  return made;
}

TEST(Located, TakesTheBoxOfTheWordsOfTheCode) {
  const std::string text = "To: (b) (6) cc";
  const TextLayer words = {word("To:", 0, {10, 10, 30, 20}), word("(b)", 4, {34, 10, 50, 20}),
                           word("(6)", 8, {52, 10, 68, 20}), word("cc", 12, {72, 10, 84, 20})};
  const auto hits = read_codes(text, {});
  ASSERT_EQ(hits.size(), 1u);
  const ExemptionCode placed = located(hits[0], words, CodeOrigin::kTextLayer);
  EXPECT_EQ(placed.box, (Box{34, 10, 68, 20}));
  EXPECT_EQ(placed.raw, "(b) (6)");
}

TEST(Located, TakesTheCodesShareOfALongWord) {
  const TextLayer words = {word("(b)(6)@example.org", 0, {0, 0, 180, 10})};
  const auto hits = read_codes(words[0].text, {});
  ASSERT_EQ(hits.size(), 1u);
  EXPECT_EQ(located(hits[0], words, CodeOrigin::kTextLayer).box, (Box{0, 0, 60, 10}));
}

TEST(Located, HasNoBoxWithoutWords) {
  EXPECT_FALSE(located({"(b)(6)", "(b)(6)", true, CodeRole::kLabel, 0, 6}, {}, CodeOrigin::kPageOcr).box);
}

}  // namespace
}  // namespace vaughn::redaction
