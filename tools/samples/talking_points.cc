// SPDX-License-Identifier: GPL-3.0-or-later
// What the press office prepared: a page with a black box and no reason for it, and a draft whose passages
// were replaced by nothing but a code on white.
#include "samples/covers.h"
#include "samples/markup.h"
#include "samples/production.h"

namespace vaughn::samples {
namespace {

const Style kText = {.family = "DejaVu Serif", .size = 10.5, .line_spacing = 1.1};
constexpr double kLeft = 72, kWidth = 468;

void draw_points(Canvas& canvas, TruePage& page) {
  canvas.line(kLeft, 84, "Talking points: Northlight Lens", kText.bold().sized(16));
  canvas.line(kLeft, 104, "Office of Public Affairs, October 22, 2030", kText.grey_level(0.3));
  double y = 124;
  const auto point = [&](const std::string& text) {
    canvas.line(kLeft + 4, y + 11, "\u2022", kText);
    y = canvas.paragraph(kLeft + 20, y, kWidth - 20, text, kText).bottom + 9;
  };
  point("The Bureau has ended all trial accounts. A small pilot continues under a purchase order.");
  point("Facial recognition results are leads. No one has been detained because of a match alone.");
  point("The Bureau does not use the product at public meetings, courts, schools or places of worship.");
  point("If asked how many searches were made during the trials:");
  cover(canvas, page, Box{kLeft + 20, y, kLeft + kWidth, y + 46}, {}, unlabelled_black());
  y += 58;
  point(
      "If asked whether people were searched for because they had taken part in a meeting of a tenants' or "
      "immigrants' organization: we are looking into individual reports and will not comment on them.");
  point(
      "If asked about accuracy: the vendor publishes test results. The Bureau has not tested the product "
      "itself.");
  point("Do not discuss other agencies. Refer questions about the Calder County sheriff to the county.");
}

void draw_draft(Canvas& canvas, TruePage& page) {
  canvas.line(kLeft, 84, "DRAFT \u2013 Questions and answers for the hearing", kText.bold().sized(14));
  double y = 108;
  const auto question = [&](const std::string& text) {
    y = canvas.paragraph(kLeft, y, kWidth, text, kText.bold()).bottom + 4;
  };
  const auto answer = [&](const std::string& text) {
    const Placed placed = canvas.paragraph(kLeft, y, kWidth, text, kText);
    cover(canvas, page, placed.gaps, white_patch());
    y = placed.bottom + 12;
  };
  const auto blank = [&](double height) {
    cover(canvas, page, Box{kLeft, y, kLeft + kWidth, y + height}, canonical_codes("b5"), white_patch());
    y += height + 14;
  };
  question("Who decided that investigators may open accounts of their own?");
  answer(
      "Nobody did. The Field Technology Division learned of the trial accounts in October 2030 and ordered "
      "the field offices to stop using them within two days.");
  question("Why was there no privacy threshold analysis?");
  blank(60);
  question("Did the General Counsel see the terms of service?");
  answer(
      "The terms of service were accepted by each investigator with a click. [[b5|40]] They were read by "
      "counsel on October 23, 2030.");
  question("Will people be told that they were searched for?");
  blank(88);
  question("What happens to photographs that were uploaded?");
  answer("The vendor has confirmed in writing that probes of closed accounts are deleted after ninety days.");
}

}  // namespace

void add_talking_points(Production& production) {
  production.book.add_page({}, [&](Canvas& canvas, TruePage& page) {
    expect(page, "born-digital", "part",
           {"trial accounts", "purchase order", "Facial recognition", "Calder County"});
    draw_points(canvas, page);
    stamp(canvas, page, production.series.next());
  });
  const int page = production.book.last_page();
  production.source.records.push_back({page, page, "talking-points", "Talking points: Northlight Lens"});
}

void add_draft_answers(Production& production) {
  production.book.add_page({}, [&](Canvas& canvas, TruePage& page) {
    expect(page, "born-digital", "part", {"stop using", "privacy threshold analysis", "terms of service"});
    draw_draft(canvas, page);
    stamp(canvas, page, production.series.next());
  });
  const int page = production.book.last_page();
  production.source.records.push_back(
      {page, page, "questions-and-answers", "Questions and answers for the hearing"});
}

}  // namespace vaughn::samples
