// SPDX-License-Identifier: GPL-3.0-or-later
#include "redaction/cover_scribble.h"

#include <algorithm>
#include <optional>

namespace vaughn::redaction {
namespace {

using image::Component;
using image::Components;
using image::PixelBox;

// Longer than a word of touching letters, a little higher than a line.
bool size_is_possible(const Sheet& sheet, const Component& mark) {
  const double w = mark.box.width() / sheet.u, h = mark.box.height() / sheet.u;
  return w >= 6 && h >= 1.7 && h <= 3.6 && w >= 3 * h;
}

// Denser than handwriting and underlined words, full of gaps where a bar or a logo is solid.
bool is_half_ink(const Component& mark) {
  const double fill = static_cast<double>(mark.area) / static_cast<double>(mark.box.area());
  return fill >= .38 && fill <= .64;
}

// The pen was everywhere: there is much ink in nearly every column.
bool leaves_no_column(const Components& ink, const PixelBox& box) {
  std::vector<int> columns(static_cast<std::size_t>(box.width()), 0);
  for (const Component& component : ink.all()) {
    for (const image::Run& run : ink.runs(component))
      for (int x = run.x0; x < run.x1; ++x) ++columns[static_cast<std::size_t>(x)];
  }
  const auto full =
      std::count_if(columns.begin(), columns.end(), [&](int n) { return n >= .3 * box.height(); });
  return static_cast<double>(full) >= .75 * box.width();
}

// Strokes that cross leave gaps between them all along.
bool has_gaps_all_along(const image::Bitmap& ink, double u) {
  constexpr int kSpeck = 4;
  const Components gaps = Components::of(ink, image::Part::kPaper, image::Neighbours::kFour);
  int count = 0;
  for (const Component& gap : gaps.all()) {
    const PixelBox& b = gap.box;
    const bool enclosed = b.x0 > 0 && b.y0 > 0 && b.x1 < ink.width() && b.y1 < ink.height();
    count += enclosed && static_cast<double>(gap.area) < u * u && gap.area >= kSpeck ? 1 : 0;
  }
  return count >= .7 * ink.width() / u;
}

// A scribble stands among the lines; a patch of grey or a smear goes on beyond its own box.
bool ends_all_around(const Sheet& sheet, const PixelBox& b) {
  constexpr double kMostInk = .3;
  const int dark = sheet.level_at(.62);
  for (const PixelBox& strip :
       {PixelBox{b.x0, b.y0 - 4, b.x1, b.y0 - 1}, PixelBox{b.x0, b.y1 + 1, b.x1, b.y1 + 4},
        PixelBox{b.x0 - 4, b.y0, b.x0 - 1, b.y1}, PixelBox{b.x1 + 1, b.y0, b.x1 + 4, b.y1}}) {
    const PixelBox part = intersection(strip, sheet.levels.bounds());
    if (part.empty()) continue;
    const auto histogram = sheet.levels.histogram(part);
    long long ink = 0;
    for (int level = 0; level < dark; ++level) ink += histogram[static_cast<std::size_t>(level)];
    if (static_cast<double>(ink) > kMostInk * static_cast<double>(part.area())) return false;
  }
  return true;
}

// The ink of a component alone.
image::Bitmap picture_of(const Sheet& sheet, const PixelBox& box) {
  std::vector<std::uint8_t> levels;
  for (int y = box.y0; y < box.y1; ++y)
    levels.insert(levels.end(), sheet.levels.row(y) + box.x0, sheet.levels.row(y) + box.x1);
  return image::GrayPlane(box.width(), box.height(), std::move(levels)).between(0, sheet.level_at(.62));
}

}  // namespace

std::vector<Candidate> find_scribbles(const Sheet& sheet) {
  std::vector<Candidate> found;
  for (const Component& mark : sheet.marks) {
    if (!size_is_possible(sheet, mark) || !is_half_ink(mark) || !ends_all_around(sheet, mark.box)) continue;
    const image::Bitmap picture = picture_of(sheet, mark.box);
    const Components ink = Components::of(picture, image::Part::kInk, image::Neighbours::kEight);
    if (!leaves_no_column(ink, mark.box) || !has_gaps_all_along(picture, sheet.u)) continue;
    Candidate scribble;
    scribble.box = mark.box;
    scribble.stroke = true;
    scribble.fill = static_cast<double>(mark.area) / static_cast<double>(mark.box.area());
    scribble.contrast = 1;
    scribble.score = .55;
    found.push_back(std::move(scribble));
  }
  return found;
}

}  // namespace vaughn::redaction
