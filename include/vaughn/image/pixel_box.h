// SPDX-License-Identifier: GPL-3.0-or-later
// Places on a bitmap, and the one conversion between them and points.
#ifndef VAUGHN_IMAGE_PIXEL_BOX_H_
#define VAUGHN_IMAGE_PIXEL_BOX_H_

#include <algorithm>
#include <cmath>

#include "vaughn/model/geometry.h"

namespace vaughn::image {

// Whole pixels, half-open, origin top left.
struct PixelBox {
  int x0 = 0, y0 = 0, x1 = 0, y1 = 0;

  int width() const { return x1 - x0; }
  int height() const { return y1 - y0; }
  bool empty() const { return x1 <= x0 || y1 <= y0; }
  long long area() const { return empty() ? 0 : static_cast<long long>(width()) * height(); }

  bool operator==(const PixelBox&) const = default;
};

inline PixelBox intersection(const PixelBox& a, const PixelBox& b) {
  return {std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)};
}

inline PixelBox grown(const PixelBox& box, int by) {
  return {box.x0 - by, box.y0 - by, box.x1 + by, box.y1 + by};
}

// Intersection over union, 0 to 1.
inline double iou(const PixelBox& a, const PixelBox& b) {
  const auto both = static_cast<double>(intersection(a, b).area());
  return both > 0 ? both / (static_cast<double>(a.area() + b.area()) - both) : 0;
}

// Pixels per point of a bitmap that shows a whole page.
struct Scale {
  double x = 1, y = 1;

  static Scale of_dpi(double dpi) { return {dpi / 72, dpi / 72}; }

  Box to_points(const PixelBox& box) const { return {box.x0 / x, box.y0 / y, box.x1 / x, box.y1 / y}; }

  // The pixels that hold the box, rounded outwards except for the noise of floating point.
  PixelBox to_pixels(const Box& box) const {
    constexpr double kNoise = 1e-6;
    return {
        static_cast<int>(std::floor(box.x0 * x + kNoise)), static_cast<int>(std::floor(box.y0 * y + kNoise)),
        static_cast<int>(std::ceil(box.x1 * x - kNoise)), static_cast<int>(std::ceil(box.y1 * y - kNoise))};
  }
};

}  // namespace vaughn::image

#endif  // VAUGHN_IMAGE_PIXEL_BOX_H_
