// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/builders.h"

namespace vaughn::report::testing {

ExemptionCode certain(const std::string& code) {
  return {.code = code, .raw = code, .certain = true, .box = {}};
}

ExemptionCode repaired(const std::string& code, const std::string& raw) {
  return {.code = code,
          .raw = raw,
          .certain = false,
          .origin = CodeOrigin::kBoxOcr,
          .box = Box{120, 90, 150.5, 99.75}};
}

store::RedactionRow redaction_row(const std::string& source, int page, std::vector<ExemptionCode> codes,
                                  int characters) {
  store::RedactionRow row{.release = "First production",
                          .source = source,
                          .sha256 = "aa" + source,
                          .page = page,
                          .place = 1,
                          .bates = {},
                          .redaction = {}};
  row.redaction = {.box = {72, 100, 172.126, 112},
                   .kind = CoverKind::kSolid,
                   .confidence = 0.97,
                   .area_share = 0.0024812,
                   .text_share = 0.0512,
                   .amount = {1, 2, characters, characters - 1, characters + 2, AmountBasis::kTypeAbout},
                   .codes = std::move(codes),
                   .words_before = "opened for",
                   .words_after = "by the office"};
  return row;
}

store::HitRow hit(const std::string& source, int page, const std::string& snippet) {
  return {.id = {},
          .release = "First production",
          .source = source,
          .sha256 = "aa" + source,
          .text_source = "scan",
          .bates = {},
          .snippet = snippet,
          .page = page,
          .score = 3.14159,
          .ocr_confidence = {}};
}

PageReading reading() {
  PageReading reading;
  reading.page = PageIndex(2);
  reading.width = 612;
  reading.height = 792.0049;
  reading.dpi = 300;
  reading.text_source = TextSource::kScan;
  reading.reason = "the page is one picture without text";
  reading.ocr_confidence = 0.93123;
  reading.text = "To: ⟦(b)(6)? ~14⟧\n";
  reading.words = {{.text = "To:", .box = {72, 88.123, 90, 101}, .confidence = 0.9, .offset = {}}};
  reading.text_withheld_share = 0.25;
  reading.redactions = {redaction_row("x", 1, {repaired("(b)(6)", "(bX6)")}, 14).redaction};
  reading.codes = {certain("(b)(5)")};
  return reading;
}

store::PageRow page_row(PageReading page) {
  store::PageRow row{.id = {}, .source = {}, .reading = std::move(page), .bates = {}};
  row.source.path = "release/letter.pdf";
  row.source.sha256 = "3fa9c1";
  row.source.page_count = 7;
  return row;
}

std::string printed(const std::function<void(std::ostream&)>& print) {
  std::ostringstream out;
  print(out);
  return out.str();
}

Terminal plain(std::size_t width) {
  return {.width = width, .color = Color::kOff};
}
Terminal coloured(std::size_t width) {
  return {.width = width, .color = Color::kOn};
}

}  // namespace vaughn::report::testing
