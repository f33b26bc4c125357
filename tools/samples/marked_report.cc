// SPDX-License-Identifier: GPL-3.0-or-later
// A report redacted by hand: slanted marker strokes, a code written beside them with a pen, a copy at 200 dpi
// that came out skewed, and an old OCR layer that is worse than none.
#include <random>
#include <utility>
#include <vector>

#include "samples/covers.h"
#include "samples/markup.h"
#include "samples/production.h"

namespace vaughn::samples {
namespace {

const Style kTyped = {.family = "Liberation Mono", .size = 11, .line_spacing = 1.3};

using Points = std::vector<std::pair<double, double>>;

// A stroke of a broad marker from left to right, rising or falling, with a ragged outline. Returns its
// bounding box.
Box marker(Canvas& canvas, const Box& along, double rise, std::mt19937& random) {
  const auto ragged = [&] { return static_cast<double>(random() % 100) / 100 * 2.4 - 1.2; };
  constexpr int kSteps = 12;
  Points upper, lower;
  for (int i = 0; i <= kSteps; ++i) {
    const double t = static_cast<double>(i) / kSteps;
    const double x = along.x0 + t * along.width(), lift = -rise * (t - 0.5);
    upper.emplace_back(x + ragged(), along.y0 + lift + ragged());
    lower.emplace_back(x + ragged(), along.y1 + lift + ragged());
  }
  upper.insert(upper.end(), lower.rbegin(), lower.rend());
  canvas.polygon(upper, 1.5, 0);
  Box box = {along.x1, along.y1, along.x0, along.y0};
  for (const auto& [x, y] : upper) {
    box = {std::min(box.x0, x), std::min(box.y0, y), std::max(box.x1, x), std::max(box.y1, y)};
  }
  return grown(box, 0.75);
}

// "b7c" as a reviewer writes it; returns the box around it.
Box handwritten_b7c(Canvas& canvas, double x, double y) {
  canvas.stroke({{x, y - 14},
                 {x + 1, y - 1},
                 {x + 1, y - 5},
                 {x + 5, y - 7},
                 {x + 7, y - 3},
                 {x + 4, y},
                 {x + 1, y - 1}},
                1.2);
  canvas.stroke({{x + 11, y - 12}, {x + 19, y - 13}, {x + 14, y + 2}}, 1.2);
  canvas.stroke({{x + 28, y - 6}, {x + 25, y - 8}, {x + 22, y - 4}, {x + 24, y}, {x + 29, y - 1}}, 1.2);
  return {x - 1, y - 15, x + 30, y + 3};
}

void blot(Canvas& canvas, TruePage& page, const std::vector<Gap>& gaps, double label_x,
          std::mt19937& random) {
  double rise = 3;
  for (const Gap& gap : gaps) {
    const Box box = marker(canvas, grown(gap.box, -1), rise, random);
    const Box code = handwritten_b7c(canvas, label_x, gap.box.y1 - 1);
    page.redactions.push_back({box, "blob", gap.codes, "beside", code, "marker stroke, handwritten code"});
    rise = -rise;
  }
}

void draw_report(Canvas& canvas, TruePage& page) {
  std::mt19937 random(7);
  canvas.line(306, 74, "REPORT OF FIELD SEARCH", kTyped.bold().sized(15).aligned(Align::kCenter));
  canvas.line(306, 96, "Millrace Field Office, 12 October 2030", kTyped.aligned(Align::kCenter));
  double y = 124;
  const auto paragraph = [&](const std::string& markup) {
    const Placed placed = canvas.paragraph(72, y, 440, markup, kTyped);
    blot(canvas, page, placed.gaps, 522, random);
    y = placed.bottom + 14;
  };
  paragraph(
      "A photograph taken at the bus terminal was searched with the Northlight program. The candidate at "
      "the head of the list was [[b7C|24]].");
  paragraph(
      "The undersigned went to the address given by the program and spoke with a neighbor, [[b7C|20]], who "
      "said that the person in the photograph had never lived there.");
  paragraph(
      "The search was repeated with a second photograph. The program then named a different person. The "
      "matter was closed as a wrong identification.");
  paragraph(
      "The account was a trial account. The undersigned did not know that a purchase order was needed.");
  const Box past_edge = {-10, y + 6, 208, y + 26};
  Cover black = unlabelled_black();
  black.place = LabelPlace::kBeside;
  black.label = {.size = 11};
  cover(canvas, page, past_edge, canonical_codes("b7E"), black);
  page.redactions.back().note = "runs off the left edge of the page";
}

// An engine out of its depth. Deterministic: which letters go wrong depends on where they stand.
std::string misread_badly(const std::string& text) {
  std::string wrong;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (i % 3 == 1 || c == ' ') {
      wrong += c;
    } else if (c == 'e') {
      wrong += "'";
    } else if (c == 'a') {
      wrong += "n1";
    } else if (c == 't') {
      wrong += "1'";
    } else if (c == 'r') {
      wrong += "\"";
    } else if (c == 'o') {
      wrong += "(";
    } else if (c == 'n') {
      wrong += "11";
    } else {
      wrong += c;
    }
  }
  return wrong;
}

}  // namespace

void add_marked_report(Production& production) {
  const std::string bates = production.series.next();
  production.book.add_scan(
      {.look = {.dpi = {200, 200}, .skew_degrees = 0.9, .specks = 260, .threshold = 165, .seed = 57},
       .paper =
           [](Canvas& canvas, TruePage& page) {
             expect(page, "ocr-layer-poor", "part",
                    {"bus terminal", "trial account", "purchase order", "wrong identification"});
             draw_report(canvas, page);
           },
       .burnt = [&](Canvas& canvas, TruePage& page) { stamp(canvas, page, bates); },
       .misread = misread_badly});
  const int page = production.book.last_page();
  production.source.records.push_back({page, page, "report", "Report of field search"});
}

}  // namespace vaughn::samples
