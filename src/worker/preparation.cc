// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/preparation.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "vaughn/image/skew.h"

namespace vaughn::worker {
namespace {

// Pixels: letters, small and large together, of this height are read as well as larger ones, a seventh
// cheaper.
constexpr double kReadHeight = 24;
constexpr double kWorthScaling = 0.9;
// Where the marks are no type there is little to read, and small it costs a tenth and yields a tenth of the
// junk.
constexpr double kNoTypeFactor = 0.5;
constexpr double kWorthStraightening =
    0.7;  // degrees; prose is read well up to 2.5, tables and forms are not
constexpr double kSureOfSkew = 3;
// Pixels: black and white letters lower than this are all steps, and are read better with soft edges.
constexpr double kFine = 20;

// More specks than half of the rest, and not just a handful.
bool is_speckled(const Print& print) {
  return print.specks > 0.5 * print.letters + 100;
}

double skew_of(const image::Bitmap& gray) {
  // Leptonica looks for angles on a picture reduced twice already; full resolution would gain nothing.
  const image::Skew skew = image::find_skew(gray.binarised(kInkLevel));
  return skew.confidence >= kSureOfSkew && std::abs(skew.degrees) >= kWorthStraightening ? skew.degrees : 0;
}

double factor_for(const Print& print, const image::Scale& scale) {
  if (print.letters == 0) return 1;
  if (!print.is_type()) return kNoTypeFactor;
  const double factor = kReadHeight / (print.height * scale.y);
  return factor < kWorthScaling ? factor : 1;
}

}  // namespace

Print measure_print(const Marks& marks) {
  Print print;
  print.letters = static_cast<int>(marks.letters.size());
  print.specks = marks.specks;
  if (marks.letters.empty()) return print;
  std::vector<Points> heights;
  for (const Box& mark : marks.letters) heights.push_back(mark.height());
  std::sort(heights.begin(), heights.end());
  const auto at = [&](double share) {
    return heights[static_cast<std::size_t>(share * static_cast<double>(heights.size() - 1))];
  };
  print.height = at(.5);
  print.spread = (at(.75) - at(.25)) / print.height;
  return print;
}

Box Prepared::on_page(const Box& box) const {
  if (degrees == 0) return box;
  const double radians = -degrees * std::numbers::pi / 180;
  const Points middle_x = bitmap.width() / scale.x / 2, middle_y = bitmap.height() / scale.y / 2;
  const Points dx = box.center_x() - middle_x, dy = box.center_y() - middle_y;
  const Points x = middle_x + dx * std::cos(radians) - dy * std::sin(radians);
  const Points y = middle_y + dx * std::sin(radians) + dy * std::cos(radians);
  return {x - box.width() / 2, y - box.height() / 2, x + box.width() / 2, y + box.height() / 2};
}

Prepared prepare(const image::Bitmap& gray, const image::Scale& scale, double paper_dpi, const Print& print,
                 Size size) {
  Prepared prepared;
  prepared.scale = scale;
  prepared.dpi = paper_dpi;
  const image::Paper paper = image::measure_paper(gray);
  prepared.bitmap = paper.needs_flattening() ? image::flattened(gray) : gray.copy();
  if (is_speckled(print)) {
    const int largest = std::max(2, static_cast<int>(std::lround(scale.y * 72 / 100)));
    prepared.bitmap = image::without_specks(prepared.bitmap, kInkLevel, largest);
  }
  if (const double skew = skew_of(prepared.bitmap); skew != 0) {
    prepared.degrees = -skew;
    prepared.bitmap = prepared.bitmap.turned(prepared.degrees);
  }
  const double factor = size == Size::kFull ? 1 : factor_for(print, scale);
  if (factor < 1) {
    prepared.bitmap = prepared.bitmap.scaled(factor);
    // Whole pixels: the factor is met nearly.
    prepared.scale = {scale.x * prepared.bitmap.width() / gray.width(),
                      scale.y * prepared.bitmap.height() / gray.height()};
    prepared.dpi = paper_dpi * factor;
    prepared.reduced = true;
  } else if (print.stretched || (paper.two_tone && print.height * scale.y < kFine)) {
    prepared.bitmap = image::smoothed(prepared.bitmap);
  }
  return prepared;
}

}  // namespace vaughn::worker
