// SPDX-License-Identifier: GPL-3.0-or-later
#include "redaction/cover_polygon.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace vaughn::redaction {
namespace {

using image::Component;
using image::Components;
using image::PixelBox;

struct Point {
  double x = 0, y = 0;
};

double cross(const Point& o, const Point& a, const Point& b) {
  return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

double distance(const Point& a, const Point& b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

// Andrew's monotone chain over the ends of the runs, which come sorted by y.
std::vector<Point> convex_hull(std::span<const image::Run> runs) {
  std::vector<Point> points;
  for (const image::Run& run : runs) {
    points.push_back({static_cast<double>(run.x0), static_cast<double>(run.y)});
    points.push_back({static_cast<double>(run.x1 - 1), static_cast<double>(run.y)});
  }
  std::vector<Point> hull;
  const auto add = [&](const Point& p, std::size_t floor) {
    while (hull.size() >= floor + 2 && cross(hull[hull.size() - 2], hull.back(), p) <= 0) hull.pop_back();
    hull.push_back(p);
  };
  for (const Point& p : points) add(p, 0);
  const std::size_t lower = hull.size() - 1;
  for (auto p = points.rbegin(); p != points.rend(); ++p) add(*p, lower);
  hull.pop_back();
  return hull;
}

// Leaves out corners that lie within two pixels of the line between their neighbours: a drawn line is
// a few pixels thick and seldom quite straight.
std::vector<Point> simplified(std::vector<Point> hull) {
  constexpr double kOff = 2;
  for (bool changed = true; changed && hull.size() > 3;) {
    changed = false;
    for (std::size_t i = 0; i < hull.size() && hull.size() > 3; ++i) {
      const Point& before = hull[(i + hull.size() - 1) % hull.size()];
      const Point& after = hull[(i + 1) % hull.size()];
      const double length = std::max(1.0, distance(before, after));
      if (std::abs(cross(before, hull[i], after)) / length > kOff) continue;
      hull.erase(hull.begin() + static_cast<std::ptrdiff_t>(i));
      changed = true;
    }
  }
  return hull;
}

double perimeter(const std::vector<Point>& polygon) {
  double sum = 0;
  for (std::size_t i = 0; i < polygon.size(); ++i)
    sum += distance(polygon[i], polygon[(i + 1) % polygon.size()]);
  return sum;
}

// Few and long edges, two of them slanting at least: rectangles are found elsewhere, rings have many edges.
bool is_polygon(const std::vector<Point>& polygon) {
  constexpr double kSlant = .14;  // sine of eight degrees
  const double whole = perimeter(polygon);
  double long_edges = 0;
  int slanting = 0;
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const Point &a = polygon[i], &b = polygon[(i + 1) % polygon.size()];
    const double length = distance(a, b);
    if (length < .07 * whole) continue;
    long_edges += length;
    const double slant = std::min(std::abs(a.x - b.x), std::abs(a.y - b.y)) / length;
    slanting += slant > kSlant && length > .12 * whole ? 1 : 0;
  }
  return polygon.size() >= 3 && long_edges >= .85 * whole && slanting >= 2;
}

bool ink_near(const Sheet& sheet, const Point& p) {
  constexpr int kNear = 3;
  const int x0 = static_cast<int>(std::lround(p.x)), y0 = static_cast<int>(std::lround(p.y));
  const int dark = sheet.level_at(.7);
  for (int y = std::max(0, y0 - kNear); y <= std::min(sheet.height() - 1, y0 + kNear); ++y)
    for (int x = std::max(0, x0 - kNear); x <= std::min(sheet.width() - 1, x0 + kNear); ++x)
      if (sheet.levels.at(x, y) < dark) return true;
  return false;
}

double drawn_share(const Sheet& sheet, const std::vector<Point>& polygon) {
  int all = 0, drawn = 0;
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const Point &a = polygon[i], &b = polygon[(i + 1) % polygon.size()];
    const int steps = std::max(1, static_cast<int>(distance(a, b)));
    for (int k = 0; k < steps; ++k, ++all)
      drawn += ink_near(sheet, {a.x + (b.x - a.x) * k / steps, a.y + (b.y - a.y) * k / steps}) ? 1 : 0;
  }
  return static_cast<double>(drawn) / std::max(1, all);
}

// Farther than margin from every edge, on the inner side; the hull runs clockwise as displayed.
bool is_inside(const std::vector<Point>& polygon, const Point& p, double margin) {
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const Point &a = polygon[i], &b = polygon[(i + 1) % polygon.size()];
    if (cross(a, b, p) / std::max(1.0, distance(a, b)) < margin) return false;
  }
  return true;
}

bool is_empty(const Sheet& sheet, const PixelBox& box, const std::vector<Point>& polygon) {
  constexpr double kMargin = 7, kMostInk = .004;
  const int dark = sheet.level_at(.8);
  long long all = 0, ink = 0;
  for (int y = box.y0; y < box.y1; y += 2) {
    for (int x = box.x0; x < box.x1; x += 2) {
      if (!is_inside(polygon, {static_cast<double>(x), static_cast<double>(y)}, kMargin)) continue;
      ++all;
      ink += sheet.levels.at(x, y) < dark ? 1 : 0;
    }
  }
  return static_cast<double>(all) * 4 >= .35 * static_cast<double>(box.area()) &&
         static_cast<double>(ink) <= kMostInk * static_cast<double>(all);
}

bool size_is_possible(const Sheet& sheet, const Component& line) {
  const double w = line.box.width() / sheet.u, h = line.box.height() / sheet.u;
  const bool thin = static_cast<double>(line.area) <= .15 * static_cast<double>(line.box.area());
  return thin && w >= 4 && h >= 2.5 && w <= 60 && h <= 20;
}

}  // namespace

std::vector<Candidate> find_polygons(const Sheet& sheet, const Lines& lines) {
  constexpr double kDrawn = .8;
  std::vector<Candidate> found;
  const Components strokes = Components::of(lines.dark, image::Part::kInk, image::Neighbours::kEight);
  for (const Component& stroke : strokes.all()) {
    if (!size_is_possible(sheet, stroke)) continue;
    const std::vector<Point> polygon = simplified(convex_hull(strokes.runs(stroke)));
    if (!is_polygon(polygon) || drawn_share(sheet, polygon) < kDrawn) continue;
    if (!is_empty(sheet, stroke.box, polygon)) continue;
    Candidate region;
    region.box = stroke.box;
    region.hollow = region.region = true;
    region.level = sheet.paper;
    region.fill = region.contrast = 1;
    region.score = .65;
    found.push_back(std::move(region));
  }
  return found;
}

}  // namespace vaughn::redaction
