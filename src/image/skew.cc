// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/image/skew.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <numbers>

#include "image/pixels.h"

namespace vaughn::image {
namespace {

double rise_of(double degrees) {
  return std::tan(degrees * std::numbers::pi / 180);
}

// to[i] = from[i + by], the ends repeated.
void shift_row(const std::uint8_t* from, int width, int by, std::uint8_t* to) {
  const int begin = std::clamp(-by, 0, width), end = std::clamp(width - by, begin, width);
  std::memset(to, from[0], static_cast<std::size_t>(begin));
  if (end > begin) std::memcpy(to + begin, from + begin + by, static_cast<std::size_t>(end - begin));
  std::memset(to + end, from[width - 1], static_cast<std::size_t>(width - end));
}

}  // namespace

Skew find_skew(const Bitmap& ink) {
  // Coarse steps on a picture of a sixteenth of the pixels, fine ones on a quarter; .02 degrees are less than
  // a pixel over the width of a page.
  constexpr int kSweepReduction = 4, kSearchReduction = 2;
  constexpr float kRange = 5, kStep = 1, kFinest = .02f;
  quiet_leptonica();
  float angle = 0, confidence = 0;
  const l_ok failed = pixFindSkewSweepAndSearch(pix_of(ink), &angle, &confidence, kSweepReduction,
                                                kSearchReduction, kRange, kStep, kFinest);
  if (failed != 0 || !std::isfinite(angle) || std::abs(angle) > kRange) return {};
  return {-double{angle}, confidence};  // Leptonica's is the turn that would undo it
}

GrayPlane straightened(const GrayPlane& plane, double degrees) {
  const int width = plane.width(), height = plane.height();
  const double rise = rise_of(degrees);
  std::vector<std::uint8_t> bytes(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  GrayPlane level(width, height, bytes), upright(width, height, std::move(bytes));
  for (int y = 0; y < height; ++y) {
    const auto by = static_cast<int>(std::lround(-rise * (y + .5 - height / 2.0)));
    shift_row(plane.row(y), width, by, level.row(y));
  }
  // Columns that are moved by the same number of pixels stand together.
  const auto move_of = [&](int x) { return static_cast<int>(std::lround(rise * (x + .5 - width / 2.0))); };
  for (int x0 = 0; x0 < width;) {
    const int by = move_of(x0);
    int x1 = x0 + 1;
    while (x1 < width && move_of(x1) == by) ++x1;
    for (int y = 0; y < height; ++y) {
      const std::uint8_t* from = level.row(std::clamp(y + by, 0, height - 1));
      std::memcpy(upright.row(y) + x0, from + x0, static_cast<std::size_t>(x1 - x0));
    }
    x0 = x1;
  }
  return upright;
}

PixelBox before_straightening(const PixelBox& box, const PixelBox& page, double degrees) {
  const double rise = rise_of(degrees);
  const double cx = page.width() / 2.0, cy = page.height() / 2.0;
  std::array<double, 4> xs{}, ys{};
  for (std::size_t i = 0; i < 4; ++i) {
    const double x = (i % 2 == 0 ? box.x0 : box.x1) - cx;
    const double y = (i < 2 ? box.y0 : box.y1) - cy + rise * x;
    xs[i] = cx + x - rise * y;
    ys[i] = cy + y;
  }
  const auto pixel = [](double v) { return static_cast<int>(std::lround(v)); };
  return {pixel(*std::min_element(xs.begin(), xs.end())), pixel(*std::min_element(ys.begin(), ys.end())),
          pixel(*std::max_element(xs.begin(), xs.end())), pixel(*std::max_element(ys.begin(), ys.end()))};
}

}  // namespace vaughn::image
