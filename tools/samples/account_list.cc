// SPDX-License-Identifier: GPL-3.0-or-later
// A list with one redaction that hides nothing: a black rectangle was drawn over a name that is still in the
// file. The name is invented, and this source is the only place where it is written down.
#include <algorithm>
#include <cctype>

#include "samples/covers.h"
#include "samples/markup.h"
#include "samples/production.h"

namespace vaughn::samples {
namespace {

const Style kCell = {.size = 10};
constexpr double kRow = 26, kTop = 180;

struct Account {
  const char* office;
  const char* opened;
  const char* searches;
};

const std::vector<Account>& accounts() {
  static const std::vector<Account> kAccounts = {
      {"Millrace", "Sep 27, 2030", "112"}, {"Millrace", "Sep 30, 2030", "97"},
      {"Millrace", "Sep 30, 2030", "88"},  {"Millrace", "Oct 1, 2030", "43"},
      {"Ellery", "Oct 2, 2030", "16"},     {"Calder", "Oct 4, 2030", "5"}};
  return kAccounts;
}

int visible_characters(const std::string& text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(),
                                        [](char c) { return !std::isspace(static_cast<unsigned char>(c)); }));
}

void cover_badly(Canvas& canvas, TruePage& page, const Box& box) {
  const std::string hidden = "Wilhelmina Oakes-Tarrant";
  canvas.line(box.x0 + 4, box.y1 - 4, hidden, kCell);
  Cover black = unlabelled_black();
  black.place = LabelPlace::kBeside;
  black.label = {.size = 7};
  black.label_distance = 8;
  cover(canvas, page, box, canonical_codes("b6,b7C"), black);
  page.redactions.back().note = "the text is still under the rectangle";
  page.findings.push_back({"TEXT_UNDER_RECTANGLE", box, visible_characters(hidden)});
}

void draw_list(Canvas& canvas, TruePage& page) {
  canvas.line(72, 84, "Trial accounts reported by field offices", kCell.bold().sized(15));
  canvas.line(72, 104, "Northlight Lens, state of October 23, 2030", kCell.grey_level(0.3));
  canvas.paragraph(72, 116, 468,
                   "Compiled from the answers of the regions to the message of October 18. All trial "
                   "accounts were closed by October 21. The numbers are those of the vendor's search "
                   "history.",
                   kCell);
  const std::vector<std::pair<double, const char*>> columns = {
      {72, "Office"}, {150, "Opened by"}, {390, "Opened on"}, {480, "Searches"}};
  for (const auto& [x, name] : columns) canvas.line(x + 4, kTop - 8, name, kCell.bold());
  canvas.rule(72, kTop, 540, kTop, 0.8);
  double y = kTop;
  for (const Account& account : accounts()) {
    canvas.line(76, y + 17, account.office, kCell);
    canvas.line(394, y + 17, account.opened, kCell);
    canvas.line(500, y + 17, account.searches, kCell);
    const Box name = {154, y + 6, 300, y + 21};
    if (&account == &accounts()[3]) {
      cover_badly(canvas, page, name);
    } else {
      cover(canvas, page, name, canonical_codes("b6,b7C"), black_box());
    }
    y += kRow;
    canvas.rule(72, y, 540, y, 0.4, 0.5);
  }
  canvas.line(394, y + 18, "Total", kCell.bold());
  canvas.line(500, y + 18, "361", kCell.bold());
}

}  // namespace

void add_account_list(Production& production) {
  production.book.add_page({}, [&](Canvas& canvas, TruePage& page) {
    expect(page, "born-digital", "part", {"trial accounts", "search history", "Millrace"});
    draw_list(canvas, page);
    stamp(canvas, page, production.series.next());
  });
  production.source.records.push_back({1, 1, "list", "Trial accounts reported by field offices"});
}

}  // namespace vaughn::samples
