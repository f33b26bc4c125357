// SPDX-License-Identifier: GPL-3.0-or-later
// The few tests that run the engine. Its readings change with its version, so they ask for an error rate, not
// for a text.
#include "vaughn/ocr/recogniser.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "vaughn/image/image_file.h"

namespace vaughn::ocr {
namespace {

class RecogniserTest : public testing::Test {
 protected:
  static image::Frame fax_page(int number) {
    return image::load_frame(VAUGHN_SOURCE_DIR "/samples/release/04 fax transmittal.tif", SourceFormat::kTiff,
                             PageNumber(number).index(), 100)
        .value();
  }
  static TextLayer read(Recogniser& recogniser, const image::Frame& frame) {
    return recogniser.read_page(frame.bitmap, image::Scale::of_dpi(frame.dpi), frame.dpi).value();
  }

  std::unique_ptr<Recogniser> recogniser_ = std::move(Recogniser::create("eng")).value();
};

TEST_F(RecogniserTest, ReadsAFaxWithFewErrors) {
  std::set<std::string> found;
  for (const Word& word : read(*recogniser_, fax_page(2))) found.insert(word.text);
  const std::vector<std::string> printed = {"ACCEPTANCE", "OF",       "ORDER",    "Northlight", "accepts",
                                            "the",        "purchase", "agrees",   "search",     "belong",
                                            "Facial",     "results",  "warranty", "kind."};
  const auto missing =
      std::count_if(printed.begin(), printed.end(), [&](const auto& word) { return found.count(word) == 0; });
  EXPECT_LE(missing, 2);
}

TEST_F(RecogniserTest, GivesEveryWordABoxOnThePageAndAConfidence) {
  const image::Frame frame = fax_page(2);
  const Box page = {0, 0, frame.bitmap.width() * 72 / frame.dpi, frame.bitmap.height() * 72 / frame.dpi};
  for (const Word& word : read(*recogniser_, frame)) {
    EXPECT_GT(covered_share(word.box, page), 0.99) << word.text;
    ASSERT_TRUE(word.confidence);
    EXPECT_GE(*word.confidence, 0);
    EXPECT_LE(*word.confidence, 1);
    EXPECT_EQ(word.text.find(' '), std::string::npos);
  }
}

TEST_F(RecogniserTest, NumbersLinesFromTheTop) {
  const TextLayer words = read(*recogniser_, fax_page(2));
  ASSERT_GT(words.size(), 20u);
  for (std::size_t i = 1; i < words.size(); ++i) EXPECT_GE(words[i].line, words[i - 1].line);
  EXPECT_LT(words.front().box.y0, words.back().box.y0);
}

TEST_F(RecogniserTest, TheSamePictureOnALargerPageReadsTheSame) {
  const image::Frame frame = fax_page(2);
  const image::Scale scale = image::Scale::of_dpi(frame.dpi), half{scale.x / 2, scale.y / 2};
  const TextLayer words = recogniser_->read_page(frame.bitmap, scale, frame.dpi).value();
  const TextLayer again = recogniser_->read_page(frame.bitmap, half, frame.dpi).value();
  ASSERT_EQ(again.size(), words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    EXPECT_EQ(again[i].text, words[i].text);
    EXPECT_NEAR(again[i].box.x0, 2 * words[i].box.x0, 1e-6);
    EXPECT_NEAR(again[i].box.y1, 2 * words[i].box.y1, 1e-6);
  }
}

TEST_F(RecogniserTest, BlankPaperHasNoWords) {
  const image::Bitmap blank = image::Bitmap::blank(850, 1100, 8);
  EXPECT_TRUE(recogniser_->read_page(blank, image::Scale::of_dpi(100), 100).value().empty());
  EXPECT_EQ(recogniser_->read_box(image::Bitmap::blank(200, 40, 8), Alphabet::kCodes).text, "");
}

TEST_F(RecogniserTest, OnePageLeavesNothingBehindForTheNext) {
  const TextLayer first = read(*recogniser_, fax_page(2));
  (void)recogniser_->read_box(fax_page(1).bitmap.crop({0, 0, 400, 80}), Alphabet::kCodes);
  EXPECT_EQ(read(*recogniser_, fax_page(2)), first);
}

TEST(Recogniser, MissingLanguageDataSaysWhatToInstall) {
  const auto created = Recogniser::create("eng+zxx");
  ASSERT_FALSE(created.ok());
  EXPECT_NE(created.problem().cause.find("zxx"), std::string::npos);
  EXPECT_NE(created.problem().advice.find("apt install tesseract-ocr-zxx"), std::string::npos);
}

TEST(Recogniser, KnowsWhatIsInstalled) {
  const std::vector<std::string> languages = installed_languages();
  EXPECT_NE(std::find(languages.begin(), languages.end(), "eng"), languages.end());
  EXPECT_FALSE(tesseract_version().empty());
}

}  // namespace
}  // namespace vaughn::ocr
