// SPDX-License-Identifier: GPL-3.0-or-later
// Places on a page: points (1/72 inch), origin top left, as the page is displayed; boxes are half-open.
// Conversion to and from pixels happens where a bitmap's scale is known (image::Scale) and in pdf and ocr.
#ifndef VAUGHN_MODEL_GEOMETRY_H_
#define VAUGHN_MODEL_GEOMETRY_H_

#include <algorithm>

namespace vaughn {

using Points = double;

struct Box {
  Points x0 = 0, y0 = 0, x1 = 0, y1 = 0;

  Points width() const { return x1 - x0; }
  Points height() const { return y1 - y0; }
  Points center_x() const { return (x0 + x1) / 2; }
  Points center_y() const { return (y0 + y1) / 2; }
  double area() const { return empty() ? 0 : width() * height(); }
  bool empty() const { return x1 <= x0 || y1 <= y0; }
  bool contains(Points x, Points y) const { return x >= x0 && x < x1 && y >= y0 && y < y1; }

  bool operator==(const Box&) const = default;
};

inline Box intersection(const Box& a, const Box& b) {
  return {std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)};
}

// The smallest box around both; an empty box adds nothing.
inline Box bounding(const Box& a, const Box& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

inline Box grown(const Box& box, Points by) {
  return {box.x0 - by, box.y0 - by, box.x1 + by, box.y1 + by};
}

// Share of inner's area that lies in outer, 0 to 1.
inline double covered_share(const Box& inner, const Box& outer) {
  return inner.area() > 0 ? intersection(inner, outer).area() / inner.area() : 0;
}

// Intersection over union, 0 to 1.
inline double iou(const Box& a, const Box& b) {
  const double both = intersection(a, b).area();
  return both > 0 ? both / (a.area() + b.area() - both) : 0;
}

}  // namespace vaughn

#endif  // VAUGHN_MODEL_GEOMETRY_H_
