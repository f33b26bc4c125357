// SPDX-License-Identifier: GPL-3.0-or-later
// Grey levels as plain bytes, for code that looks at single pixels by the million.
#ifndef VAUGHN_IMAGE_GRAY_PLANE_H_
#define VAUGHN_IMAGE_GRAY_PLANE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "vaughn/image/bitmap.h"

namespace vaughn::image {

// Owns its bytes, one a pixel, rows without padding; 0 black to 255 white.
class GrayPlane {
 public:
  GrayPlane() = default;
  GrayPlane(int width, int height, std::vector<std::uint8_t> bytes)
      : width_(width), height_(height), bytes_(std::move(bytes)) {}
  // The darkest channel of a bitmap, its area averaged down by factor (at most 1).
  static GrayPlane darkest_of(const Bitmap& bitmap, double factor);

  int width() const { return width_; }
  int height() const { return height_; }
  PixelBox bounds() const { return {0, 0, width_, height_}; }
  const std::uint8_t* row(int y) const { return bytes_.data() + static_cast<std::size_t>(y) * stride(); }
  std::uint8_t* row(int y) { return bytes_.data() + static_cast<std::size_t>(y) * stride(); }
  std::uint8_t at(int x, int y) const { return row(y)[x]; }

  using Histogram = std::array<int, 256>;
  Histogram histogram(const PixelBox& box) const;

  // Depth 1, ink where low <= level < high.
  Bitmap between(int low, int high) const;
  // Depth 1, ink where the level is more than contrast below the brightest within size by size pixels about
  // it (size odd): thin dark marks on whatever ground.
  Bitmap thin_dark(int size, int contrast) const;

 private:
  std::size_t stride() const { return static_cast<std::size_t>(width_); }

  int width_ = 0, height_ = 0;
  std::vector<std::uint8_t> bytes_;
};

// The level below which the given share of the counted pixels lies; 255 when none were counted.
int quantile(const GrayPlane::Histogram& histogram, double share);

}  // namespace vaughn::image

#endif  // VAUGHN_IMAGE_GRAY_PLANE_H_
