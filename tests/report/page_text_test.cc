// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "report/builders.h"
#include "vaughn/report/page.h"

namespace vaughn::report {
namespace {

using testing::page_row;
using testing::plain;
using testing::printed;
using testing::reading;

TEST(PageText, StandsBelowALineThatSaysWhichPageItIs) {
  store::PageRow row = page_row(reading());
  row.bates.push_back({.page = PageIndex(2), .value = "ICE-0001203", .raw = {}, .prefix = {}, .box = {}});
  EXPECT_EQ(printed([&](std::ostream& out) { print_page_text(row, plain(), out); }),
            "release/letter.pdf, page 3 of 7, ICE-0001203: scan, OCR confidence 93 %; 1 redaction\n"
            "\n"
            "To: ⟦(b)(6)? ~14⟧\n");
}

TEST(PageText, SaysThatAPageWaitsForOcr) {
  PageReading page;
  page.text_source = TextSource::kScan;
  page.ocr_due = true;
  EXPECT_EQ(printed([&](std::ostream& out) { print_page_text(page_row(page), plain(), out); }),
            "release/letter.pdf, page 1 of 7: scan, waits for OCR\n\n\n");
}

TEST(PageWords, AreATable) {
  EXPECT_EQ(printed([&](std::ostream& out) { print_page_words(page_row(reading()), plain(), out); }),
            "release/letter.pdf, page 3 of 7: scan, OCR confidence 93 %; 1 redaction\n"
            "\n"
            "  x0    y0    x1     y1  conf.  word\n"
            "72.0  88.1  90.0  101.0   0.90  To:\n");
}

}  // namespace
}  // namespace vaughn::report
