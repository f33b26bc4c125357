// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/box_labels.h"

#include <gtest/gtest.h>

namespace vaughn::worker {
namespace {

TEST(OrdinaryText, IsWordsOfALanguage) {
  for (const char* text :
       {"INVOICE", "Date of order", "mit freundlichen", "TOTAL AMOUNT", "$218,400.00", "555-0100"})
    EXPECT_TRUE(is_ordinary_text(text)) << text;
}

TEST(OrdinaryText, IsNeitherCodesNorNoise) {
  for (const char* text :
       {"(b)(6); (b)(7)(C)", "b7E -1", "|| ~ _", "xkq", "(OY7)(C)", "", "NR", "5.1.2e", "5.1.26"})
    EXPECT_FALSE(is_ordinary_text(text)) << text;
}

TextLayer words(const std::vector<std::string>& texts) {
  TextLayer layer;
  double x = 100;
  for (const std::string& text : texts) {
    layer.push_back({text, {x, 100, x + 40, 110}, {}, 0, 0, {}});
    x += 45;
  }
  return layer;
}

const redaction::CodeContext kBox{
    redaction::TextOrigin::kBornDigital, redaction::CodePlace::kBox, {}, {}, {}};

TEST(BoxLabel, ReadsCodesFromWordsInTheBox) {
  const BoxLabel label = label_from_words(words({"(b)(6);", "(b)(7)(C)"}), kBox);
  ASSERT_EQ(label.codes.size(), 2u);
  EXPECT_EQ(label.codes[0].code, "(b)(6)");
  EXPECT_EQ(label.codes[1].code, "(b)(7)(C)");
  EXPECT_EQ(label.codes[0].origin, CodeOrigin::kTextLayer);
  EXPECT_FALSE(label.ordinary_text);
}

TEST(BoxLabel, AHeadingOnADarkBarIsOrdinaryText) {
  EXPECT_TRUE(label_from_words(words({"PURCHASE", "ORDER"}), kBox).ordinary_text);
}

TEST(BoxLabel, NoWordsAreNeither) {
  const BoxLabel label = label_from_words({}, kBox);
  EXPECT_TRUE(label.codes.empty());
  EXPECT_FALSE(label.ordinary_text);
}

TEST(OrdinaryText, IsNotTheWordForWhatWasDone) {
  EXPECT_FALSE(is_ordinary_text("REDACTED"));
  EXPECT_TRUE(is_ordinary_text("Redacted by counsel"));
}

BoxLabel recognised(const std::string& code, const std::string& raw) {
  BoxLabel label;
  label.codes.push_back({code, raw, true, CodeRole::kLabel, CodeOrigin::kBoxOcr, Box{0, 0, 10, 10}});
  return label;
}

TEST(SettleByPage, HoldsADoubtfulReadingAgainstTheExactOnes) {
  BoxLabel exact = recognised("Wob 10.2.e", "10.2.e"), cut;
  cut.unsure = "10.2";
  settle_by_page({&exact, &cut}, kBox);
  ASSERT_EQ(cut.codes.size(), 1u);
  EXPECT_EQ(cut.codes[0].code, "Wob 10.2.e");
  EXPECT_FALSE(cut.codes[0].certain);
}

TEST(SettleByPage, DoubtsALoneSectionAmongManyOfItsArticle) {
  std::vector<BoxLabel> labels(4, recognised("Woo 5.1.2.e", "5.1.2e"));
  labels.push_back(recognised("Woo 5.1.5", "5.1.5"));
  std::vector<BoxLabel*> all;
  for (BoxLabel& label : labels) all.push_back(&label);
  settle_by_page(all, kBox);
  EXPECT_TRUE(labels[0].codes[0].certain);
  EXPECT_FALSE(labels[4].codes[0].certain);
}

TEST(SettleByPage, LeavesALoneExemptionAmongManyOthersAlone) {
  std::vector<BoxLabel> labels(4, recognised("(b)(6)", "(b)(6)"));
  labels.push_back(recognised("(b)(5)", "(b)(5)"));
  std::vector<BoxLabel*> all;
  for (BoxLabel& label : labels) all.push_back(&label);
  settle_by_page(all, kBox);
  EXPECT_TRUE(labels[4].codes[0].certain);
}

}  // namespace
}  // namespace vaughn::worker
