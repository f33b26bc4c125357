// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/text_decision.h"

#include <gtest/gtest.h>

namespace vaughn::worker {
namespace {

// A born-digital letter page, to be bent by each test.
PageFeatures letter() {
  PageFeatures f;
  f.layer_words = 300;
  f.marks = 1400;
  f.quality.characters = 1700;
  f.unread_share = 0.02;
  return f;
}

PageFeatures scan_with_layer() {
  PageFeatures f = letter();
  f.picture_share = 1;
  f.hidden_words = f.layer_words;
  return f;
}

TEST(TextDecision, DrawnWordsAreBelieved) {
  const TextDecision decision = decide_text(letter());
  EXPECT_EQ(decision.source, TextSource::kBornDigital);
  EXPECT_EQ(decision.recognise, Recognise::kNothing);
}

TEST(TextDecision, PixelsWithoutWordsAreAScan) {
  PageFeatures f;
  f.picture_share = 1;
  f.marks = 900;
  f.unread_share = 1;
  EXPECT_EQ(decide_text(f).source, TextSource::kScan);
  EXPECT_EQ(decide_text(f).recognise, Recognise::kAll);
}

TEST(TextDecision, AFewSpecksAreABlankPage) {
  PageFeatures f;
  f.marks = 5;
  EXPECT_EQ(decide_text(f).source, TextSource::kBlank);
  EXPECT_EQ(decide_text(f).recognise, Recognise::kNothing);
}

TEST(TextDecision, AStampMakesNoScanText) {
  PageFeatures f = scan_with_layer();
  f.layer_words = f.hidden_words = 2;
  f.unread_share = 0.99;
  EXPECT_EQ(decide_text(f).source, TextSource::kScanWithStamp);
  f.hidden_words = 0;  // the stamp is drawn, not invisible
  EXPECT_EQ(decide_text(f).source, TextSource::kScanWithStamp);
}

TEST(TextDecision, AGoodOcrLayerIsKept) {
  EXPECT_EQ(decide_text(scan_with_layer()).source, TextSource::kOcrLayer);
  EXPECT_EQ(decide_text(scan_with_layer()).recognise, Recognise::kNothing);
}

TEST(TextDecision, OddSymbolsMakeALayerPoor) {
  PageFeatures f = scan_with_layer();
  f.quality.odd_share = 0.03;
  EXPECT_EQ(decide_text(f).source, TextSource::kOcrLayerPoor);
  EXPECT_EQ(decide_text(f).recognise, Recognise::kAll);
}

TEST(TextDecision, MissingTextMakesALayerPoor) {
  PageFeatures f = scan_with_layer();
  f.unread_share = 0.5;
  EXPECT_EQ(decide_text(f).source, TextSource::kOcrLayerPoor);
}

TEST(TextDecision, FewWordsAreNotJudged) {
  PageFeatures f = scan_with_layer();
  f.layer_words = f.hidden_words = 9;
  f.quality.odd_share = 0.1;
  f.unread_share = 0.1;
  EXPECT_EQ(decide_text(f).source, TextSource::kOcrLayer);
}

TEST(TextDecision, PicturesOfTextBesideTextAreMixed) {
  PageFeatures f = letter();
  f.picture_share = 0.3;
  f.unread_share = 0.5;
  EXPECT_EQ(decide_text(f).source, TextSource::kMixed);
  EXPECT_EQ(decide_text(f).recognise, Recognise::kAround);
}

TEST(TextDecision, GlyphsWithoutMeaningAreRecognisedAnew) {
  PageFeatures f = letter();
  f.quality.unmapped_share = 0.4;
  EXPECT_EQ(decide_text(f).source, TextSource::kOcrLayerPoor);
}

TEST(TextDecision, TheReasonIsASentence) {
  for (const PageFeatures& f : {letter(), scan_with_layer(), PageFeatures{}}) {
    const std::string reason = decide_text(f).reason;
    EXPECT_TRUE(reason.ends_with('.')) << reason;
  }
}

TEST(LayerQuality, CountsWhatNoLanguageExplains) {
  const auto quality = [](const std::string& text) {
    return judge_layer({{text, {0, 0, 1, 1}, {}, 0, 0, {}}});
  };
  EXPECT_EQ(quality("Dépôt—“quoted”").odd_share, 0);
  EXPECT_GT(quality("DLYAR\"1'MLN1'¬^").odd_share, 0.1);
  EXPECT_GT(quality("\xEF\xBF\xBD\xEE\x80\x80").unmapped_share, 0.9);
}

}  // namespace
}  // namespace vaughn::worker
