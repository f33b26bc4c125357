// SPDX-License-Identifier: GPL-3.0-or-later
#include "redaction/cover_hollow_check.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "vaughn/image/morphology.h"

namespace vaughn::redaction {
namespace {

using image::Component;
using image::PixelBox;

struct Size {
  double w = 0, h = 0;
};

bool shape_is_possible(const Piece& piece, const Size& size) {
  if (piece.fill < .92 || size.w < 2.6 || size.h < 1.0 || size.h > 6 * size.w) return false;
  const double shape = size.w / size.h;
  const bool check_box = shape > .5 && shape < 1.7 && std::max(size.w, size.h) < 2.6;
  return !check_box;
}

double dark_share(const Sheet& sheet, const PixelBox& box) {
  const PixelBox part = intersection(box, sheet.levels.bounds());
  if (part.empty()) return 0;
  const auto histogram = sheet.levels.histogram(part);
  long long dark = 0;
  for (int level = 0; level < sheet.level_at(.62); ++level)
    dark += histogram[static_cast<std::size_t>(level)];
  return static_cast<double>(dark) / static_cast<double>(part.area());
}

// The inside of a fat letter or of a logo is bounded by strokes, not by lines: still dark where no line would
// be.
bool has_thick_border(const Sheet& sheet, const PixelBox& b) {
  const int near = std::max(6, static_cast<int>(.45 * sheet.u));
  const int far = near + 3;
  const std::array<PixelBox, 4> strips{
      PixelBox{b.x0, b.y0 - far, b.x1, b.y0 - near}, PixelBox{b.x0, b.y1 + near, b.x1, b.y1 + far},
      PixelBox{b.x0 - far, b.y0, b.x0 - near, b.y1}, PixelBox{b.x1 + near, b.y0, b.x1 + far, b.y1}};
  return std::count_if(strips.begin(), strips.end(),
                       [&](const PixelBox& s) { return dark_share(sheet, s) > .6; }) > 1;
}

// How many of the eight prolongations of the sides beyond the corners exist: a table's lines go on, a box's
// do not.
int count_arms(const Lines& lines, const PixelBox& b, double u) {
  constexpr int kOff = 4, kNear = 2;
  const int length = std::max(4, static_cast<int>(.7 * u));
  const auto across = [&](int x0, int x1, int y) {
    return image::inked_columns(lines.across, {x0, y - kNear, x1, y + kNear + 1}) >= .8 ? 1 : 0;
  };
  const auto down = [&](int y0, int y1, int x) {
    return image::inked_rows(lines.down, {x - kNear, y0, x + kNear + 1, y1}) >= .8 ? 1 : 0;
  };
  int arms = 0;
  for (const int y : {b.y0, b.y1 - 1}) {
    arms += across(b.x0 - kOff - length, b.x0 - kOff, y) + across(b.x1 + kOff, b.x1 + kOff + length, y);
  }
  for (const int x : {b.x0, b.x1 - 1}) {
    arms += down(b.y0 - kOff - length, b.y0 - kOff, x) + down(b.y1 + kOff, b.y1 + kOff + length, x);
  }
  return arms;
}

bool is_table_cell(const Sheet& sheet, const Lines& lines, const PixelBox& box, const Size& size) {
  const int arms = count_arms(lines, box, sheet.u);
  return arms >= 4 || (arms >= 2 && box.width() > sheet.width() / 2) || (arms >= 3 && size.w < 4.5);
}

// A cover holds a code in one line or nothing; a text box holds text.
bool holds_text(const Sheet& sheet, const PixelBox& box, const Size& size) {
  const PixelBox inner = grown(box, -3);
  int count = 0;
  PixelBox block{inner.x1, inner.y1, inner.x0, inner.y0};
  for (const Component& mark : sheet.marks) {
    const PixelBox& m = mark.box;
    if (m.height() < .4 * sheet.u || intersection(m, inner) != m) continue;
    if (m.height() > 2.6 * sheet.u) return true;
    ++count;
    block = {std::min(block.x0, m.x0), std::min(block.y0, m.y0), std::max(block.x1, m.x1),
             std::max(block.y1, m.y1)};
  }
  if (count == 0) return false;
  if (count > 18 || block.height() > 2.2 * sheet.u) return true;
  const double off_centre = std::abs((block.x0 + block.x1) - (box.x0 + box.x1)) / 2.0;
  if (size.w < 12 && off_centre > .3 * box.width()) return true;
  return size.w > 40 * size.h && count > 2;
}

}  // namespace

bool has_whole_border(const Lines& lines, const PixelBox& b) {
  constexpr int kNear = 3;
  const double top = image::inked_columns(lines.across, {b.x0, b.y0 - kNear, b.x1, b.y0 + kNear + 1});
  const double bottom = image::inked_columns(lines.across, {b.x0, b.y1 - kNear - 1, b.x1, b.y1 + kNear});
  const double left = image::inked_rows(lines.down, {b.x0 - kNear, b.y0, b.x0 + kNear + 1, b.y1});
  const double right = image::inked_rows(lines.down, {b.x1 - kNear - 1, b.y0, b.x1 + kNear, b.y1});
  const double all =
      ((top + bottom) * b.width() + (left + right) * b.height()) / (2.0 * (b.width() + b.height()));
  return all >= .94 && std::min({top, bottom, left, right}) >= .5;
}

std::optional<Candidate> check_hollow(const Sheet& sheet, const Lines& lines, const Piece& piece) {
  const PixelBox& box = piece.box;
  const Size size{box.width() / sheet.u, box.height() / sheet.u};
  if (!shape_is_possible(piece, size)) return std::nullopt;
  const auto histogram = sheet.levels.histogram(grown(box, -4));
  const int median = image::quantile(histogram, .5);
  if (median < .80 * sheet.paper) return std::nullopt;
  long long ink = 0, all = 0;
  for (int level = 0; level < 256; ++level) {
    all += histogram[static_cast<std::size_t>(level)];
    if (level < .72 * median) ink += histogram[static_cast<std::size_t>(level)];
  }
  const double ink_share = static_cast<double>(ink) / static_cast<double>(std::max(1LL, all));
  if (ink_share > .24 || has_thick_border(sheet, box)) return std::nullopt;
  if (is_table_cell(sheet, lines, box, size) || holds_text(sheet, box, size)) return std::nullopt;
  Candidate found;
  found.box = box;
  found.hollow = true;
  found.level = median;
  found.fill = piece.fill;
  found.outliers = ink_share;
  found.contrast = 1;
  found.score = .97 * piece.fill;
  return found;
}

}  // namespace vaughn::redaction
