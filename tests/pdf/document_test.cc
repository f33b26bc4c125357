// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/pdf/document.h"

#include <gtest/gtest.h>

#include "support/pdf_builder.h"
#include "support/temporary_folder.h"

namespace vaughn::pdf {
namespace {

class PdfDocument : public testing::Test {
 protected:
  Result<Document> open(const std::string& bytes, const std::vector<std::string>& passwords = {}) {
    return Document::open(folder_.put("test.pdf", bytes).string(), passwords);
  }
  Result<Document> open(const PdfBuilder& builder) { return open(builder.build()); }

  TemporaryFolder folder_;
};

std::vector<std::string> texts(const PageContent& content) {
  std::vector<std::string> words;
  for (const LayerWord& word : content.words) words.push_back(word.word.text);
  return words;
}

TEST_F(PdfDocument, ReadsWordsWithBoxesFromTheTopLeft) {
  auto document = open(PdfBuilder().page(PdfBuilder::text(72, 700, "Trial account")));
  ASSERT_TRUE(document.ok());
  const PageContent content = document->content(PageIndex(0)).value();
  EXPECT_EQ(texts(content), (std::vector<std::string>{"Trial", "account"}));
  const Box box = content.words[0].word.box;
  EXPECT_NEAR(box.x0, 72, 1);
  EXPECT_NEAR(box.y1, 792 - 700 + 3, 3);
}

TEST_F(PdfDocument, TurnsBoxesWithThePage) {
  auto document = open(PdfBuilder().page(PdfBuilder::text(72, 700, "Word"), "/Rotate 90"));
  const PageSize size = document->size(PageIndex(0)).value();
  EXPECT_EQ(size.rotation, 90);
  EXPECT_EQ(size.width, 792);
  // What was 72 from the left and 92 from the top is now 72 from the top and 92 from the right.
  const Box box = document->content(PageIndex(0))->words.at(0).word.box;
  EXPECT_NEAR(box.y0, 72, 2);
  EXPECT_NEAR(box.center_x(), 700, 8);
}

TEST_F(PdfDocument, CountsFromTheCropBox) {
  auto document = open(PdfBuilder().page(PdfBuilder::text(172, 600, "Word"), "/CropBox [100 200 500 700]"));
  EXPECT_EQ(document->size(PageIndex(0))->width, 400);
  const Box box = document->content(PageIndex(0))->words.at(0).word.box;
  EXPECT_NEAR(box.x0, 72, 1);
  EXPECT_NEAR(box.y1, 100 + 3, 3);
}

TEST_F(PdfDocument, WordsAndPixelsAgree) {
  for (const char* extra : {"", "/Rotate 90", "/Rotate 180", "/Rotate 270", "/CropBox [50 300 500 760]"}) {
    auto document = open(PdfBuilder().page(PdfBuilder::text(72, 700, "MMMMMM"), extra));
    const image::Bitmap page = std::move(document->render(PageIndex(0), 144)).value();
    const image::Scale scale = image::Scale::of_dpi(144);
    const Box box = document->content(PageIndex(0))->words.at(0).word.box;
    EXPECT_GT(page.ink_share(scale.to_pixels(box)), 0.1) << extra;
    image::Bitmap rest = page.copy();
    rest.fill(scale.to_pixels(grown(box, 2)), 255);
    EXPECT_TRUE(rest.is_blank()) << extra;
  }
}

TEST_F(PdfDocument, TellsInvisibleTextFromDrawn) {
  auto document = open(
      PdfBuilder().page(PdfBuilder::text(72, 700, "Shown") + PdfBuilder::text(72, 600, "Hidden", "3 Tr")));
  const PageContent content = document->content(PageIndex(0)).value();
  EXPECT_EQ(content.words.at(0).visibility, Visibility::kDrawn);
  EXPECT_EQ(content.words.at(1).visibility, Visibility::kInvisible);
}

TEST_F(PdfDocument, TellsWhatAPictureWasPaintedOver) {
  auto document =
      open(PdfBuilder().page(PdfBuilder::text(72, 700, "Below") + PdfBuilder::picture(60, 690, 200, 30) +
                             PdfBuilder::text(72, 600, "Free") + PdfBuilder::text(150, 700, "Above")));
  const PageContent content = document->content(PageIndex(0)).value();
  ASSERT_EQ(texts(content), (std::vector<std::string>{"Below", "Above", "Free"}));
  EXPECT_EQ(content.words[0].visibility, Visibility::kPaintedOver);
  EXPECT_EQ(content.words[1].visibility, Visibility::kDrawn);
  EXPECT_EQ(content.words[2].visibility, Visibility::kDrawn);
}

TEST_F(PdfDocument, SaysWherePicturesAre) {
  auto document = open(PdfBuilder().page(PdfBuilder::picture(100, 500, 200, 92)));
  const PageContent content = document->content(PageIndex(0)).value();
  ASSERT_EQ(content.images.size(), 1u);
  EXPECT_EQ(content.images[0].pixel_width, 2);
  EXPECT_NEAR(content.images[0].box.x0, 100, 0.1);
  EXPECT_NEAR(content.images[0].box.y0, 200, 0.1);
}

TEST_F(PdfDocument, ThePartsAreThoseOfTheWholePicture) {
  const std::string shapes = PdfBuilder::box(60, 500, 200, 30, .5) + "2 w 60 400 m 300 480 l S\n";
  for (const char* extra : {"", "/Rotate 90", "/CropBox [50 300 500 760]"}) {
    auto document =
        open(PdfBuilder().page(shapes, extra).page(shapes + PdfBuilder::text(72, 600, "Words"), extra));
    const std::string whole = document->render(PageIndex(0), 144).value().sha256();
    EXPECT_EQ(document->render_parts(PageIndex(0), 144, Parts::kAllButText).value().sha256(), whole) << extra;
    EXPECT_EQ(document->render_parts(PageIndex(1), 144, Parts::kAllButText).value().sha256(), whole) << extra;
    EXPECT_EQ(document->render_parts(PageIndex(1), 144, Parts::kAll).value().sha256(),
              document->render(PageIndex(1), 144).value().sha256())
        << extra;
    EXPECT_TRUE(document->render_parts(PageIndex(1), 144, Parts::kPictures)->is_blank()) << extra;
  }
}

TEST_F(PdfDocument, GlyphsStandWhereTheirWordsDo) {
  for (const char* extra : {"", "/Rotate 90", "/Rotate 180", "/Rotate 270", "/CropBox [50 300 500 760]"}) {
    auto document = open(PdfBuilder().page(PdfBuilder::text(72, 700, "MMMMMM"), extra));
    const PageContent content = document->content(PageIndex(0)).value();
    ASSERT_EQ(content.glyphs.size(), 6u) << extra;
    const LayerWord& word = content.words.at(0);
    ASSERT_EQ(word.characters.size(), 6u) << extra;
    for (std::size_t i = 0; i < 6; ++i) {
      EXPECT_EQ(content.glyphs[i].text, "M");
      EXPECT_TRUE(grown(word.word.box, 2)
                      .contains(content.glyphs[i].box.center_x(), content.glyphs[i].box.center_y()))
          << extra;
      EXPECT_GT(covered_share(content.glyphs[i].box, grown(word.characters[i], 2)), 0.6) << extra;
    }
  }
}

TEST_F(PdfDocument, SaysWhatTheFileSaysBesideItsPages) {
  PdfBuilder builder;
  builder.object("<< /Title (Letters) /Author <FEFF00E9> >>")
      .object("<< /Type /Outlines /First 6 0 R /Last 6 0 R /Count 1 >>")
      .object("<< /Title (Part one) /Parent 5 0 R /Dest [7 0 R /XYZ 72 692 0] >>")
      .catalog("/Outlines 5 0 R")
      .trailer("/Info 4 0 R")
      .page("");
  auto document = open(builder);
  const std::vector<FileText>& texts = document->texts();
  ASSERT_EQ(texts.size(), 3u);
  EXPECT_EQ(texts[0].where, "outline entry 1");
  EXPECT_EQ(texts[0].text, "Part one");
  EXPECT_EQ(texts[0].page, PageIndex(0));
  EXPECT_NEAR(*texts[0].y, 100, 0.1);
  EXPECT_EQ(texts[1].text, "Letters");
  EXPECT_EQ(texts[2].text, "é");
}

TEST_F(PdfDocument, ReadsAttachedFilesAsFarAsTheyAreOfUse) {
  const std::string large_text(5'000'000, 'a');
  // A sound file, a long text of which the beginning has half a character at its end, a PDF that is none.
  const std::string contents[] = {std::string(5'000'000, '\0'),
                                  "a" + std::string(4'094, 'b') + "\u00e9" + large_text, "%PDF-1.4",
                                  PdfBuilder().page("").build()};
  PdfBuilder builder;
  std::string names;
  int number = 4;
  for (const std::string& content : contents) {
    builder.stream("/Type /EmbeddedFile", content)
        .object("<< /Type /Filespec /F () /EF << /F " + std::to_string(number) + " 0 R >> >>");
    names += "(" + std::to_string(100 + number) + ") " + std::to_string(number + 1) + " 0 R ";
    number += 2;
  }
  auto document = open(builder.catalog("/Names << /EmbeddedFiles << /Names [" + names + "] >> >>").page(""));
  ASSERT_EQ(document->texts().size(), 1u);
  EXPECT_EQ(document->texts()[0].where, "attachment 2");
  EXPECT_EQ(document->texts()[0].text.size(), 4'000'000u);
  ASSERT_EQ(document->attached().size(), 1u);
  EXPECT_EQ(document->attached()[0].where, "attachment 4");
  EXPECT_TRUE(document->take_warnings().empty());
}

TEST_F(PdfDocument, RubbishIsAProblemWithAdvice) {
  for (const std::string& bytes : {std::string("%PDF-1.4\nrubbish"), PdfBuilder().build()}) {
    auto document = open(bytes);
    ASSERT_FALSE(document.ok());
    EXPECT_FALSE(document.problem().advice.empty());
  }
}

TEST_F(PdfDocument, TellsWhatTheFileCallsAProductionNumber) {
  const std::string mark =
      "/Artifact <</Contents (\\376\\377\\000N\\000-\\0007)/Subtype /BatesN /Type /Pagination>> BDC ";
  const std::string bytes =
      PdfBuilder()
          .page(PdfBuilder::text(72, 700, "Body") + mark + PdfBuilder::text(400, 30, "N-7") + "EMC " +
                PdfBuilder::text(72, 680, "more"))
          .page("/Artifact <</Contents (N-8)/Subtype /BatesN>> BDC EMC")
          .page("/Artifact <</Contents (N-9)/Subtype /Header>> BDC " + PdfBuilder::text(400, 30, "N-9") +
                "EMC")
          .build();
  auto document = open(bytes);
  const auto first = document->content(PageIndex(0));
  ASSERT_EQ(first->bates_artifacts.size(), 1u);
  EXPECT_EQ(first->bates_artifacts[0].declared, "N-7");
  EXPECT_EQ(first->bates_artifacts[0].shown, "N-7");
  EXPECT_NEAR(first->bates_artifacts[0].box.x0, 400, 1);
  EXPECT_TRUE(document->content(PageIndex(1))->bates_artifacts.empty()) << "nothing is drawn for it";
  EXPECT_TRUE(document->content(PageIndex(2))->bates_artifacts.empty()) << "not a production number";
}

// A stamp below a white patch, one in white, one that is cut off: no reader sees them.
TEST_F(PdfDocument, AProductionNumberThatNobodySeesIsNone) {
  const auto stamp = [](const std::string& drawn) {
    return "/Artifact <</Contents (N-7)/Subtype /BatesN>> BDC q " + drawn + " Q EMC ";
  };
  const std::string bytes =
      PdfBuilder()
          .page(stamp(PdfBuilder::text(400, 30, "N-7")) + PdfBuilder::box(390, 20, 60, 30, 1))
          .page(stamp("1 g " + PdfBuilder::text(400, 30, "N-7")))
          .page(stamp("0 0 10 10 re W n " + PdfBuilder::text(400, 30, "N-7")))
          .page(stamp(PdfBuilder::text(400, 30, "N-7")))
          .build();
  auto document = open(bytes);
  for (int page = 0; page < 3; ++page)
    EXPECT_TRUE(document->content(PageIndex(page))->bates_artifacts.empty()) << page;
  EXPECT_EQ(document->content(PageIndex(3))->bates_artifacts.size(), 1u);
}

TEST_F(PdfDocument, ACutFileStillGivesWhatIsThereOrSaysWhy) {
  const std::string whole =
      PdfBuilder().page(PdfBuilder::text(72, 700, "One")).page(PdfBuilder::text(72, 700, "Two")).build();
  for (std::size_t size = 20; size < whole.size(); size += 37) {
    auto document = open(whole.substr(0, size));
    if (!document.ok()) continue;
    for (int i = 0; i < document->page_count(); ++i) (void)document->content(PageIndex(i)).ok();
  }
}

TEST_F(PdfDocument, WarningsAreCollectedOncePerKind) {
  std::string bytes = PdfBuilder().page("BT /F1 12 Tf (a) Tj ET 1 2 nonsense 3 nonsense 4 nonsense").build();
  auto document = open(bytes);
  (void)document->content(PageIndex(0)).ok();
  const auto warnings = document->take_warnings();
  ASSERT_FALSE(warnings.empty());
  EXPECT_EQ(warnings[0].cause, "Unknown operator '…'");
  EXPECT_EQ(warnings.size(), 1u);
  EXPECT_EQ(warnings[0].kind, ProblemKind::kParserWarning);
  EXPECT_TRUE(document->take_warnings().empty());
}

}  // namespace
}  // namespace vaughn::pdf
