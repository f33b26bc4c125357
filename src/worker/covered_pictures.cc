// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/covered_pictures.h"

#include <algorithm>

#include "worker/marks.h"

namespace vaughn::worker {
namespace {

using pdf::Painter;
using pdf::Painting;

constexpr double kWhole = 0.85;   // of the cover's area
constexpr double kPicture = 0.1;  // of the page's area: a scan or a part of one, no logo
constexpr int kFewestMarks = 2;   // that could be letters
constexpr Points kEdge = 2;       // letters cut by the cover stand out there, and say nothing
constexpr double kLeastInk = 0.015, kMostInk = 0.5;  // more is a cover that was burnt in as well

const Painting* picture_below(const PageFacts& page, const Box& cover, int order) {
  const double page_area = page.plan.size.width * page.plan.size.height;
  for (const Painting& painting : page.plan.content.paintings) {
    if (painting.order > order) break;
    if (painting.painter == Painter::kPicture && covered_share(cover, painting.box) >= kWhole &&
        painting.box.area() >= kPicture * page_area)
      return &painting;
  }
  return nullptr;
}

// What covers it, when that was drawn over a picture.
const Painting* drawn_over_picture(const PageFacts& page, const redaction::Cover& cover) {
  const auto& paintings = page.plan.content.paintings;
  const Box inner = grown(cover.box, -std::min(1.0, cover.box.height() / 8));
  const auto top = std::find_if(paintings.rbegin(), paintings.rend(), [&](const Painting& painting) {
    return painting.opaque && covered_share(inner, painting.box) >= kWhole;
  });
  if (top == paintings.rend() || top->painter == Painter::kPicture || top->painter == Painter::kField)
    return nullptr;
  return picture_below(page, inner, top->order) != nullptr ? &*top : nullptr;
}

bool already_found(const PageFacts& page, const Box& cover) {
  return std::any_of(page.hidden.begin(), page.hidden.end(), [&](const HiddenText& hidden) {
    return hidden.finding.box && !intersection(*hidden.finding.box, cover).empty();
  });
}

}  // namespace

std::vector<HiddenText> find_covered_pictures(const PageFacts& page) {
  std::vector<HiddenText> found;
  std::vector<std::pair<const redaction::Cover*, const Painting*>> suspects;
  for (const redaction::Cover& cover : page.covers)
    if (const Painting* over = drawn_over_picture(page, cover);
        over != nullptr && !already_found(page, cover.box))
      suspects.emplace_back(&cover, over);
  if (suspects.empty()) return found;
  const auto pictures = page.document.render_parts(page.page, page.look.dpi, pdf::Parts::kPictures);
  if (!pictures.ok()) return found;
  const std::vector<Box> marks = find_marks(*pictures, page.look.scale(), {}).letters;
  for (const auto& [cover, over] : suspects) {
    const Box inner = grown(cover->box, -std::min(kEdge, cover->box.height() / 6));
    const auto under = std::count_if(marks.begin(), marks.end(),
                                     [&](const Box& mark) { return covered_share(mark, inner) > 0.9; });
    const double ink = pictures->ink_share(page.look.scale().to_pixels(inner));
    if (under < kFewestMarks || ink < kLeastInk || ink > kMostInk) continue;
    const char* type = over->painter == Painter::kShape || over->painter == Painter::kHatching
                           ? "PICTURE_UNDER_RECTANGLE"
                           : "PICTURE_UNDER_ANNOTATION";
    found.push_back({{type, FindingClass::kLeak, cover->box, 0, {}}, {}, cover->box, false});
  }
  return found;
}

}  // namespace vaughn::worker
