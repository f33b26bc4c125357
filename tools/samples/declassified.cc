// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of an older file released under a declassification review: hairline grey boxes with codes well away
// from them, one over the upper edge, and one that takes most of a page because it was held not to be asked
// for.
#include <vector>

#include "samples/covers.h"
#include "samples/markup.h"
#include "samples/production.h"

namespace vaughn::samples {
namespace {

const Style kTyped = {.family = "Liberation Mono", .size = 11, .line_spacing = 1.25};
constexpr double kSkew = 0.2;

void release_line(Canvas& canvas, double baseline) {
  canvas.line(300, baseline, "Approved for Release: 2031/02/11 C08810417",
              Style{.size = 10, .align = Align::kCenter});
}

void struck_marking(Canvas& canvas, double baseline) {
  const Box word = canvas.line(306, baseline, "SECRET", kTyped.bold().sized(15).aligned(Align::kCenter));
  canvas.rule(word.x0 - 8, word.center_y() + 1, word.x1 + 8, word.center_y() - 2, 1.4);
}

// Returns where the withheld passages stood.
std::vector<Gap> draw_bulletin(Canvas& canvas) {
  struck_marking(canvas, 64);
  canvas.line(306, 104, "REGIONAL INFORMATION BULLETIN", kTyped.bold().sized(14).aligned(Align::kCenter));
  canvas.line(306, 124, "14 March 1999", kTyped.aligned(Align::kCenter));
  std::vector<Gap> gaps;
  double y = 148;
  const auto paragraph = [&](const std::string& markup) {
    const Placed placed = canvas.paragraph(86, y, 420, markup, kTyped);
    gaps.insert(gaps.end(), placed.gaps.begin(), placed.gaps.end());
    y = placed.bottom + 14;
  };
  paragraph(
      "1. Comparison of photographs. The frontier posts at Millrace and Ellery have been comparing the "
      "photographs of travellers by hand since January. An operator needs four minutes for one comparison.");
  paragraph(
      "2. A machine that compares faces was shown to the staff by [[3.5(c)|24]] in February. It found "
      "eleven of twenty known persons. [[3.5(c)|30]] has asked for a second trial.");
  paragraph("3. The harbor police will lend a camera. It is to be put up at [[3.5(c)|28]] without a sign.");
  paragraph("4. No decision has been taken on the keeping of photographs of persons who are of no interest.");
  struck_marking(canvas, 742);
  return gaps;
}

Cover distant(double label_x, const Box& box) {
  Cover pale = pale_box();
  pale.label_distance = label_x - box.x1;
  return pale;
}

void cover_bulletin(Canvas& canvas, TruePage& page, const std::vector<Gap>& gaps) {
  for (const Gap& gap : gaps) {
    const Box box = grown(skewed(gap.box, kSkew, page.width, page.height), 1);
    cover(canvas, page, box, gap.codes, distant(530, box));
  }
  const Box at_edge = {446, -8, 536, 30};
  cover(canvas, page, at_edge, canonical_codes("3.5(c)"), distant(550, at_edge));
  page.redactions.back().note = "runs off the upper edge of the page";
  release_line(canvas, 14);
  release_line(canvas, 784);
}

void draw_remainder(Canvas& canvas) {
  struck_marking(canvas, 64);
  canvas.paragraph(
      86, 100, 420,
      "5. The minutes of the meeting on facial comparison of 9 March are attached. Item 6 deals with "
      "another subject.",
      kTyped);
  struck_marking(canvas, 742);
}

void cover_remainder(Canvas& canvas, TruePage& page) {
  const Box rest = {70, 176, 540, 716};
  Cover pale = pale_box();
  pale.place = LabelPlace::kInsideCentre;
  pale.label.size = 16;
  cover(canvas, page, rest, canonical_codes("NR"), pale);
  release_line(canvas, 14);
  release_line(canvas, 784);
}

std::string misread(const std::string& text) {
  std::string copy = text;
  const std::size_t at = copy.find("travellers");
  if (at != std::string::npos) copy.replace(at, 10, "trave1lers");
  return copy;
}

}  // namespace

void add_declassified(Production& production) {
  std::vector<Gap> gaps;
  production.book.add_scan(
      {.size = {635.3, 810.5},
       .look = {.skew_degrees = kSkew, .specks = 260, .seed = 99},
       .paper =
           [&](Canvas& canvas, TruePage& page) {
             expect(page, "ocr-layer", "part", {"photographs", "frontier posts", "harbor police"});
             gaps = draw_bulletin(canvas);
           },
       .overlay =
           [&](Canvas& canvas, TruePage& page) {
             cover_bulletin(canvas, page, gaps);
             stamp(canvas, page, production.series.next());
           },
       .misread = misread});
}

void add_non_responsive(Production& production) {
  production.book.add_scan(
      {.size = {635.3, 810.5},
       .look = {.skew_degrees = kSkew, .specks = 200, .seed = 100},
       .paper =
           [&](Canvas& canvas, TruePage& page) {
             expect(page, "ocr-layer", "part", {"minutes of the meeting", "facial comparison"});
             draw_remainder(canvas);
           },
       .overlay =
           [&](Canvas& canvas, TruePage& page) {
             cover_remainder(canvas, page);
             stamp(canvas, page, production.series.next());
           },
       .misread = misread});
  const int page = production.book.last_page();
  production.source.records.push_back(
      {page - 1, page, "bulletin", "Regional Information Bulletin, 14 March 1999"});
}

}  // namespace vaughn::samples
