// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/page_pixels.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>

namespace vaughn::worker {
namespace {

// Levels by which something must stand out to be seen: half of a black letter's contrast through a cover of
// 84 % opacity.
constexpr int kSeen = 20;
constexpr double kGray = 24;
constexpr double kEnough = 0.2;  // of a box, to say something about it

}  // namespace

PagePixels::PagePixels(const image::Bitmap& page, const image::Scale& scale)
    : scale_(scale),
      width_(page.width()),
      height_(page.height()),
      luminance_(page.gray_bytes()),
      darkest_(page.depth() == 32 ? page.darkest_channel().gray_bytes() : luminance_) {}

image::PixelBox PagePixels::pixels(const Box& box) const {
  const image::PixelBox inner{
      static_cast<int>(std::lround(box.x0 * scale_.x)), static_cast<int>(std::lround(box.y0 * scale_.y)),
      static_cast<int>(std::lround(box.x1 * scale_.x)), static_cast<int>(std::lround(box.y1 * scale_.y))};
  return intersection(inner, {0, 0, width_, height_});
}

Ground PagePixels::ground(const Box& box) const {
  const image::PixelBox at = pixels(box);
  if (at.empty()) return {};
  double count = 0, sum = 0, squares = 0, dark_sum = 0, dark_squares = 0;
  for (int y = at.y0; y < at.y1; ++y) {
    const std::size_t row = static_cast<std::size_t>(y) * static_cast<std::size_t>(width_);
    for (int x = at.x0; x < at.x1; ++x) {
      const std::size_t i = row + static_cast<std::size_t>(x);
      const double level = luminance_[i], dark = darkest_[i];
      count += 1;
      sum += level;
      squares += level * level;
      dark_sum += dark;
      dark_squares += dark * dark;
    }
  }
  const double mean = sum / count, dark_mean = dark_sum / count;
  const double variance =
      std::max(squares / count - mean * mean, dark_squares / count - dark_mean * dark_mean);
  return {mean, std::sqrt(std::max(0.0, variance)), mean - dark_mean < kGray};
}

std::optional<double> PagePixels::differing(const PagePixels& other, const Box& box,
                                            const std::vector<Box>& leave_out) const {
  const image::PixelBox at = pixels(box);
  int count = 0, differ = 0;
  for (int y = at.y0; y < at.y1; ++y) {
    const std::size_t row = static_cast<std::size_t>(y) * static_cast<std::size_t>(width_);
    for (int x = at.x0; x < at.x1; ++x) {
      const bool left_out = std::any_of(leave_out.begin(), leave_out.end(), [&](const Box& out) {
        return out.contains((x + 0.5) / scale_.x, (y + 0.5) / scale_.y);
      });
      if (left_out) continue;
      const std::size_t i = row + static_cast<std::size_t>(x);
      const int most =
          std::max(std::abs(luminance_[i] - other.luminance_[i]), std::abs(darkest_[i] - other.darkest_[i]));
      ++count;
      differ += most >= kSeen ? 1 : 0;
    }
  }
  const bool enough = count > 0 && count >= kEnough * static_cast<double>(at.area());
  return enough ? std::optional(static_cast<double>(differ) / count) : std::nullopt;
}

}  // namespace vaughn::worker
