// SPDX-License-Identifier: GPL-3.0-or-later
#include "redaction/cover_stroke.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace vaughn::redaction {
namespace {

using image::PixelBox;
using image::Run;

// A shape column by column.
struct Column {
  int top = std::numeric_limits<int>::max(), bottom = 0;
  int ink = 0;

  int height() const { return std::max(0, bottom - top); }
};

struct Shape {
  PixelBox box;
  std::vector<Column> columns;
  long long ink = 0;
};

Shape shape_of(std::span<const Run> runs, int dx, int dy) {
  Shape shape;
  shape.box = {std::numeric_limits<int>::max(), runs.front().y + dy, 0, runs.back().y + dy + 1};
  for (const Run& run : runs) {
    shape.box.x0 = std::min(shape.box.x0, run.x0 + dx);
    shape.box.x1 = std::max(shape.box.x1, run.x1 + dx);
  }
  shape.columns.resize(static_cast<std::size_t>(shape.box.width()));
  for (const Run& run : runs) {
    shape.ink += run.x1 - run.x0;
    for (int x = run.x0 + dx; x < run.x1 + dx; ++x) {
      Column& column = shape.columns[static_cast<std::size_t>(x - shape.box.x0)];
      column.top = std::min(column.top, run.y + dy);
      column.bottom = std::max(column.bottom, run.y + dy + 1);
      ++column.ink;
    }
  }
  return shape;
}

bool size_is_possible(const Sheet& sheet, const Shape& shape) {
  const double w = shape.box.width() / sheet.u, h = shape.box.height() / sheet.u;
  const double thickness = static_cast<double>(shape.ink) / shape.box.width() / sheet.u;
  return w >= 5 && w >= 3 * h && h <= 4 && thickness >= .9 && thickness <= 3;
}

// A pen keeps its width, and its middle wanders slowly.
bool is_drawn_with_one_pen(const Sheet& sheet, const Shape& shape) {
  const double mean = static_cast<double>(shape.ink) / shape.box.width();
  int even = 0, jumps = 0;
  for (std::size_t i = 0; i < shape.columns.size(); ++i) {
    const Column& column = shape.columns[i];
    const double height = column.height();
    even += column.ink >= .97 * height && height > .55 * mean && height < 1.45 * mean ? 1 : 0;
    if (i == 0) continue;
    const Column& last = shape.columns[i - 1];
    const int jump = std::abs(column.top + column.bottom - last.top - last.bottom);
    jumps += jump > .5 * sheet.u ? 1 : 0;
  }
  const auto width = static_cast<double>(shape.columns.size());
  return even >= .93 * width && jumps <= 2 + width / (10 * sheet.u);
}

struct Surface {
  double dark = 0;   // share of the shape, its edges left out
  double paper = 0;  // share of the columns that have paper above and below
};

Surface look_at(const Sheet& sheet, const Shape& shape) {
  constexpr int kOff = 4;
  const int edge = std::max(2, static_cast<int>(.15 * sheet.u));
  const int darkest = sheet.level_at(.3), bright = sheet.level_at(.8);
  long long inside = 0, dark = 0;
  int sides = 0, paper = 0;
  const auto look_beside = [&](int x, int y) {
    if (y < 0 || y >= sheet.height()) return;
    ++sides;
    paper += sheet.levels.at(x, y) >= bright ? 1 : 0;
  };
  for (int x = shape.box.x0; x < shape.box.x1; ++x) {
    const Column& column = shape.columns[static_cast<std::size_t>(x - shape.box.x0)];
    for (int y = column.top + edge; y < column.bottom - edge; ++y) {
      ++inside;
      dark += sheet.levels.at(x, y) <= darkest ? 1 : 0;
    }
    look_beside(x, column.top - kOff);
    look_beside(x, column.bottom - 1 + kOff);
  }
  return {static_cast<double>(dark) / static_cast<double>(std::max(1LL, inside)),
          static_cast<double>(paper) / std::max(1, sides)};
}

}  // namespace

std::optional<Candidate> check_stroke(const Sheet& sheet, std::span<const Run> runs, int x, int y) {
  const Shape shape = shape_of(runs, x, y);
  if (!size_is_possible(sheet, shape) || !is_drawn_with_one_pen(sheet, shape)) return std::nullopt;
  const Surface surface = look_at(sheet, shape);
  if (surface.dark < .98 || surface.paper < .8) return std::nullopt;
  Candidate found;
  found.box = shape.box;
  found.stroke = true;
  found.level = image::quantile(sheet.levels.histogram(shape.box), .4);
  found.fill = static_cast<double>(shape.ink) / static_cast<double>(shape.box.area());
  found.contrast = surface.paper;
  found.score = .7 * surface.paper;
  return found;
}

}  // namespace vaughn::redaction
