// SPDX-License-Identifier: GPL-3.0-or-later
// Three slides in the size a presentation program prints: dark title bars and a logo that hide nothing, a
// grey box with its code beside it, and a pasted picture of a screen, so that the last page has two kinds of
// text.
#include "samples/covers.h"
#include "samples/markup.h"
#include "samples/production.h"

namespace vaughn::samples {
namespace {

constexpr PaperSize kSlide = {720, 540};
const Style kBullet = {.family = "DejaVu Sans", .size = 19};

void logo(Canvas& canvas, double x, double y) {
  canvas.disc(x, y, 17, 1);
  canvas.disc(x, y, 14, 0.12);
  canvas.polygon({{x - 7, y + 6}, {x, y - 9}, {x + 7, y + 6}}, 0.8, 1);
}

void frame_slide(Canvas& canvas, const std::string& title, int number) {
  canvas.fill({0, 0, 720, 76}, 0.16);
  canvas.line(84, 48, title, Style{.family = "DejaVu Sans", .size = 25, .weight = Weight::kBold, .grey = 1});
  logo(canvas, 44, 38);
  canvas.rule(0, 80, 720, 80, 2.5, 0.55);
  canvas.line(36, 520, "Field Technology Division  |  Northlight Lens pilot",
              Style{.size = 10, .grey = 0.35});
  canvas.line(360, 520, std::to_string(number), Style{.size = 10, .align = Align::kCenter, .grey = 0.35});
}

double bullet(Canvas& canvas, double y, const std::string& text) {
  canvas.disc(58, y + 13, 3.5, 0.2);
  return canvas.paragraph(76, y, 580, text, kBullet).bottom + 14;
}

void what_it_is(Canvas& canvas, TruePage& page) {
  expect(page, "born-digital", "full", {"facial recognition", "probe photograph", "trial account"});
  double y = 112;
  y = bullet(canvas, y, "A facial recognition search sold as a subscription");
  y = bullet(canvas, y,
             "The vendor says it holds more than nine billion pictures taken from public web pages");
  y = bullet(canvas, y, "The user uploads a probe photograph and receives a list of candidates with links");
  y = bullet(canvas, y, "A candidate is an investigative lead, never an identification");
  bullet(canvas, y, "First trial account at the Bureau: September 2030");
}

void how_it_is_used(Canvas& canvas, TruePage& page) {
  expect(page, "born-digital", "part", {"public meetings", "document fraud", "second pair of eyes"});
  double y = 112;
  y = bullet(canvas, y, "Allowed in the pilot: exploitation of children, document fraud");
  y = bullet(canvas, y, "Not allowed: bystanders, public meetings, checks at the counter");
  y = bullet(canvas, y, "Searches are compared with these holdings:");
  Cover grey = grey_box();
  grey.place = LabelPlace::kBeside;
  grey.label = {.size = 11};
  cover(canvas, page, Box{90, y + 2, 470, y + 74}, canonical_codes("b7E"), grey);
  bullet(canvas, y + 92, "Every search needs a case number and a second pair of eyes");
}

// The screen is a picture: its words are not in the text of the page.
void paste_screen(Canvas& canvas) {
  constexpr Resolution kScreen = {150, 150};
  constexpr double kWidth = 400, kHeight = 250;
  Sheet screen(kWidth, kHeight, kScreen);
  Canvas& shot = screen.canvas();
  shot.fill({0, 0, kWidth, kHeight}, 0.97);
  shot.rule_box({0, 0, kWidth, kHeight}, 1.5, 0.4);
  const Style label = {.family = "DejaVu Sans", .size = 13};
  shot.line(20, 34, "Northlight Lens search console", label.bold());
  shot.line(20, 64, "Remaining searches: unlimited", label);
  shot.line(20, 88, "Retention of probes: until deleted", label);
  for (int i = 0; i < 3; ++i) {
    const double x = 24 + 122.0 * i;
    shot.rule_box({x, 108, x + 104, 220}, 1, 0.5);
    shot.disc(x + 52, 150, 21, 0.75);
    shot.polygon({{x + 16, 212}, {x + 30, 180}, {x + 74, 180}, {x + 88, 212}}, 0.5, 0.75);
  }
  shot.line(20, 240, "Candidates 1 to 3 of 61", label);
  const Bitmap picture = screen.grey();
  draw_picture(canvas.cairo(), {160, 220, 160 + kWidth, 220 + kHeight}, picture, Coding::kGrey);
}

void next_steps(Canvas& canvas, TruePage& page) {
  expect(page, "mixed", "full", {"Audit log", "privacy threshold analysis", "search console"});
  double y = 104;
  y = bullet(canvas, y, "Audit log is reviewed monthly by the Privacy Office");
  bullet(canvas, y, "Pilot ends when the privacy threshold analysis is decided");
  paste_screen(canvas);
}

}  // namespace

void add_slides(Production& production) {
  const int first = production.book.last_page() + 1;
  const auto add = [&](const std::string& title, const Draw& draw) {
    production.book.add_page(kSlide, [&](Canvas& canvas, TruePage& page) {
      frame_slide(canvas, title, production.book.last_page() - first + 2);
      draw(canvas, page);
      stamp(canvas, page, production.series.next());
    });
  };
  add("Northlight Lens: what it is", what_it_is);
  add("How it may be used", how_it_is_used);
  add("Oversight", next_steps);
  production.source.records.push_back(
      {first, production.book.last_page(), "slides", "Northlight Lens: what it is"});
}

}  // namespace vaughn::samples
