// SPDX-License-Identifier: GPL-3.0-or-later
// A typed memo of an investigations division. The covers were drawn into the scan: white, a border of two
// pixels, on neighbouring lines sharing edges; the codes stand in the right margin, one stack for a group of
// lines.
#include <algorithm>
#include <string>
#include <vector>

#include "samples/covers.h"
#include "samples/markup.h"
#include "samples/production.h"

namespace vaughn::samples {
namespace {

constexpr double kPixel = 72.0 / 300;
constexpr double kLeft = 72, kMargin = 540;
constexpr double kPitch = 14.4;     // 60 pixels
constexpr double kCharacter = 6.0;  // 25 pixels; of Liberation Mono at 10 points
const Style kTyped = {.family = "Liberation Mono", .size = 10};

// Lines from `first` to `last` share one stack of codes.
struct Group {
  std::size_t first, last;
  std::string codes;
};

// '#' marks a character that is not there any more. A run of them is one cover.
struct TypedPage {
  double top;
  std::vector<std::string> lines;
  std::vector<Group> groups;
};

double baseline(const TypedPage& typed, std::size_t line) {
  return typed.top + kPitch * static_cast<double>(line) + 10.6;
}

void type(Canvas& canvas, const TypedPage& typed) {
  for (std::size_t i = 0; i < typed.lines.size(); ++i) {
    std::string text = typed.lines[i];
    std::replace(text.begin(), text.end(), '#', ' ');
    if (text.find_first_not_of(' ') != std::string::npos)
      canvas.line(kLeft, baseline(typed, i), text, kTyped);
  }
}

// As high as the line pitch plus one border, so that covers on successive lines share the border between
// them.
Box cover_box(const TypedPage& typed, std::size_t line, std::size_t begin, std::size_t end) {
  const double top = typed.top + kPitch * static_cast<double>(line);
  return {kLeft + kCharacter * static_cast<double>(begin) - 4 * kPixel, top,
          kLeft + kCharacter * static_cast<double>(end) + 4 * kPixel, top + kPitch + 2 * kPixel};
}

void cover_lines(Canvas& canvas, TruePage& page, const TypedPage& typed) {
  for (const Group& group : typed.groups) {
    const std::vector<std::string> codes = canonical_codes(group.codes);
    const Box stack =
        margin_stack(canvas, kMargin, typed.top + kPitch * static_cast<double>(group.first), codes);
    for (std::size_t i = group.first; i <= group.last; ++i) {
      const std::string& text = typed.lines[i];
      for (std::size_t begin = text.find('#'); begin != std::string::npos;) {
        const std::size_t end = std::min(text.find_first_not_of('#', begin), text.size());
        cover(canvas, page, cover_box(typed, i, begin, end), codes, bare_box());
        page.redactions.back().label_box = stack;
        begin = text.find('#', end);
      }
    }
  }
}

// Handwriting across the lower margin, through one of the covers as often as not.
void initials(Canvas& canvas, double x, double y) {
  canvas.stroke({{x, y},
                 {x + 5, y - 16},
                 {x + 9, y + 2},
                 {x + 16, y - 10},
                 {x + 20, y + 3},
                 {x + 30, y - 18},
                 {x + 33, y + 4},
                 {x + 48, y - 6},
                 {x + 62, y - 9}},
                1.1);
}

void letterhead(Canvas& canvas) {
  canvas.line(72, 50, "BBR-302 (Rev. 10-6-28)", Style{.family = "Liberation Serif", .size = 9});
  canvas.disc(216, 22, 7, 0);
  canvas.disc(396, 22, 7, 0);
  canvas.line(
      306, 78, "BUREAU OF BORDER RECORDS",
      Style{.family = "Liberation Serif", .size = 13, .weight = Weight::kBold, .align = Align::kCenter});
  canvas.line(306, 94, "Field Investigations Division",
              Style{.family = "Liberation Serif", .size = 11, .align = Align::kCenter});
}

// The lid was not quite closed: a dark edge and a streak of the copier.
void scanner_edge(Canvas& canvas) {
  canvas.fill({0, 0, 4, 792}, 0);
  canvas.fill({0, 787, 420, 792}, 0);
  canvas.rule(583, 0, 583, 792, 0.3);
}

TypedPage first_page() {
  return {118,
          {
              "To:       All Regional Supervisors          Date: 10/21/2030",
              "",
              "From:     Field Investigations Division",
              "          Contact: ############################",
              "",
              "Subject:  Use of commercial facial recognition by field offices",
              "",
              "Case ID:  ##################",
              "",
              "     ########################### Millrace Field Office, was",
              "interviewed at the office by ###############################",
              "and by ######################## He was told why the interview",
              "was held and gave the following information:",
              "",
              "     ############## opened a trial account with Northlight in",
              "late September 2030 at the suggestion of ###################",
              "##################################### of the Calder County",
              "sheriff's office. He searched for nine people whose pictures",
              "had been taken outside the Harbor Street meeting of a",
              "tenants' and immigrants' coalition on October 5, 2030.",
              "",
              "     He said that the pictures were taken by ################",
              "#############################################################",
              "################################# and that no case had been",
              "opened. The results were compared with #####################",
              "by hand. Three of the nine were given a name. He did not",
              "write a report because he regarded the search as a test.",
              "",
              "     ############## stated that nobody had told him to stop",
              "using the account. He closed it on October 19, 2030, after",
              "the order of the Deputy Assistant Director.",
          },
          {{3, 3, "b6-1,b7C-1"},
           {7, 7, "b7E-2"},
           {9, 11, "b6-1,b7C-1"},
           {14, 16, "b6-1+3,b7C-1+3"},
           {21, 24, "b7E-1"},
           {28, 28, "b6-1,b7C-1,b7E-1"}}};
}

TypedPage second_page() {
  return {110,
          {
              "Continuation of BBR-302 of ################## , Page  2",
              "",
              "     The search history of the account was printed before the",
              "account was closed and is attached to the file copy. It shows",
              "thirty-one searches between September 28 and October 17, 2030.",
              "",
              "     ##################### confirmed that the nine pictures",
              "were uploaded from ########################## and that they",
              "##############################################################",
              "##############################################################",
              "#################### remain with the vendor.",
              "",
              "     The division asks each supervisor to state in writing by",
              "November 1, 2030, whether a search was made of anyone who was",
              "attending a public meeting, a court or a place of worship.",
          },
          {{0, 0, "b6-1,b7C-1"}, {6, 10, "b6-2,b7C-2,b7E-1"}}};
}

void draw_signature_block(Canvas& canvas) {
  const Style serif = {.family = "Liberation Serif", .size = 10};
  canvas.line(72, 600, "Investigation on", serif);
  canvas.line(150, 600, "10/20/2030", kTyped);
  canvas.line(236, 600, "at", serif);
  canvas.line(252, 600, "Millrace", kTyped);
  canvas.rule(148, 603, 420, 603, 0.5);
  canvas.line(72, 634, "by", serif);
  canvas.line(92, 634, "SI", kTyped);
  canvas.rule(90, 652, 420, 652, 0.5);
  canvas.paragraph(
      72, 690, 430,
      "This document contains neither recommendations nor conclusions of the Bureau. It is the property of "
      "the Bureau and is lent to your office; it is not to be passed on.",
      serif.sized(8.5));
  initials(canvas, 440, 640);
}

// The cover follows the outline of a signature.
void cover_signature(Canvas& canvas, TruePage& page) {
  const std::vector<std::string> codes = canonical_codes("b6-1,b7C-1");
  canvas.polygon(
      {{116, 622}, {200, 622}, {200, 612}, {318, 612}, {318, 634}, {286, 634}, {286, 648}, {116, 648}}, 0.48,
      1);
  page.redactions.push_back({.box = {115.8, 611.8, 318.2, 648.2},
                             .kind = "region",
                             .codes = codes,
                             .label_place = "margin",
                             .label_box = margin_stack(canvas, kMargin, 612, codes),
                             .note = "stepped outline of a signature"});
}

// Something was written to the very edge of the sheet.
void cover_over_edge(Canvas& canvas, TruePage& page) {
  const std::vector<std::string> codes = canonical_codes("b7E-2");
  cover(canvas, page, Box{470, 420, 625, 438}, codes, bare_box());
  page.redactions.back().note = "runs off the right edge of the page";
  page.redactions.back().label_box = margin_stack(canvas, kMargin, 441, codes);
}

}  // namespace

void add_memo(Production& production) {
  const int first = production.book.last_page() + 1;
  const TypedPage one = first_page(), two = second_page();
  const std::string bates_one = production.series.next(), bates_two = production.series.next();
  production.book.add_scan(
      {.look = {.skew_degrees = 0.1, .specks = 420, .threshold = 140, .seed = 302},
       .paper =
           [&](Canvas& canvas, TruePage& page) {
             expect(page, "scan", "part",
                    {"facial recognition", "trial account", "sheriff's office", "Harbor Street meeting"});
             letterhead(canvas);
             type(canvas, one);
           },
       .burnt =
           [&](Canvas& canvas, TruePage& page) {
             scanner_edge(canvas);
             cover_lines(canvas, page, one);
             stamp(canvas, page, bates_one);
           }});
  production.book.add_scan(
      {.look = {.skew_degrees = -0.1, .specks = 500, .threshold = 140, .seed = 303},
       .paper =
           [&](Canvas& canvas, TruePage& page) {
             expect(page, "scan", "part", {"search history", "public meeting", "place of worship"});
             letterhead(canvas);
             type(canvas, two);
             draw_signature_block(canvas);
           },
       .burnt =
           [&](Canvas& canvas, TruePage& page) {
             scanner_edge(canvas);
             cover_lines(canvas, page, two);
             cover_signature(canvas, page);
             cover_over_edge(canvas, page);
             stamp(canvas, page, bates_two);
           }});
  production.source.records.push_back(
      {first, production.book.last_page(), "memo", "Use of commercial facial recognition by field offices"});
}

}  // namespace vaughn::samples
