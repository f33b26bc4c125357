// SPDX-License-Identifier: GPL-3.0-or-later
#include "redaction/cover_lines.h"

#include <algorithm>
#include <span>

#include "vaughn/image/components.h"
#include "vaughn/image/morphology.h"

namespace vaughn::redaction {
namespace {

using image::Bitmap;
using image::Component;
using image::Components;
using image::PixelBox;

constexpr int kNeighbourhood = 7, kContrast = 38;

// Letters and specks: whatever hangs together within the size of a letter and is no stroke by itself.
Bitmap without_letters(const Bitmap& dark, double u) {
  Bitmap kept = dark.copy();
  const Components marks = Components::of(dark, image::Part::kInk, image::Neighbours::kEight);
  const double thin = std::max(3.0, .2 * u);
  for (const Component& mark : marks.all()) {
    const int w = mark.box.width(), h = mark.box.height();
    if (std::max(w, h) >= 1.9 * u) continue;
    const bool stroke = (h <= thin && w >= .5 * u) || (w <= thin && h >= .6 * u);
    if (!stroke) image::erase_runs(kept, marks.runs(mark));
  }
  return kept;
}

// A line that is slightly oblique or rough steps from row to row: it is thickened first.
Bitmap lines_across(const Bitmap& dark, double u) {
  const Bitmap thick = image::closed(image::dilated(dark, 1, 2), 3, 1);
  return image::opened(thick, std::max(9, static_cast<int>(1.3 * u)), 1);
}

Bitmap lines_down(const Bitmap& dark, double u) {
  const Bitmap thick = image::closed(image::dilated(dark, 2, 1), 1, 3);
  return image::opened(thick, 1, std::max(8, static_cast<int>(.85 * u)));
}

// The best column, with its neighbours, must hold nearly the whole length.
bool is_straight_down(std::span<const image::Run> runs) {
  int left = runs.front().x0, right = runs.front().x1;
  for (const image::Run& run : runs) left = std::min(left, run.x0), right = std::max(right, run.x1);
  std::vector<int> covered(static_cast<std::size_t>(right - left) + 2, 0);
  for (const image::Run& run : runs) {
    for (int x = run.x0 - left; x < run.x1 - left + 2; ++x) ++covered[static_cast<std::size_t>(x)];
  }
  const int rows = runs.back().y - runs.front().y + 1;
  return *std::max_element(covered.begin(), covered.end()) >= .88 * rows;
}

// Wipes the stretches of a short line that do not run straight from one line of the other direction (reach)
// to another: the stem of a letter that stands on a box goes, the side of the box stays.
void wipe_loose_stretches(std::span<const image::Run> runs, const Bitmap& reach, Bitmap& kept) {
  const auto in_reach = [&](const image::Run& run) {
    return image::ink_count(reach, {run.x0, run.y, run.x1, run.y + 1}) > 0;
  };
  for (std::size_t begin = 0; begin < runs.size();) {
    if (in_reach(runs[begin])) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    while (end < runs.size() && !in_reach(runs[end])) ++end;
    const auto stretch = runs.subspan(begin, end - begin);
    const bool between = begin > 0 && end < runs.size();
    if (!between || !is_straight_down(stretch)) image::erase_runs(kept, stretch);
    begin = end;
  }
}

// Where lines may end: at others, and at the edge of the page.
Bitmap reach_of(const Bitmap& lines) {
  constexpr int kEdge = 2;
  Bitmap reach = image::dilated(lines, 5, 5);
  const int w = reach.width(), h = reach.height();
  for (const PixelBox& edge : {PixelBox{0, 0, w, kEdge}, PixelBox{0, h - kEdge, w, h},
                               PixelBox{0, 0, kEdge, h}, PixelBox{w - kEdge, 0, w, h}})
    reach.fill(edge, 0);
  return reach;
}

Bitmap without_loose_ends_down(const Bitmap& down, const Bitmap& across, double u) {
  const Bitmap reach = reach_of(across);
  Bitmap kept = down.copy();
  const Components lines = Components::of(down, image::Part::kInk, image::Neighbours::kEight);
  for (const Component& line : lines.all()) {
    if (line.box.height() < 3.5 * u) wipe_loose_stretches(lines.runs(line), reach, kept);
  }
  return kept;
}

Bitmap without_loose_ends_across(const Bitmap& across, const Bitmap& down, double u) {
  const Bitmap reach = reach_of(down);
  Bitmap kept = across.copy();
  const Components lines = Components::of(across, image::Part::kInk, image::Neighbours::kEight);
  for (const Component& line : lines.all()) {
    if (line.box.width() >= 4 * u) continue;
    const PixelBox& b = line.box;
    const bool both_ends = image::ink_count(reach, {b.x0 - 1, b.y0, b.x0 + 2, b.y1}) > 0 &&
                           image::ink_count(reach, {b.x1 - 2, b.y0, b.x1 + 1, b.y1}) > 0;
    if (!both_ends) image::erase_runs(kept, lines.runs(line));
  }
  return kept;
}

std::vector<PixelBox> boxes_of(const Bitmap& mask) {
  const Components components = Components::of(mask, image::Part::kInk, image::Neighbours::kEight);
  std::vector<PixelBox> boxes;
  for (const Component& component : components.all()) boxes.push_back(component.box);
  return boxes;
}

}  // namespace

Lines find_lines(const Sheet& sheet) {
  Lines lines;
  lines.dark = without_letters(sheet.levels.thin_dark(kNeighbourhood, kContrast), sheet.u);
  const Bitmap across = lines_across(lines.dark, sheet.u);
  const Bitmap down = lines_down(lines.dark, sheet.u);
  lines.pieces_across = boxes_of(across);
  lines.pieces_down = boxes_of(down);
  lines.down = without_loose_ends_down(down, across, sheet.u);
  lines.across = without_loose_ends_across(across, lines.down, sheet.u);
  return lines;
}

}  // namespace vaughn::redaction
