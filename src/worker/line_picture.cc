// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/line_picture.h"

#include <algorithm>

namespace vaughn::worker {
namespace {

constexpr double kLetterPixels = 32;  // height of a capital that Tesseract reads best
constexpr int kRim = 14;

}  // namespace

image::Bitmap line_picture(const Box& line, const image::Bitmap& page, const image::Scale& scale) {
  const Points beside = 0.35 * line.height();
  const image::Bitmap crop =
      page.crop(intersection(scale.to_pixels(grown(line, beside)), page.bounds())).to_gray();
  const double factor = std::clamp(kLetterPixels / std::max(1.0, line.height() * scale.y), 1.0, 4.0);
  return (factor > 1.05 ? crop.scaled(factor) : crop.copy()).padded(kRim, 255);
}

}  // namespace vaughn::worker
