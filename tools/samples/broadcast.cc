// SPDX-License-Identifier: GPL-3.0-or-later
// Two pages that reached the agency from outside its mail system: a broadcast message copied in grey, whose
// text layer is the stamp alone, and a county e-mail with the hatched bars of a previewer and no code at all.
#include "samples/covers.h"
#include "samples/markup.h"
#include "samples/production.h"

namespace vaughn::samples {
namespace {

const Style kText = {.size = 12, .line_spacing = 1.2};

void draw_broadcast(Canvas& canvas, TruePage& page) {
  canvas.fill({0, 0, 612, 7}, 0.05);
  canvas.fill({604, 0, 612, 792}, 0.1);
  canvas.disc(22, 120, 9, 0.1);
  canvas.disc(22, 660, 9, 0.1);
  canvas.line(306, 74, "BROADCAST MESSAGE", kText.bold().sized(17).aligned(Align::kCenter));
  canvas.line(306, 94, "Disseminated on behalf of the Field Technology Division",
              kText.aligned(Align::kCenter));
  canvas.rule(66, 108, 546, 108, 1.2);
  double y = 124;
  const auto paragraph = [&](const std::string& markup) {
    const Placed placed = canvas.paragraph(66, y, 480, markup, kText);
    cover(canvas, page, placed.gaps, dark_grey_box());
    y = placed.bottom + 12;
  };
  paragraph(
      "To: All field personnel\nDate: October 21, 2030\nSubject: Stop using Northlight Lens trial accounts");
  paragraph(
      "Personnel are to stop using the facial recognition product known as Northlight Lens unless they have "
      "been named as users of the pilot by [[b6,b7C|30]], telephone [[b6,b7C|26]].");
  paragraph(
      "An account opened on a trial basis is a use of the product. Close the account, keep the search "
      "history and report it to your regional supervisor on the enclosed form.");
  paragraph(
      "Results that were obtained before this message may be used only after the Office of Counsel has been "
      "consulted. The case management system will ask for the case number and for [[b7E|44]] when a result "
      "is entered.");
  paragraph("Questions about this message go to the help desk, extension 4410.");
}

struct County {
  Canvas& canvas;
  TruePage& page;
  double y;

  void cover_with_hatch(const std::vector<Gap>& gaps) {
    for (const Gap& gap : gaps) {
      canvas.hatch(gap.box);
      page.redactions.push_back(
          {gap.box, "solid", {}, "none", {}, "cross-hatched, a white X for each character"});
      page.findings.push_back({"UNLABELLED_REDACTION", gap.box, 0});
    }
  }

  void field(const std::string& markup) {
    const Placed placed = canvas.paragraph(72, y, 468, markup, Style{.size = 10.5});
    cover_with_hatch(placed.gaps);
    y = placed.bottom + 1;
  }

  void body(const std::string& markup) {
    const Placed placed = canvas.paragraph(72, y + 10, 468, markup, Style{.size = 10.5, .line_spacing = 1.1});
    cover_with_hatch(placed.gaps);
    y = placed.bottom;
  }
};

void draw_county_email(Canvas& canvas, TruePage& page) {
  County mail = {canvas, page, 72};
  mail.field("From: Pruett, Hollis <[[|12]]@calder-county.example>");
  mail.field("Sent: Tuesday, September 24, 2030 11:20 AM");
  mail.field("To: [[|16]] <[[|14]]@bbr.example>");
  mail.field("Subject: that face search");
  mail.body(
      "Good to see you at the range. The face search I told you about is Northlight. You ask for a trial "
      "account on their page with your work address and they turn it on the same day, no questions. I put "
      "in my own brother-in-law and it found him at a wedding.");
  mail.body(
      "We have had it since the spring. The county never signed anything. Ask for [[|14]], direct [[|12]].");
  mail.body("Hollis Pruett\nDetective, Calder County Sheriff's Office");
}

void note_email(TrueSource& source, int page) {
  source.emails.push_back(
      {page,
       page,
       "2030-09-24T11:20:00",
       "that face search",
       {{"from", "Pruett, Hollis <[]@calder-county.example>", {}, {"calder-county.example"}},
        {"to", "[] <[]@bbr.example>", {}, {"bbr.example"}}}});
}

}  // namespace

void add_broadcast(Production& production) {
  production.book.add_scan(
      {.look = {.dpi = {150, 150}, .skew_degrees = -0.5, .specks = 90, .edge_noise = 6, .seed = 21},
       .coding = Coding::kGrey,
       .paper =
           [](Canvas& canvas, TruePage& page) {
             expect(page, "scan-with-stamp", "part",
                    {"broadcast message", "stop using", "facial recognition", "regional supervisor",
                     "search history"});
             draw_broadcast(canvas, page);
           },
       .overlay = [&](Canvas& canvas, TruePage& page) { stamp(canvas, page, production.series.next()); }});
  const int page = production.book.last_page();
  production.source.records.push_back(
      {page, page, "broadcast-message", "Stop using Northlight Lens trial accounts"});
}

void add_county_email(Production& production) {
  production.book.add_page({}, [&](Canvas& canvas, TruePage& page) {
    expect(page, "born-digital", "part", {"trial account", "face search", "Calder County"});
    draw_county_email(canvas, page);
    stamp(canvas, page, production.series.next());
  });
  const int page = production.book.last_page();
  production.source.records.push_back({page, page, "email", "that face search"});
  note_email(production.source, page);
}

}  // namespace vaughn::samples
