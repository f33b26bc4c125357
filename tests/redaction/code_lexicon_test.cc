// SPDX-License-Identifier: GPL-3.0-or-later
#include "redaction/code_lexicon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "vaughn/redaction/code_reader.h"

namespace vaughn::redaction {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

CodeContext box() {
  CodeContext context;
  context.place = CodePlace::kBox;
  return context;
}

std::vector<std::string> codes_of(const std::vector<CodeHit>& hits) {
  std::vector<std::string> codes;
  for (const CodeHit& hit : hits) codes.push_back(hit.code + (hit.certain ? "" : "?"));
  return codes;
}

TEST(NearestLabel, TakesWhatIsNearOneLabelOnly) {
  EXPECT_THAT(nearest_label("(OY7)(C)"), ElementsAre("(b)(7)(C)"));
}

TEST(NearestLabel, ReadsSeveralCodesOfOneLabel) {
  EXPECT_THAT(nearest_label("(b)(6),()(7)(C)"), ElementsAre("(b)(6)", "(b)(7)(C)"));
}

TEST(NearestLabel, PassesOverTheFrameOfTheBox) {
  EXPECT_THAT(nearest_label("|_ (b)(4 _|"), ElementsAre("(b)(4)"));
}

TEST(NearestLabel, RefusesWhatIsNearNothing) {
  for (const char* text :
       {"{bK6): (OY 7HC}", "(bM7HE)", "bS", "[67D _]", "(DTME)", "eye", "cz", "(ed)", "Be", "", "---"})
    EXPECT_THAT(nearest_label(text), IsEmpty()) << text;
}

TEST(NearestLabel, RefusesWhatIsNearTwo) {
  EXPECT_THAT(nearest_label("(b)(7)()"), IsEmpty());
}

TEST(NearestLabel, FavoursWhatWasReadExactlyOnThePage) {
  const char* text = "(D6";
  EXPECT_THAT(nearest_label(text), IsEmpty());
  EXPECT_THAT(nearest_label(text, {{"(b)(6)", {"(b)(6)"}}}), ElementsAre("(b)(6)"));
}

TEST(NearestLabel, KnowsTheFormsOfThePage) {
  const std::vector<PrintedLabel> on_page = {{"10.2.e", {"Wob 10.2.e"}}};
  EXPECT_THAT(nearest_label("10.2"), IsEmpty());
  EXPECT_THAT(nearest_label("10.2", on_page), ElementsAre("Wob 10.2.e"));
  EXPECT_THAT(nearest_label("Total", on_page), IsEmpty());
}

TEST(NearestLabel, RefusesWhatIsAsNearToTwoFormsOfThePage) {
  EXPECT_THAT(nearest_label("5.1.2", {{"5.1.2e", {"Woo 5.1.2.e"}}, {"5.1.2i", {"Woo 5.1.2.i"}}}), IsEmpty());
}

TEST(LabelDistance, CountsConfusionsLessThanOtherErrors) {
  EXPECT_DOUBLE_EQ(label_distance("(b)(6)", "(b)(6)"), 0);
  EXPECT_LT(label_distance("(h)(6)", "(b)(6)"), label_distance("(q)(6)", "(b)(6)"));
}

TEST(ReadBoxCodes, PrefersWhatCanBeRead) {
  EXPECT_THAT(codes_of(read_box_codes("(b)(6)", box())), ElementsAre("(b)(6)"));
}

TEST(ReadBoxCodes, IsNeverCertainOfTheNearestLabel) {
  const auto hits = read_box_codes(" (OY7)(C)\n", box());
  EXPECT_THAT(codes_of(hits), ElementsAre("(b)(7)(C)?"));
  EXPECT_EQ(hits[0].raw, "(OY7)(C)");
  EXPECT_EQ(hits[0].begin, 1u);
}

TEST(ReadBoxCodes, AddsTheCodeThatCouldNotBeRead) {
  const auto hits = read_box_codes("(b)(6), ()(7)(C)", box());
  EXPECT_THAT(codes_of(hits), ElementsAre("(b)(6)", "(b)(7)(C)?"));
  EXPECT_EQ(hits[1].raw, "()(7)(C)");
}

TEST(ReadBoxCodes, AddsNothingToACompleteReading) {
  EXPECT_THAT(codes_of(read_box_codes("(b)(6) | ~ l", box())), ElementsAre("(b)(6)"));
}

TEST(ReadBoxCodes, LetsThePageOutvoteARepairedReading) {
  const std::vector<PrintedLabel> on_page = {{"5.1.2i", {"Woo 5.1.2.i"}}};
  EXPECT_THAT(codes_of(read_box_codes("5.1.28", box())), ElementsAre("Woo 5.1.2.e?"));
  EXPECT_THAT(codes_of(read_box_codes("5.1.21", box(), on_page)), ElementsAre("Woo 5.1.2.i?"));
}

TEST(ReadBoxCodes, LeavesAnExactReadingToItself) {
  EXPECT_THAT(codes_of(read_box_codes("5.1.2a", box(), {{"5.1.2e", {"Woo 5.1.2.e"}}})),
              ElementsAre("Woo 5.1.2.a"));
}

TEST(ReadBoxCodes, FindsNothingInOrdinaryWords) {
  for (const char* text : {"", "   ", "Frame", "Total", "- -", "and"})
    EXPECT_THAT(read_box_codes(text, box()), IsEmpty()) << text;
}

}  // namespace
}  // namespace vaughn::redaction
