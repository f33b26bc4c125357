// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/revisions.h"

#include <gtest/gtest.h>

#include "support/pdf_builder.h"

namespace vaughn::pdf {
namespace {

TEST(Revisions, AFileWrittenOnceHasNoEarlierOne) {
  EXPECT_TRUE(earlier_revisions(PdfBuilder().page("").build()).empty());
}

TEST(Revisions, AnUpdatedFileHoldsWhatItWas) {
  const PdfBuilder builder = PdfBuilder().page("");
  const std::string before = builder.build();
  const std::string after =
      PdfBuilder::updated(before, {{builder.page_number(0) + 1, "<< /Length 0 >>\nstream\nendstream"}});
  const auto ends = earlier_revisions(PdfBuilder::updated(after, {{3, "<< /Type /Font >>"}}));
  ASSERT_EQ(ends.size(), 2u);
  EXPECT_EQ(ends[0], before.size() - 1);
  EXPECT_EQ(ends[1], after.size() - 1);
}

TEST(Revisions, WhatOnlyLooksLikeAnEndIsNone) {
  EXPECT_TRUE(earlier_revisions(PdfBuilder().page("% %%EOF\n% startxref 5 %%EOF").build()).empty());
  EXPECT_TRUE(earlier_revisions("").empty());
}

TEST(Revisions, TheFirstPartOfALinearisedFileIsNone) {
  std::string file = PdfBuilder().page("").build();
  file.insert(9, "9 0 obj << /Linearized 1 >> endobj\nxref\n0 0\nstartxref\n43\n%%EOF\n");
  EXPECT_TRUE(earlier_revisions(file).empty());
}

}  // namespace
}  // namespace vaughn::pdf
