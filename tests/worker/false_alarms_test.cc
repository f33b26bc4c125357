// SPDX-License-Identifier: GPL-3.0-or-later
// What looks like a redaction that hides nothing and is none.
#include <gmock/gmock.h>

#include "worker/leak_page.h"

namespace vaughn::worker {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class FalseAlarms : public LeakPage {};

TEST_F(FalseAlarms, TextDrawnOverAColouredBox) {
  const PageReading reading = read_page("1 .9 .2 rg 60 690 400 24 re f 0 g\n" + sentence());
  EXPECT_THAT(leaks(reading), IsEmpty());
  EXPECT_THAT(reading.text, HasSubstr("Wilhelmina"));
}

TEST_F(FalseAlarms, WhiteTextOnADarkBar) {
  const PageReading reading = read_page(PdfBuilder::box(60, 690, 400, 24) + "1 g\n" + sentence() + "0 g\n");
  EXPECT_THAT(leaks(reading), IsEmpty());
  EXPECT_THAT(reading.text, HasSubstr("Wilhelmina"));
}

TEST_F(FalseAlarms, WhiteTextOnWhitePaper) {
  const PageReading reading = read_page("1 g\n" + sentence() + "0 g\n");
  EXPECT_THAT(leaks(reading), IsEmpty());
  EXPECT_THAT(types(reading, FindingClass::kHiddenText), ElementsAre("INVISIBLE_TEXT"));
}

TEST_F(FalseAlarms, WhiteTextUnderAWhiteField) {
  EXPECT_THAT(leaks(read_page("1 g\n" + sentence() + bar(1))), IsEmpty());
}

TEST_F(FalseAlarms, AFieldOverItsHint) {
  const PdfBuilder builder =
      PdfBuilder()
          .stream("/Type /XObject /Subtype /Form /BBox [0 0 110 14]", "1 g 0 0 110 14 re f")
          .page(PdfBuilder::text(72, 700, "Name of the witness \\(last, first\\) ________") + prose(),
                "/Annots [ << /Subtype /Widget /FT /Tx /T (name) /Rect [152 697 262 711] /AP << /N 4 0 R >> "
                ">> ]");
  EXPECT_THAT(leaks(read(builder)), IsEmpty());
}

TEST_F(FalseAlarms, ADateUnderABox) {
  EXPECT_THAT(leaks(read_page(PdfBuilder::text(160, 700, "03/14/2019") + bar())), IsEmpty());
}

TEST_F(FalseAlarms, PartlyCoveredLetters) {
  const PageReading reading = read_page(sentence() + PdfBuilder::box(152, 705, 110, 14));
  EXPECT_THAT(leaks(reading), IsEmpty());
}

TEST_F(FalseAlarms, ALineThroughText) {
  EXPECT_THAT(leaks(read_page(sentence() + "1 w 152 704 m 262 704 l S\n")), IsEmpty());
}

TEST_F(FalseAlarms, AFrameAroundText) {
  EXPECT_THAT(leaks(read_page(sentence() + "2 w 150 695 114 18 re S\n")), IsEmpty());
}

TEST_F(FalseAlarms, ACourtsHeader) {
  EXPECT_THAT(
      leaks(read_page(PdfBuilder::text(72, 770, "Case 1:20-cv-01234 Document 5 Filed 01/02/20 Page 3 of 9") +
                      PdfBuilder::box(60, 765, 400, 20))),
      IsEmpty());
}

TEST_F(FalseAlarms, BlankLinesOfAForm) {
  EXPECT_THAT(leaks(read_page(PdfBuilder::text(72, 700, "Name: ___________________________") + bar())),
              IsEmpty());
  EXPECT_THAT(leaks(read_page(PdfBuilder::text(155, 700, "____ District of ____") +
                              PdfBuilder::box(150, 695, 200, 18))),
              IsEmpty());
}

TEST_F(FalseAlarms, PlaceholdersUnderABar) {
  for (const char* text : {"XXXXX XXXXXXX", "[REDACTED]", "Confidential", "X"})
    EXPECT_THAT(leaks(read_page(PdfBuilder::text(158, 700, text) + bar())), IsEmpty()) << text;
}

TEST_F(FalseAlarms, ASeeThroughHighlight) {
  const std::string state = "/ExtGState << /G1 << /ca .5 >> >>";
  const PageReading reading = read_page(sentence() + "/G1 gs " + bar(), "", state);
  EXPECT_THAT(leaks(reading), IsEmpty());
  EXPECT_THAT(reading.text, HasSubstr("Wilhelmina"));
}

TEST_F(FalseAlarms, AYellowHighlightAnnotation) {
  const PageReading reading = read_page(sentence(),
                                        "/Annots [ << /Subtype /Highlight /Rect [152 697 262 711] /C [1 1 0]"
                                        " /QuadPoints [152 711 262 711 152 697 262 697] >> ]");
  EXPECT_THAT(leaks(reading), IsEmpty());
}

TEST_F(FalseAlarms, TextSetAgainOverItsCorrection) {
  EXPECT_THAT(leaks(read_page(sentence() + PdfBuilder::box(70, 695, 300, 18, 1) + sentence())), IsEmpty());
}

TEST_F(FalseAlarms, TextReplacedByOtherText) {
  const PageReading reading =
      read_page(sentence() + PdfBuilder::box(70, 695, 300, 18, 1) +
                PdfBuilder::text(72, 700, "The source was a neighbour from the village"));
  EXPECT_THAT(leaks(reading), IsEmpty());
  EXPECT_THAT(types(reading, FindingClass::kHiddenText), ElementsAre("TEXT_UNDER_RECTANGLE"));
  EXPECT_EQ(reading.text.find("Wilhelmina"), std::string::npos);
}

TEST_F(FalseAlarms, AnOcrLayerBehindItsScan) {
  // The words' places in the scan show marks: they can be read there.
  std::string pixels;
  for (int y = 0; y < 264; ++y)
    for (int x = 0; x < 204; ++x) pixels += x % 2 == 0 && y % 5 < 3 ? '\0' : '\xff';
  const PdfBuilder builder =
      PdfBuilder()
          .stream(
              "/Type /XObject /Subtype /Image /Width 204 /Height 264 /ColorSpace /DeviceGray "
              "/BitsPerComponent 8",
              pixels)
          .page(sentence() + prose() + "q 612 0 0 792 0 0 cm /X1 Do Q\n", "", "/XObject << /X1 4 0 R >>");
  EXPECT_THAT(leaks(read(builder)), IsEmpty());
}

TEST_F(FalseAlarms, WhatAnOcrEngineMakesOfABoxesBorder) {
  EXPECT_THAT(leaks(read_page(PdfBuilder::picture(0, 0, 612, 792) + bar() +
                              PdfBuilder::text(160, 700, "lIl|I i1 lll", "3 Tr"))),
              IsEmpty());
}

TEST_F(FalseAlarms, PrintersMarks) {
  EXPECT_THAT(leaks(read_page(PdfBuilder::text(72, 775, "annual_report_final.indd 3   12/4/19 10:32 AM") +
                                  PdfBuilder::text(372, 775, "Cyan Magenta Yellow Black"),
                              "/CropBox [0 0 612 760]")),
              IsEmpty());
  EXPECT_THAT(leaks(read_page(PdfBuilder::text(72, 775, "The annual report of the bureau of samples"),
                              "/CropBox [0 0 612 760] /TrimBox [0 0 612 760]")),
              IsEmpty());
}

TEST_F(FalseAlarms, ASheetOfTwoPagesShownOneAtATime) {
  const std::string both = PdfBuilder::text(72, 700, "The left page tells of the orchard") +
                           PdfBuilder::text(372, 700, "The right page tells of the boathouse");
  const PdfBuilder builder =
      PdfBuilder().page(both, "/CropBox [0 0 306 792]").page(both, "/CropBox [306 0 612 792]");
  EXPECT_THAT(leaks(read(builder, 0)), IsEmpty());
  EXPECT_THAT(leaks(read(builder, 1)), IsEmpty());
}

TEST_F(FalseAlarms, AWatermarkLayerForPrint) {
  const PdfBuilder builder =
      PdfBuilder()
          .object(
              "<< /Type /OCG /Name (Print) /Usage << /Print << /PrintState /ON >> /View << /ViewState /OFF "
              ">> >> >>")
          .object("<< /Type /OCG /Name (Stamp) >>")
          .catalog("/OCProperties << /OCGs [4 0 R 5 0 R] /D << /OFF [4 0 R 5 0 R] >> >>")
          .page("/OC /MC1 BDC\n" + sentence() + "EMC /OC /MC2 BDC\n" +
                    PdfBuilder::text(72, 300, "Unofficial copy") + "EMC\n" + prose(),
                "", "/Properties << /MC1 4 0 R /MC2 5 0 R >>");
  EXPECT_THAT(leaks(read(builder)), IsEmpty());
}

TEST_F(FalseAlarms, AnOutlineOfWhatThePageShows) {
  PdfBuilder builder;
  builder.object("<< /Type /Outlines /First 5 0 R /Last 6 0 R /Count 2 >>")
      .object("<< /Title (The source) /Parent 4 0 R /Next 6 0 R /Dest [7 0 R /XYZ 72 715 0] >>")
      .object("<< /Title (Exhibit 12) /Parent 4 0 R /Prev 5 0 R /Dest [7 0 R /XYZ 72 715 0] >>")
      .catalog("/Outlines 4 0 R")
      .page(PdfBuilder::text(72, 700, "The source was") + bar() + prose());
  EXPECT_THAT(leaks(read(builder)), IsEmpty());
}

TEST_F(FalseAlarms, AFormFilledInLater) {
  const PdfBuilder before = PdfBuilder().page(PdfBuilder::text(72, 700, "The source was") + bar() + prose());
  const std::string after = PdfBuilder::updated(
      before.build(),
      {{before.page_number(0) + 1,
        PdfBuilder::stream_object("", PdfBuilder::text(72, 700, "The source was") + bar() + prose() +
                                          PdfBuilder::text(72, 500, "Signed by the inspector of samples"))}});
  EXPECT_THAT(leaks(read(after)), IsEmpty());
}

TEST_F(FalseAlarms, TheGroundOnABarThatAnEarlierStateHasToo) {
  const std::string page = PdfBuilder::text(72, 700, "The source was") + PdfBuilder::box(160, 690, 140, 30) +
                           "1 g\n" + PdfBuilder::text(210, 700, "\\(b\\)\\(6\\)") + "0 g\n" + prose();
  const PdfBuilder before = PdfBuilder().page(page);
  const std::string note = PdfBuilder::text(72, 500, "Signed by the inspector of samples");
  const PageReading reading = read(PdfBuilder::updated(
      before.build(), {{before.page_number(0) + 1, PdfBuilder::stream_object("", page + note)}}));
  EXPECT_THAT(leaks(reading), IsEmpty());
  ASSERT_EQ(reading.redactions.size(), 1u);
  EXPECT_EQ(reading.redactions[0].codes.size(), 1u);

  PdfBuilder attached;
  attached.stream("/Type /EmbeddedFile", before.build())
      .object("<< /Type /Filespec /F (a.pdf) /EF << /F 4 0 R >> >>")
      .catalog("/Names << /EmbeddedFiles << /Names [(a.pdf) 5 0 R] >> >>")
      .page(page);
  EXPECT_THAT(leaks(read(attached)), IsEmpty());
}

TEST_F(FalseAlarms, AnAppliedRedactionOverAScanWithoutAnythingBelow) {
  EXPECT_THAT(leaks(read_page(PdfBuilder::picture(0, 0, 612, 792) + bar())), IsEmpty());
}

}  // namespace
}  // namespace vaughn::worker
