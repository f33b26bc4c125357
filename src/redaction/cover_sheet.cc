// SPDX-License-Identifier: GPL-3.0-or-later
#include "redaction/cover_sheet.h"

#include <algorithm>
#include <cmath>

#include "vaughn/image/skew.h"

namespace vaughn::redaction {
namespace {

// About 200 dpi of A4 and Letter; thresholds in pixels below (line widths, ring distances) are meant for it.
constexpr double kLongSide = 2200;
constexpr int kDarkestPaper = 170;
constexpr double kInkShareOfPaper = .62;
constexpr std::size_t kEnoughMarks = 40;

// The commonest level of the brighter half, a peak being five levels wide.
int paper_level(const image::GrayPlane::Histogram& histogram) {
  int best = 255;
  long long best_count = -1;
  for (int level = 128; level < 256; ++level) {
    long long count = 0;
    for (int near = std::max(0, level - 2); near <= std::min(255, level + 2); ++near) {
      count += histogram[static_cast<std::size_t>(near)];
    }
    // Ties go to the brighter: a bilevel page's peak is at 255, not at its left flank.
    if (count >= best_count) best_count = count, best = level;
  }
  return std::max(best, kDarkestPaper);
}

bool looks_like_a_letter(const image::Component& mark, int page_height) {
  const double w = mark.box.width(), h = mark.box.height();
  const double fill = static_cast<double>(mark.area) / (w * h);
  return h >= std::max(5.0, page_height / 320.0) && h <= page_height / 45.0 && w >= 2 && w <= 2.5 * h + 4 &&
         fill >= .12 && fill <= .9;
}

double text_size(const std::vector<image::Component>& marks, int page_height) {
  std::vector<int> heights;
  for (const image::Component& mark : marks) {
    if (looks_like_a_letter(mark, page_height)) heights.push_back(mark.box.height());
  }
  if (heights.size() < kEnoughMarks) return page_height / 105.0;
  const auto at = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() * 6 / 10);
  std::nth_element(heights.begin(), at, heights.end());
  return std::clamp<double>(*at, page_height / 200.0, page_height / 70.0);
}

// Less than this a box's edges bear.
double skew_worth_undoing(const image::Bitmap& ink) {
  constexpr double kLeast = .15, kSure = 3;
  const image::Skew skew = image::find_skew(ink);
  return skew.confidence >= kSure && std::abs(skew.degrees) >= kLeast ? skew.degrees : 0;
}

}  // namespace

double text_size_near(const Sheet& sheet, const image::PixelBox& box) {
  constexpr std::size_t kEnough = 5;
  const auto reach_x = static_cast<int>(8 * sheet.u), reach_y = static_cast<int>(1.5 * sheet.u);
  const image::PixelBox about{box.x0 - reach_x, box.y0 - reach_y, box.x1 + reach_x, box.y1 + reach_y};
  std::vector<int> heights;
  for (const image::Component& mark : sheet.marks) {
    if (intersection(mark.box, about) != mark.box) continue;
    if (looks_like_a_letter(mark, std::max(sheet.width(), sheet.height())))
      heights.push_back(mark.box.height());
  }
  if (heights.size() < kEnough) return sheet.u;
  const auto at = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() * 6 / 10);
  std::nth_element(heights.begin(), at, heights.end());
  return std::clamp<double>(*at, .5 * sheet.u, 1.5 * sheet.u);
}

image::PixelBox Sheet::on_page(const image::PixelBox& box) const {
  const image::PixelBox turned_back =
      skew == 0 ? box : image::before_straightening(box, levels.bounds(), skew);
  return intersection(turned_back, levels.bounds());
}

Sheet make_sheet(const image::Bitmap& page) {
  Sheet sheet;
  sheet.factor = std::min(1.0, kLongSide / std::max(page.width(), page.height()));
  // A little too large costs less than scaling does.
  if (sheet.factor > .95) sheet.factor = 1;
  sheet.levels = image::GrayPlane::darkest_of(page, sheet.factor);
  sheet.histogram = sheet.levels.histogram(sheet.levels.bounds());
  sheet.paper = paper_level(sheet.histogram);
  image::Bitmap ink = sheet.levels.between(0, sheet.level_at(kInkShareOfPaper));
  sheet.skew = skew_worth_undoing(ink);
  if (sheet.skew != 0) {
    sheet.levels = image::straightened(sheet.levels, sheet.skew);
    ink = sheet.levels.between(0, sheet.level_at(kInkShareOfPaper));
  }
  const auto components = image::Components::of(ink, image::Part::kInk, image::Neighbours::kEight);
  sheet.u = text_size(components.all(), std::max(sheet.width(), sheet.height()));
  std::copy_if(components.all().begin(), components.all().end(), std::back_inserter(sheet.marks),
               [&](const image::Component& mark) { return mark.box.height() >= .3 * sheet.u; });
  return sheet;
}

}  // namespace vaughn::redaction
