// SPDX-License-Identifier: GPL-3.0-or-later
// Contract papers as skewed 300-dpi scans. Most of what is dark here is no redaction: rules, ticked boxes, a
// header bar, punch holes.
#include "samples/covers.h"
#include "samples/markup.h"
#include "samples/production.h"

namespace vaughn::samples {
namespace {

const Style kCaption = {.size = 6.5};
const Style kEntry = {.family = "Liberation Mono", .size = 9.5};

// A captioned block of a form with its typed entry; "\n" begins a new line of it.
void block(Canvas& canvas, const Box& box, const std::string& caption, const std::string& entry) {
  canvas.rule_box(box, 0.7);
  canvas.line(box.x0 + 3, box.y0 + 8, caption, kCaption);
  if (!entry.empty()) canvas.paragraph(box.x0 + 6, box.y0 + 11, box.width() - 8, entry, kEntry);
}

void check_box(Canvas& canvas, double x, double y, bool ticked, const std::string& text) {
  canvas.rule_box({x, y, x + 8, y + 8}, 0.8);
  if (ticked) {
    canvas.rule(x + 1, y + 1, x + 7, y + 7, 1.1);
    canvas.rule(x + 7, y + 1, x + 1, y + 7, 1.1);
  }
  canvas.line(x + 12, y + 7, text, kCaption.sized(7.5));
}

struct Item {
  const char* number;
  const char* description;
  const char* quantity;
  const char* unit;
};

void priced_table(Canvas& canvas, TruePage& page, double top, const std::vector<Item>& items) {
  const std::vector<double> columns = {36, 70, 318, 368, 412, 494, 576};
  const std::vector<const char*> heads = {"(a) ITEM", "(b) SUPPLIES OR SERVICES", "(c) QTY",
                                          "(d) UNIT", "(e) UNIT PRICE",           "(f) AMOUNT"};
  constexpr double kRow = 30;
  const double bottom = top + 18 + kRow * static_cast<double>(items.size());
  for (const double x : columns) canvas.rule(x, top, x, bottom, 0.7);
  canvas.rule(36, top, 576, top, 0.7);
  for (std::size_t i = 0; i < heads.size(); ++i) canvas.line(columns[i] + 3, top + 11, heads[i], kCaption);
  for (std::size_t row = 0; row <= items.size(); ++row) {
    const double y = top + 18 + kRow * static_cast<double>(row);
    canvas.rule(36, y, 576, y, 0.7);
    if (row == items.size()) break;
    canvas.line(42, y + 13, items[row].number, kEntry);
    canvas.paragraph(76, y + 3, 238, items[row].description, kEntry);
    canvas.line(324, y + 13, items[row].quantity, kEntry);
    canvas.line(374, y + 13, items[row].unit, kEntry);
    for (const double x : {418.0, 500.0}) {
      cover(canvas, page, Box{x, y + 6, x + 68, y + 19}, canonical_codes("b4"), black_box());
    }
  }
}

void order_parties(Canvas& canvas) {
  canvas.line(36, 44, "BBR FORM 347-B (REV. 3/2029)", kCaption);
  canvas.line(306, 58, "ORDER FOR SUPPLIES OR SERVICES",
              Style{.size = 14, .weight = Weight::kBold, .align = Align::kCenter});
  canvas.line(576, 44, "PAGE 1 OF 1", kCaption.aligned(Align::kRight));
  block(canvas, {36, 68, 180, 98}, "1. DATE OF ORDER", "2030OCT15");
  block(canvas, {180, 68, 378, 98}, "2. ORDER NO.", "70BBRM31P00000417");
  block(canvas, {378, 68, 576, 98}, "3. REQUISITION/REFERENCE NO.", "192131FTD-0088");
  block(canvas, {36, 98, 306, 160}, "4. ISSUED BY",
        "Bureau of Border Records\nMission Support, Calder\n400 Weir Street, Calder");
  block(canvas, {306, 98, 576, 160}, "5. SHIP TO",
        "Field Technology Division\nMillrace Field Office\nDelivery by e-mail");
  block(canvas, {36, 160, 306, 222}, "6. TO: CONTRACTOR",
        "Northlight Vision, Inc.\n18 Quarry Lane, Suite 300\nPort Ellery");
  canvas.rule_box({306, 160, 576, 222}, 0.7);
  canvas.line(309, 168, "7. TYPE OF ORDER", kCaption);
  check_box(canvas, 316, 176, true, "a. PURCHASE ORDER");
  check_box(canvas, 316, 190, false, "b. DELIVERY OR TASK ORDER");
  check_box(canvas, 316, 204, false, "c. AGAINST AN EXISTING AGREEMENT");
  canvas.rule_box({36, 222, 576, 262}, 0.7);
  canvas.line(39, 230, "8. BUSINESS CLASSIFICATION", kCaption);
  check_box(canvas, 48, 238, false, "SMALL");
  check_box(canvas, 138, 238, true, "OTHER THAN SMALL");
  check_box(canvas, 278, 238, false, "DISADVANTAGED");
  check_box(canvas, 408, 238, false, "VETERAN-OWNED");
}

void draw_order(Canvas& canvas, TruePage& page) {
  order_parties(canvas);
  priced_table(canvas, page, 262,
               {{"0001", "Northlight Lens facial recognition\nsearch, annual license", "25", "EA"},
                {"0002", "Administrator seat with audit log", "2", "EA"},
                {"0003", "Onboarding, remote, half day", "1", "JB"}});
  block(canvas, {36, 370, 412, 402}, "9. ACCOUNTING AND APPROPRIATION DATA", "31X0417.FTD.2611.00");
  block(canvas, {412, 370, 576, 402}, "10. TOTAL AWARD AMOUNT", "$218,400.00");
  canvas.paragraph(
      36, 414, 540,
      "This purchase order replaces the trial accounts opened by the field offices. The license begins on "
      "the date of order and ends twelve months later. Search logs remain the property of the Bureau and "
      "are to be handed over on request. The order is placed without competition because the vendor holds "
      "the only collection of this size (limited source justification in file).",
      Style{.family = "Liberation Serif", .size = 11});
  canvas.rule_box({36, 492, 576, 560}, 0.7);
  canvas.line(39, 500, "11. CONTRACTING OFFICER (name, signature, telephone)", kCaption);
  cover(canvas, page, Box{48, 510, 218, 525}, canonical_codes("b6,b7C"), black_box());
  cover(canvas, page, Box{48, 531, 348, 551}, canonical_codes("b6,b7C"), black_box());
  canvas.line(430, 546, "15 October 2030", kEntry);
}

// A received stamp, turned and in a frame of its own.
void received_stamp(Canvas& canvas) {
  cairo_t* cr = canvas.cairo();
  cairo_save(cr);
  cairo_translate(cr, 420, 640);
  cairo_rotate(cr, -0.16);
  canvas.rule_box({0, 0, 128, 46}, 2);
  canvas.line(64, 18, "RECEIVED", Style{.size = 14, .weight = Weight::kBold, .align = Align::kCenter});
  canvas.line(64, 36, "NOV 07 2030", Style{.size = 12, .weight = Weight::kBold, .align = Align::kCenter});
  cairo_restore(cr);
}

void punch_holes(Canvas& canvas) {
  for (const double y : {108.0, 396.0, 684.0}) canvas.disc(20, y, 9, 0.05);
}

const Style kInvoice = {.size = 10.5, .line_spacing = 1.15};

void invoice_head(Canvas& canvas) {
  canvas.fill({54, 50, 576, 82}, 0);
  canvas.line(66, 73, "NORTHLIGHT VISION", Style{.size = 18, .weight = Weight::kBold, .grey = 1});
  canvas.line(564, 72, "INVOICE",
              Style{.size = 15, .weight = Weight::kBold, .align = Align::kRight, .grey = 1});
  canvas.paragraph(54, 98, 250,
                   "Bill to\nBureau of Border Records\nMission Support, Calder\n400 Weir Street, Calder",
                   kInvoice);
  canvas.paragraph(340, 98, 236,
                   "Invoice NV-2030-1187\nDate November 4, 2030\nOrder 70BBRM31P00000417\nTerms net 30",
                   kInvoice);
}

void invoice_items(Canvas& canvas, TruePage& page) {
  canvas.fill({54, 180, 576, 198}, 0);
  const Style head = {.size = 9.5, .weight = Weight::kBold, .grey = 1};
  canvas.line(60, 193, "Description", head);
  canvas.line(380, 193, "Qty", head);
  canvas.line(430, 193, "Unit price", head);
  canvas.line(510, 193, "Amount", head);
  const std::vector<std::pair<const char*, const char*>> rows = {
      {"Northlight Lens annual license, investigator", "25"},
      {"Northlight Lens administrator seat", "2"},
      {"Remote onboarding session", "1"},
      {"Credit: extension of trial accounts", "7"}};
  double y = 198;
  for (const auto& [description, quantity] : rows) {
    canvas.line(60, y + 17, description, kInvoice);
    canvas.line(386, y + 17, quantity, kInvoice);
    cover(canvas, page, Box{426, y + 6, 490, y + 20}, canonical_codes("b4"), black_box());
    cover(canvas, page, Box{504, y + 6, 572, y + 20}, canonical_codes("b4"), black_box());
    y += 26;
    canvas.rule(54, y, 576, y, 0.5);
  }
  canvas.line(430, y + 20, "Amount due", kInvoice.bold());
  canvas.line(572, y + 20, "$218,400.00", kInvoice.bold().aligned(Align::kRight));
}

void draw_invoice(Canvas& canvas, TruePage& page) {
  punch_holes(canvas);
  invoice_head(canvas);
  invoice_items(canvas, page);
  canvas.paragraph(
      54, 352, 500,
      "Thank you for choosing Northlight Lens for your investigations. Searches are unlimited for named "
      "users. Photographs that are uploaded as probes are kept for as long as the account exists unless the "
      "administrator deletes them.",
      kInvoice);
  canvas.line(54, 430, "Remit to account", kInvoice);
  cover(canvas, page, Box{150, 419, 330, 434}, canonical_codes("b4"), black_box());
  canvas.line(54, 452, "Questions", kInvoice);
  cover(canvas, page, Box{150, 441, 262, 456}, canonical_codes("b6"), black_box());
  canvas.line(264, 452, "@northlight.example", kInvoice);
  received_stamp(canvas);
}

}  // namespace

void add_purchase_order(Production& production) {
  const std::string bates = production.series.next();
  production.book.add_scan({.look = {.skew_degrees = 0.6, .specks = 320, .seed = 347},
                            .paper =
                                [&](Canvas& canvas, TruePage& page) {
                                  expect(page, "scan", "part",
                                         {"purchase order", "Northlight Vision", "trial accounts",
                                          "limited source justification"});
                                  draw_order(canvas, page);
                                },
                            .burnt = [&](Canvas& canvas, TruePage& page) { stamp(canvas, page, bates); }});
  const int page = production.book.last_page();
  production.source.records.push_back({page, page, "purchase-order", "70BBRM31P00000417"});
}

void add_invoice(Production& production) {
  const std::string bates = production.series.next();
  production.book.add_scan(
      {.size = {615, 796},
       .look = {.skew_degrees = -0.4, .specks = 220, .seed = 1187},
       .paper =
           [&](Canvas& canvas, TruePage& page) {
             expect(page, "scan", "part", {"trial accounts", "unlimited for named users", "administrator"});
             draw_invoice(canvas, page);
           },
       .burnt = [&](Canvas& canvas, TruePage& page) { stamp(canvas, page, bates); }});
  const int page = production.book.last_page();
  production.source.records.push_back({page, page, "invoice", "NV-2030-1187"});
}

}  // namespace vaughn::samples
