// SPDX-License-Identifier: GPL-3.0-or-later
// Sheets that stand for pages nobody gets to see: withheld, referred, deleted, and a blank back.
#include "samples/covers.h"
#include "samples/markup.h"
#include "samples/production.h"

namespace vaughn::samples {
namespace {

const Style kPlain = {.size = 14, .align = Align::kCenter};

void add_withheld(Production& production, const std::string& codes) {
  production.book.add_page({}, [&](Canvas& canvas, TruePage& page) {
    const int number = production.book.last_page() + 1;
    expect(page, "withheld-sheet", "withheld", {"Withheld pursuant to exemption"});
    page.page_codes = canonical_codes(codes);
    std::string reason;
    for (const std::string& code : page.page_codes) reason += (reason.empty() ? "" : "; ") + code;
    canvas.line(306, 330, "Page 0" + std::to_string(number), kPlain);
    canvas.line(306, 364, "Withheld pursuant to exemption", kPlain);
    canvas.line(306, 398, reason, kPlain);
    canvas.line(306, 432, "of the Freedom of Information and Privacy Act", kPlain);
    stamp(canvas, page, production.series.next());
  });
}

const Style kTyped = {.family = "Liberation Mono", .size = 10.5};

std::vector<DeletedRow> deleted_rows() {
  return {{25, canonical_codes("b6-1,b7C-1"), ""}, {26, canonical_codes("b6-1+2,b7C-1+2,b7E-1"), ""},
          {31, canonical_codes("b3-1,b7E-1"), ""}, {40, {}, "Duplicate"},
          {41, canonical_codes("b7D-1"), ""},      {58, {}, "Referral/Consult"}};
}

std::string row_text(const DeletedRow& row) {
  std::string text = "Page " + std::to_string(row.page) + " ~ ";
  for (const std::string& code : row.codes) text += printed_bare(code) + "; ";
  if (!row.reason.empty()) text += row.reason + ";";
  return text;
}

void draw_deleted_sheet(Canvas& canvas, const std::vector<DeletedRow>& rows) {
  double y = 72;
  const auto line = [&](const std::string& text) {
    if (!text.empty()) canvas.line(72, y, text, kTyped);
    y += 14;
  };
  for (const char* text : {"NATIONAL INQUIRY SERVICE", "RECORDS DISCLOSURE", "DELETED PAGE INFORMATION SHEET",
                           "Request No. 1417022-000", ""}) {
    line(text);
  }
  line("Total Deleted Page(s) = " + std::to_string(rows.size()));
  for (const DeletedRow& row : rows) line(row_text(row));
  y += 28;
  for (const char* text : {"XXXXXXXXXXXXXXXXXXXXXXXX", "X   Deleted Page(s)    X", "X   No Duplication Fee X",
                           "X   For this Page      X", "XXXXXXXXXXXXXXXXXXXXXXXX"}) {
    canvas.line(330, y, text, kTyped);
    y += 14;
  }
}

}  // namespace

void add_withheld_sheets(Production& production) {
  add_withheld(production, "b5");
  add_withheld(production, "b5,b7E");
}

void add_referral_slip(Production& production) {
  production.book.add_page({}, [&](Canvas& canvas, TruePage& page) {
    expect(page, "withheld-sheet", "referred", {"Office of Harbor Safety", "direct response"});
    page.page_codes = {"REF"};
    canvas.rule_box({126, 250, 486, 470}, 1.2);
    canvas.line(306, 290, "REFERRAL SLIP", kPlain.bold().sized(16));
    canvas.paragraph(
        150, 318, 312,
        "This page originated with the Office of Harbor Safety. It has been referred to that office for "
        "direct response to you.",
        Style{.size = 12, .align = Align::kCenter, .line_spacing = 1.25});
    canvas.line(306, 430, "Referral/Direct", kPlain.sized(12));
    stamp(canvas, page, production.series.next());
  });
}

void add_deleted_page_sheet(Production& production) {
  const std::vector<DeletedRow> rows = deleted_rows();
  const std::string bates = production.series.next();
  production.book.add_scan(
      {.look = {.specks = 30, .edge_noise = 30, .seed = 40},
       .paper =
           [&](Canvas& canvas, TruePage& page) {
             expect(page, "withheld-sheet", "full", {"deleted page information sheet", "Duplicate"});
             draw_deleted_sheet(canvas, rows);
           },
       .burnt = [&](Canvas& canvas, TruePage& page) { stamp(canvas, page, bates); }});
  production.source.deleted_sheets.push_back(
      {production.book.last_page(), static_cast<int>(rows.size()), rows});
}

void add_blank_page(Production& production) {
  // The stamp is missing here, as it is on the backs of many a production; the neighbours tell the number.
  production.book.add_page({}, [&](Canvas&, TruePage& page) {
    expect(page, "blank", "full", {});
    page.bates = production.series.next();
    page.bates_how = "inferred";
  });
}

}  // namespace vaughn::samples
