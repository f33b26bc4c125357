// SPDX-License-Identifier: GPL-3.0-or-later
// One way a redaction fails a test: the page is made, read as always, and the way is named.
#include <gmock/gmock.h>

#include "worker/leak_page.h"

namespace vaughn::worker {
namespace {

using namespace std::string_literals;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class Leaks : public LeakPage {
 protected:
  // The page has this leak and no other, and the name is nowhere in what was read.
  void expect(const PageReading& reading, const std::string& type) {
    EXPECT_THAT(leaks(reading), ElementsAre(type));
    EXPECT_THAT(reading.text, Not(HasSubstr("Wilhelmina")));
    for (const Word& word : reading.words) EXPECT_THAT(word.text, Not(HasSubstr("ilhelm")));
    EXPECT_THAT(reading.revealed, IsEmpty());
  }
  static std::string annotation(const std::string& entries) {
    return "/Annots [ << /Type /Annot " + entries + " >> ]";
  }
};

TEST_F(Leaks, TextUnderABar) {
  const PageReading reading = read_page(sentence() + bar());
  expect(reading, "TEXT_UNDER_RECTANGLE");
  EXPECT_EQ(reading.findings[0].characters, 16);
  EXPECT_THAT(reading.text, HasSubstr("The source was"));
  EXPECT_THAT(reading.text, HasSubstr("of Springfield"));
}

TEST_F(Leaks, TextUnderAWhiteBar) {
  expect(read_page(sentence() + bar(1)), "TEXT_UNDER_RECTANGLE");
}

TEST_F(Leaks, TextUnderAGreyBar) {
  expect(read_page(sentence() + bar(.75)), "TEXT_UNDER_RECTANGLE");
}

TEST_F(Leaks, TextUnderAWhiteBarWithItsGroundOnIt) {
  expect(read_page(sentence() + bar(1) + PdfBuilder::text(180, 700, "\\(b\\)\\(6\\)")),
         "TEXT_UNDER_RECTANGLE");
}

TEST_F(Leaks, TextUnderAPolygon) {
  expect(read_page(sentence() + "150 695 m 264 696 l 263 713 l 151 712 l h f\n"), "TEXT_UNDER_RECTANGLE");
}

TEST_F(Leaks, TextUnderAThickLine) {
  expect(read_page(sentence() + "16 w 152 703 m 262 703 l S\n"), "TEXT_UNDER_RECTANGLE");
}

TEST_F(Leaks, TextUnderBarsInOnePath) {
  const PageReading reading = read_page(sentence() + "152 697 110 14 re 72 677 60 14 re f\n");
  expect(reading, "TEXT_UNDER_RECTANGLE");
}

TEST_F(Leaks, TextUnderABarForEachLetter) {
  std::string bars;
  for (int i = 0; i < 22; ++i) bars += PdfBuilder::box(152 + 5 * i, 697, 5, 14);
  expect(read_page(sentence() + bars), "TEXT_UNDER_RECTANGLE");
}

TEST_F(Leaks, TextInTheColourOfItsBar) {
  expect(read_page(bar() + sentence()), "TEXT_UNDER_RECTANGLE");
}

TEST_F(Leaks, TextUnderABarInAForm) {
  const PdfBuilder builder =
      PdfBuilder()
          .stream("/Type /XObject /Subtype /Form /BBox [0 0 612 792]", bar())
          .page(sentence() + "q 1 0 0 1 0 0 cm /X1 Do Q\n" + prose(), "", "/XObject << /X1 4 0 R >>");
  expect(read(builder), "TEXT_UNDER_RECTANGLE");
}

TEST_F(Leaks, TextUnderABarOnATurnedAndCutPage) {
  for (const char* extra : {"/Rotate 90", "/Rotate 180", "/Rotate 270", "/CropBox [30 300 580 760]"})
    expect(read_page(sentence() + bar(), extra), "TEXT_UNDER_RECTANGLE");
}

TEST_F(Leaks, TextUnderAPatternFill) {
  const PdfBuilder builder =
      PdfBuilder()
          .stream(
              "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 4 4] /XStep 4 /YStep 4"
              " /Resources << >>",
              "0 g 0 0 4 4 re f 1 G .5 w 0 0 m 4 4 l S 0 4 m 4 0 l S")
          .page(sentence() + "/Pattern cs /P1 scn 152 697 110 14 re f\n" + prose(), "",
                "/Pattern << /P1 4 0 R >>");
  expect(read(builder), "CROSS_HATCHED_PATTERN");
}

TEST_F(Leaks, TextUnderABarCrossedOut) {
  std::string crosses = "1 G .7 w\n";
  for (int x = 152; x < 262; x += 10) {
    crosses += std::to_string(x) + " 697 m " + std::to_string(x + 10) + " 711 l S\n";
    crosses += std::to_string(x) + " 711 m " + std::to_string(x + 10) + " 697 l S\n";
  }
  expect(read_page(sentence() + bar() + crosses), "CROSS_HATCHED_PATTERN");
}

TEST_F(Leaks, TextUnderABlackPicture) {
  expect(read_page(sentence() + "q 110 0 0 14 152 697 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \0 EI Q\n"s),
         "TEXT_UNDER_IMAGE");
}

TEST_F(Leaks, TextUnderABlackStencil) {
  expect(read_page(sentence() + "q 0 g 110 0 0 14 152 697 cm BI /W 1 /H 1 /IM true /BPC 1 ID \0 EI Q\n"s),
         "TEXT_UNDER_IMAGE");
}

TEST_F(Leaks, TextUnderASquareAnnotation) {
  expect(read_page(sentence(), annotation("/Subtype /Square /Rect [152 697 262 711] /C [0 0 0] /IC [0 0 0]")),
         "TEXT_UNDER_ANNOTATION");
}

TEST_F(Leaks, TextUnderAThickInkAnnotation) {
  expect(read_page(sentence(), annotation("/Subtype /Ink /Rect [144 690 270 718] /C [0 0 0] /BS << /W 16 >>"
                                          " /InkList [[152 703 200 703 262 703]]")),
         "TEXT_UNDER_ANNOTATION");
}

TEST_F(Leaks, TextUnderAnAnnotationWithAnAppearance) {
  const PdfBuilder builder =
      PdfBuilder()
          .stream("/Type /XObject /Subtype /Form /BBox [0 0 110 14]", "0 g 0 0 110 14 re f")
          .page(sentence() + prose(),
                annotation("/Subtype /Stamp /Rect [152 697 262 711] /AP << /N 4 0 R >>"));
  expect(read(builder), "TEXT_UNDER_ANNOTATION");
}

TEST_F(Leaks, TextUnderADarkHighlight) {
  expect(read_page(sentence(), annotation("/Subtype /Highlight /Rect [152 697 262 711] /C [0 0 0]"
                                          " /QuadPoints [158 711 263 711 158 697 263 697]")),
         "DARK_HIGHLIGHT_ANNOTATION");
}

TEST_F(Leaks, ARedactAnnotationThatWasNeverApplied) {
  const PageReading reading =
      read_page(sentence(), annotation("/Subtype /Redact /Rect [100 600 300 720] /C [1 0 0]"
                                       " /QuadPoints [158 711 263 711 158 697 263 697]"));
  expect(reading, "UNAPPLIED_REDACT_ANNOTATION");
  EXPECT_EQ(reading.redactions.size(), 1u);
  EXPECT_THAT(reading.text, HasSubstr("The source was ⟦"));
}

TEST_F(Leaks, APlaceMarkedTwiceIsOneRedaction) {
  const std::string mark = "<< /Type /Annot /Subtype /Redact /Rect [152 697 262 711] >> ";
  const std::string nearly = "<< /Type /Annot /Subtype /Redact /Rect [153 697 262 711] >> ";
  const PageReading reading = read_page(sentence(), "/Annots [ " + mark + mark + nearly + "]");
  EXPECT_EQ(reading.redactions.size(), 1u);
}

TEST_F(Leaks, AnOcrLayerMadeBeforeTheBarWasBurntIn) {
  // The scan: a white picture of 2 by 2 pixels stretched over the page, and the bar in it.
  const PageReading reading = read_page(PdfBuilder::picture(0, 0, 612, 792) + bar() + sentence("3 Tr"));
  expect(reading, "OCR_TEXT_UNDER_REDACTION");
}

TEST_F(Leaks, ABarOverAnOcrLayerAndItsScan) {
  expect(read_page(PdfBuilder::picture(0, 0, 612, 792) + sentence("3 Tr") + bar()), "TEXT_UNDER_RECTANGLE");
}

TEST_F(Leaks, ABarOverAScan) {
  // A picture with black marks on white, like letters, under the bar.
  std::string pixels;
  for (int y = 0; y < 24; ++y)
    for (int x = 0; x < 120; ++x) pixels += x % 2 == 0 && y >= 11 && y < 13 ? '\0' : '\xff';
  const std::string scan = "q 500 0 0 100 50 650 cm /X1 Do Q\n";
  const PdfBuilder builder =
      PdfBuilder()
          .stream(
              "/Type /XObject /Subtype /Image /Width 120 /Height 24 /ColorSpace /DeviceGray "
              "/BitsPerComponent 8",
              pixels)
          .page(scan + PdfBuilder::box(150, 680, 120, 40) + prose(), "", "/XObject << /X1 4 0 R >>");
  EXPECT_THAT(leaks(read(builder)), ElementsAre("PICTURE_UNDER_RECTANGLE"));
}

TEST_F(Leaks, TextOutsideTheCropBox) {
  const PageReading reading = read_page(
      PdfBuilder::text(72, 760, "Copies went to Wilhelmina Sample of Springfield"), "/CropBox [0 0 612 740]");
  expect(reading, "TEXT_OUTSIDE_CROP_BOX");
}

TEST_F(Leaks, TextInALayerThatIsOff) {
  const PdfBuilder builder =
      PdfBuilder()
          .object("<< /Type /OCG /Name (Names) >>")
          .catalog("/OCProperties << /OCGs [4 0 R] /D << /OFF [4 0 R] >> >>")
          .page("/OC /MC1 BDC\n" + sentence() + "EMC\n" + prose(), "", "/Properties << /MC1 4 0 R >>");
  expect(read(builder), "TEXT_IN_HIDDEN_LAYER");
}

TEST_F(Leaks, AnOutlineThatLeadsToACoveredHeading) {
  PdfBuilder builder;
  builder.object("<< /Type /Outlines /First 5 0 R /Last 5 0 R /Count 1 >>")
      .object("<< /Title (The source was Wilhelmina Sample) /Parent 4 0 R /Dest [6 0 R /XYZ 72 715 0] >>")
      .catalog("/Outlines 4 0 R")
      .page(PdfBuilder::text(72, 700, "The source was") + bar() + prose());
  const PageReading reading = read(builder);
  expect(reading, "TOC_BOOKMARK_LEAK");
  EXPECT_EQ(reading.findings[0].found_in, "outline entry 1");
  EXPECT_EQ(reading.findings[0].characters, 16);
}

TEST_F(Leaks, WhatIsUnderABarSaidElsewhere) {
  const struct {
    const char* object;
    const char* catalog;
    const char* trailer;
    const char* type;
  } cases[] = {
      {"<< /Title (Interview of Wilhelmina Sample) >>", "", "/Info 4 0 R", "METADATA_LEAK"},
      {"<< /FT /Tx /T (witness) /V (Wilhelmina) >>", "/AcroForm << /Fields [4 0 R] >>", "",
       "FORM_VALUE_LEAK"},
      {"<< /S /Span /ActualText (Wilhelmina Sample) >>", "", "", "TEXT_ALTERNATIVE_LEAK"},
      {"<< /S /URI /URI (mailto:wilhelmina.sample@example.org) >>", "", "", "LINK_LEAK"},
      {"<< /Subtype /Text /Rect [10 10 20 20] /Contents (Call Wilhelmina first) >>", "", "",
       "ANNOTATION_LEAK"},
      {"<< /F (wilhelmina.txt) /EF << >> >>", "", "", "ATTACHMENT_LEAK"},
  };
  for (const auto& each : cases) {
    PdfBuilder builder;
    builder.object(each.object)
        .catalog(each.catalog)
        .trailer(each.trailer)
        .page(sentence() + bar() + prose());
    const PageReading reading = read(builder);
    EXPECT_THAT(leaks(reading), ElementsAre("TEXT_UNDER_RECTANGLE", each.type));
    for (const Finding& finding : reading.findings) EXPECT_THAT(finding.found_in, Not(HasSubstr("ilhelm")));
  }
}

TEST_F(Leaks, AnAttachedTextThatSaysIt) {
  PdfBuilder builder;
  builder.stream("/Type /EmbeddedFile", "The source was Wilhelmina Sample.")
      .object("<< /Type /Filespec /F (a.txt) /EF << /F 4 0 R >> >>")
      .catalog("/Names << /EmbeddedFiles << /Names [(a.txt) 5 0 R] >> >>")
      .page(sentence() + bar() + prose());
  EXPECT_THAT(leaks(read(builder)), ElementsAre("TEXT_UNDER_RECTANGLE", "ATTACHMENT_LEAK"));
}

TEST_F(Leaks, AnAttachedPdfOfThePageBefore) {
  PdfBuilder builder;
  builder.stream("/Type /EmbeddedFile", PdfBuilder().page(sentence() + prose()).build())
      .object("<< /Type /Filespec /F (a.pdf) /EF << /F 4 0 R >> >>")
      .catalog("/Names << /EmbeddedFiles << /Names [(a.pdf) 5 0 R] >> >>")
      .page(PdfBuilder::text(72, 700, "The source was") + bar() + prose());
  expect(read(builder), "TEXT_IN_ATTACHMENT");
}

TEST_F(Leaks, AnEarlierRevisionWithoutTheBar) {
  const PdfBuilder before = PdfBuilder().page(sentence() + prose());
  const std::string after = PdfBuilder::updated(
      before.build(),
      {{before.page_number(0) + 1,
        PdfBuilder::stream_object("", PdfBuilder::text(72, 700, "The source was") + bar() + prose())}});
  const PageReading reading = read(after);
  expect(reading, "TEXT_IN_EARLIER_REVISION");
  EXPECT_EQ(reading.findings[0].found_in, "revision 1 of 2");
}

TEST_F(Leaks, PartOfAWordUnderABar) {
  const PageReading reading = read_page(PdfBuilder::text(72, 700, "Number:123-45-6789 was on file") +
                                        PdfBuilder::box(117, 697, 44, 14));
  EXPECT_THAT(leaks(reading), ElementsAre("TEXT_UNDER_RECTANGLE"));
  EXPECT_THAT(reading.text, Not(HasSubstr("123-45")));
  EXPECT_THAT(reading.text, HasSubstr("Number:"));
}

TEST_F(Leaks, TextInAFontThatDoesNotSayWhatItMeans) {
  const PdfBuilder builder =
      PdfBuilder()
          .object(
              "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 700] /FontMatrix [.001 0 0 .001 0 0]"
              " /FirstChar 1 /LastChar 2 /Widths [600 600] /Encoding << /Differences [1 /g01 /g02] >>"
              " /CharProcs << /g01 5 0 R /g02 6 0 R >> /Resources << >> >>")
          .stream("", "600 0 0 0 500 700 d1 0 0 500 700 re f")
          .stream("", "600 0 0 0 500 700 d1 100 0 200 700 re f")
          .page("BT /F2 12 Tf 160 700 Td <0102010201020102> Tj ET\n" + bar() + prose(), "",
                "/Font << /F1 3 0 R /F2 4 0 R >>");
  EXPECT_THAT(leaks(read(builder)), ElementsAre("TEXT_UNDER_RECTANGLE"));
}

TEST_F(Leaks, AreRevealedOnlyWhenTheJobAsks) {
  const std::string bytes = PdfBuilder().page(sentence() + bar() + prose()).build();
  EXPECT_THAT(read(bytes).revealed, IsEmpty());
  const PageReading reading = read(bytes, 0, /*reveal=*/true);
  EXPECT_THAT(reading.revealed, Contains(RevealedText{0, "Wilhelmina Sample"}));
  EXPECT_THAT(reading.text, Not(HasSubstr("Wilhelmina")));
}

}  // namespace
}  // namespace vaughn::worker
