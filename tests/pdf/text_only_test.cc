// SPDX-License-Identifier: GPL-3.0-or-later
// One thing on the page beside text, and it has to be looked at.
#include "pdf/text_only.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "support/pdf_builder.h"
#include "support/temporary_folder.h"

namespace vaughn::pdf {
namespace {

struct Case {
  const char* name;
  bool text_only;
  std::string instructions;
  std::string extra{};
  std::string resources{};
};

void PrintTo(const Case& one, std::ostream* out) {
  *out << one.name;
}

class WhatIsDrawn : public ::testing::TestWithParam<Case> {
 protected:
  TemporaryFolder folder_;
};

TEST_P(WhatIsDrawn, IsTextOnlyOrNot) {
  const Case& one = GetParam();
  const auto path = folder_.put(
      "one.pdf",
      PdfBuilder()
          .page(PdfBuilder::text(72, 700, "Trial account") + one.instructions, one.extra, one.resources)
          .build());
  auto document = Document::open(path.string(), {});
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(document->content(PageIndex(0))->text_only, one.text_only);
}

const std::string kGlyph = "BT /F1 12 Tf 72 600 Td ";

INSTANTIATE_TEST_SUITE_P(
    Pages, WhatIsDrawn,
    ::testing::Values(
        Case{"Text", true, ""}, Case{"Rule", true, PdfBuilder::box(72, 690, 400, 1)},
        Case{"StrokedRule", true, "1 w 72 690 m 400 690 l S\n"},
        Case{"DarkGreyText", true, ".2 g " + PdfBuilder::text(72, 650, "Word")},
        Case{"Bar", false, PdfBuilder::box(72, 690, 100, 12)},
        Case{"WhitePatch", false, PdfBuilder::box(72, 690, 100, 12, 1)},
        Case{"BarOfStrips", false, PdfBuilder::box(72, 690, 100, 1.5) + PdfBuilder::box(72, 691.5, 100, 1.5)},
        Case{"ThickStroke", false, "12 w 72 690 m 400 690 l S\n"},
        Case{"Frame", false, "1 w 72 690 100 14 re S\n"}, Case{"Upright", false, "1 w 72 690 m 72 600 l S\n"},
        Case{"Picture", false, PdfBuilder::picture(72, 600, 20, 20)},
        Case{"WhiteText", false, "1 g " + PdfBuilder::text(72, 650, "Word")},
        Case{"InvisibleText", false, PdfBuilder::text(72, 650, "Word", "3 Tr")},
        Case{"TextAsStencil", false, PdfBuilder::text(72, 650, "Word", "7 Tr")},
        Case{"ClippedText", false, "q 300 300 50 50 re W n " + PdfBuilder::text(72, 650, "Word") + "Q\n"},
        Case{"HugeDash", false, "BT /F1 200 Tf 72 300 Td (\\227) Tj ET\n"},
        Case{"Multiplied", false, "/GS gs " + PdfBuilder::text(72, 650, "Word"), "",
             "/ExtGState << /GS << /BM /Difference >> >>"},
        Case{"HalfTransparent", false, "/GS gs " + PdfBuilder::text(72, 650, "Word"), "",
             "/ExtGState << /GS << /ca .5 >> >>"},
        Case{"Annotation", false, "",
             "/Annots [<< /Type /Annot /Subtype /Square /Rect [72 690 200 720] /C [0 0 0] /IC [0 0 0] >>]"},
        Case{"RedactMark", false, "",
             "/Annots [<< /Type /Annot /Subtype /Redact /Rect [72 690 200 720] >>]"}),
    [](const auto& one) { return one.param.name; });

Glyph letter(const std::string& text) {
  Glyph glyph;
  glyph.text = text;
  glyph.box = {72, 100, 79, 112};
  return glyph;
}

constexpr Box kPage{0, 0, 612, 792};

TEST(TextOnly, TrustsNoGlyphThatMayBeABlock) {
  const std::array<unsigned, 1> block{0x2588}, own{0xE001}, bullet{0x2022};
  TextOnly blocks, private_use, plain, without_meaning;
  blocks.add_glyph(letter("█"), block, kPage);
  private_use.add_glyph(letter("\xEE\x80\x81"), own, kPage);
  plain.add_glyph(letter("•"), bullet, kPage);
  without_meaning.add_glyph(letter(""), {}, kPage);
  EXPECT_FALSE(blocks.holds());
  EXPECT_FALSE(private_use.holds());
  EXPECT_TRUE(plain.holds());
  EXPECT_FALSE(without_meaning.holds());
}

}  // namespace
}  // namespace vaughn::pdf
