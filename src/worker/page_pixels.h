// SPDX-License-Identifier: GPL-3.0-or-later
// The levels of a page's picture, laid out for thousands of small questions.
#ifndef VAUGHN_WORKER_PAGE_PIXELS_H_
#define VAUGHN_WORKER_PAGE_PIXELS_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "vaughn/image/bitmap.h"

namespace vaughn::worker {

struct Ground {
  double mean = 255;  // luminance
  double spread = 0;  // standard deviation, of luminance or of the darkest channel, whichever is more
  bool gray = true;   // without a colour of its own
};

class PagePixels {
 public:
  PagePixels(const image::Bitmap& page, const image::Scale& scale);

  const image::Scale& scale() const { return scale_; }
  // Of the pixels that lie wholly in the box; nothing is known of an empty one.
  Ground ground(const Box& box) const;
  // Share of the pixels in the box, 0 to 1, in which the other picture, of the same size, has a clearly
  // different level. Those in the boxes to leave out do not count; nothing when these leave less than a
  // fifth.
  std::optional<double> differing(const PagePixels& other, const Box& box,
                                  const std::vector<Box>& leave_out = {}) const;
  bool same_size(const PagePixels& other) const { return width_ == other.width_ && height_ == other.height_; }

 private:
  image::PixelBox pixels(const Box& box) const;

  image::Scale scale_;
  int width_ = 0, height_ = 0;
  std::vector<std::uint8_t> luminance_, darkest_;
};

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_PAGE_PIXELS_H_
