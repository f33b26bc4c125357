// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/resolution.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace vaughn::worker {
namespace {

constexpr double kLookLongSide = 2200;  // pixels; the detector's thresholds were measured there
constexpr double kReadLongSide = 3300;  // 11 inches at 300 dpi
// A scan finer than this is halved: beyond 400 dpi of a letter page letters only get slower to read.
constexpr double kMostLongSide = 4400;
constexpr double kFewestLongSide = 600;  // below this nothing can be read; better to say so

// The longest side in pixels that the page would have at the resolution of its dominant picture; 0 without
// one.
double natural_long_side(const pdf::PageSize& size, const std::vector<pdf::PlacedImage>& images) {
  const double page_area = size.width * size.height;
  double natural = 0;
  for (const pdf::PlacedImage& image : images) {
    const Box on_page = intersection(image.box, {0, 0, size.width, size.height});
    if (on_page.area() < 0.3 * page_area) continue;
    // A rotated page swaps the sides; the finer direction counts.
    const double pixels = std::max(image.pixel_width, image.pixel_height);
    const double points = std::max(image.box.width(), image.box.height());
    natural = std::max(natural, pixels / points * std::max(size.width, size.height));
  }
  return natural;
}

}  // namespace

double picture_share(const pdf::PageSize& size, const std::vector<pdf::PlacedImage>& images) {
  if (images.empty()) return 0;
  // On a coarse grid: a page can carry thousands of strips and masks.
  constexpr int kCells = 64;
  std::vector<char> covered(kCells * kCells, 0);
  for (const pdf::PlacedImage& image : images) {
    const auto cell = [](double at, double whole) {
      return static_cast<int>(std::clamp(std::lround(at / whole * kCells), 0L, long{kCells}));
    };
    for (int y = cell(image.box.y0, size.height); y < cell(image.box.y1, size.height); ++y)
      for (int x = cell(image.box.x0, size.width); x < cell(image.box.x1, size.width); ++x)
        covered[static_cast<std::size_t>(y * kCells + x)] = 1;
  }
  return static_cast<double>(std::count(covered.begin(), covered.end(), 1)) / (kCells * kCells);
}

Result<double> choose_dpi(const pdf::PageSize& size, const std::vector<pdf::PlacedImage>& images,
                          Purpose purpose, double max_megapixels) {
  double long_side = kLookLongSide;
  if (purpose == Purpose::kRecognise) {
    long_side = natural_long_side(size, images);
    if (long_side == 0) long_side = kReadLongSide;
    while (long_side > kMostLongSide) long_side /= 2;
    long_side = std::max(long_side, kLookLongSide);
  }
  const double longest = std::max(size.width, size.height);
  double dpi = long_side / longest * 72;
  const double megapixels = size.width * size.height * (dpi / 72) * (dpi / 72) / 1e6;
  if (megapixels > max_megapixels) dpi *= std::sqrt(max_megapixels / megapixels);
  if (dpi / 72 * longest < kFewestLongSide)
    return Problem{
        ProblemKind::kPageTooLarge,
        fmt::format("with --max-megapixels {:g} the page's long side would have {:.0f} pixels, too few "
                    "to read",
                    max_megapixels, dpi / 72 * longest),
        "Raise --max-megapixels if the memory is there."};
  return dpi;
}

std::optional<Problem> lower_resolution_note(double dpi, double wanted_dpi, const ReadOptions& options,
                                             const std::optional<Problem>& first_try) {
  if (first_try)
    return Problem{
        ProblemKind::kLimit,
        fmt::format("read at a lower resolution, {:.0f} dpi; at full resolution: {}", dpi, first_try->cause),
        first_try->advice};
  // Nor is a page rendered again for a gain of a tenth.
  if (dpi > 0.9 * wanted_dpi) return std::nullopt;
  return Problem{ProblemKind::kLimit,
                 fmt::format("read at {:.0f} dpi instead of {:.0f}, to stay within --max-megapixels {:g}",
                             dpi, wanted_dpi, options.max_megapixels),
                 "Raise --max-megapixels if the memory is there."};
}

double paper_dpi(const pdf::PageSize& size, double dpi) {
  constexpr double kLongestPaper = 17.5 * 72;  // tabloid
  constexpr double kLetter = 11 * 72;
  const double longest = std::max(size.width, size.height);
  return longest > kLongestPaper ? dpi * longest / kLetter : dpi;
}

}  // namespace vaughn::worker
