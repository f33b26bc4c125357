// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/page_drawing.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace vaughn::cli {
namespace {

worker::PagePicture white_page() {
  return {image::Bitmap::blank(850, 1100, 8), image::Scale::of_dpi(100)};
}

store::PageRow row_with(const std::vector<Redaction>& redactions) {
  store::PageRow row{.id = {}, .source = {}, .reading = PageReading(), .bates = {}};
  row.source.path = "release/letter.pdf";
  row.reading.redactions = redactions;
  return row;
}

Redaction box_with(const std::string& code, const Box& box = {72, 72, 144, 84}) {
  Redaction redaction;
  redaction.box = box;
  if (!code.empty()) redaction.codes = {{code, code, true, CodeRole::kLabel, {}, {}}};
  return redaction;
}

// Of the left edge of the outline of the box above.
std::string edge(const Redaction& redaction) {
  const image::Bitmap drawn = marked_page(row_with({redaction}), {}, white_page());
  return drawn.crop({97, 97, 100, 120}).sha256();
}

TEST(PageDrawing, AddsALegendAndHidesNothingOfAPageWithoutRedactions) {
  const image::Bitmap drawn = marked_page(row_with({}), {}, white_page());
  EXPECT_GT(drawn.height(), 1100);
  EXPECT_TRUE(drawn.crop({0, 0, 850, 1100}).is_blank());
  EXPECT_FALSE(drawn.crop({0, 1100, 850, drawn.height()}).is_blank());
}

TEST(PageDrawing, TintsWordsThatWereLookedFor) {
  const image::Bitmap with = marked_page(row_with({}), {{72, 72, 144, 84}}, white_page());
  const image::Bitmap without = marked_page(row_with({}), {}, white_page());
  EXPECT_NE(with.crop({110, 102, 190, 114}).sha256(), without.crop({110, 102, 190, 114}).sha256());
  EXPECT_EQ(with.crop({300, 300, 500, 500}).sha256(), without.crop({300, 300, 500, 500}).sha256());
  EXPECT_NE(with.crop({0, 1100, 850, 1160}).sha256(),
            without.crop({0, 1100, 850, 1160}).sha256());  // the legend
}

TEST(PageDrawing, GivesEachExemptionItsColour) {
  const std::string privacy = edge(box_with("(b)(6)"));
  EXPECT_EQ(edge(box_with("(b)(7)(C)")), privacy);
  std::vector<std::string> others = {privacy};
  for (const char* code : {"(b)(7)(E)", "(b)(5)", "(b)(4)", "(b)(3)", "PA(k)(2)", ""}) {
    const std::string colour = edge(box_with(code));
    EXPECT_EQ(std::count(others.begin(), others.end(), colour), 0) << code;
    others.push_back(colour);
  }
}

TEST(PageDrawing, DashesWhatIsNotCertain) {
  Redaction uncertain = box_with("(b)(6)");
  uncertain.codes[0].certain = false;
  EXPECT_NE(edge(uncertain), edge(box_with("(b)(6)")));
}

TEST(PageDrawing, PutsOutlinesOfFurtherGroundsAroundTheFirst) {
  Redaction both = box_with("(b)(7)(E)");
  both.codes.push_back(box_with("(b)(6)").codes.front());
  EXPECT_EQ(edge(both), edge(box_with("(b)(7)(E)")));
  const auto ring = [](const Redaction& redaction) {
    return marked_page(row_with({redaction}), {}, white_page()).crop({94, 97, 97, 116}).sha256();
  };
  EXPECT_NE(ring(both), ring(box_with("(b)(7)(E)")));
}

TEST(PageDrawing, NumbersOutsideTheBoxAndOnNoOtherRedaction) {
  const std::vector<Redaction> crowd = {box_with("", {72, 72, 144, 84}), box_with("", {72, 84, 144, 96}),
                                        box_with("", {72, 96, 144, 108})};
  const image::Bitmap drawn = marked_page(row_with(crowd), {}, white_page());
  for (int i = 0; i < 3; ++i) {
    const int middle = 100 + 16 * i + 8;  // of the box, which shows its tint alone
    EXPECT_EQ(drawn.crop({104, middle - 3, 196, middle + 3}).sha256(),
              drawn.crop({104, 105, 196, 111}).sha256());
  }
}

TEST(PageDrawing, MarksALeak) {
  store::PageRow row = row_with({box_with("(b)(6)")});
  const std::string before = marked_page(row, {}, white_page()).crop({80, 80, 97, 140}).sha256();
  row.reading.findings = {{"TEXT_UNDER_RECTANGLE", FindingClass::kLeak, Box{72, 72, 144, 84}, 9}};
  EXPECT_NE(marked_page(row, {}, white_page()).crop({80, 80, 97, 140}).sha256(), before);
}

}  // namespace
}  // namespace vaughn::cli
