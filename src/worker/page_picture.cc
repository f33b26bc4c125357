// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/worker/page_picture.h"

#include <algorithm>
#include <utility>

#include "worker/open_source.h"

namespace vaughn::worker {

Result<PagePicture> page_picture(const Source& source, const std::vector<std::string>& passwords,
                                 PageIndex page, int long_side_pixels) {
  constexpr double kMostMegapixels = 200;
  auto opened = open_source(source, passwords);
  if (!opened) return opened.problem();
  auto plan = (*opened)->plan(page, kMostMegapixels);
  if (!plan) return plan.problem();
  const double longest = std::max(plan->size.width, plan->size.height);
  auto bitmap = (*opened)->bitmap(page, long_side_pixels / longest * 72, kMostMegapixels);
  if (!bitmap) return bitmap.problem();
  PagePicture picture{std::move(bitmap->bitmap), bitmap->scale()};
  // An image file came at its own resolution.
  const double factor =
      static_cast<double>(long_side_pixels) / std::max(picture.bitmap.width(), picture.bitmap.height());
  if (factor < 0.95) {
    picture.bitmap = picture.bitmap.scaled(factor);
    picture.scale = {picture.scale.x * factor, picture.scale.y * factor};
  }
  return picture;
}

}  // namespace vaughn::worker
