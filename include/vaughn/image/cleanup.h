// SPDX-License-Identifier: GPL-3.0-or-later
// Making a page fit to be recognised. Each step is worth its time on pages that need it and only there;
// whether one does is asked first.
#ifndef VAUGHN_IMAGE_CLEANUP_H_
#define VAUGHN_IMAGE_CLEANUP_H_

#include <optional>

#include "vaughn/image/bitmap.h"

namespace vaughn::image {

// The ground that letters stand on, as levels of the page's parts.
struct Paper {
  double level = 255;    // of the middle part, 0 to 255
  double spread = 0;     // between the parts: the ninth tenth less the first
  bool two_tone = true;  // black and white only: a bilevel scan

  // Dark or uneven: a carbon copy, a coloured form, the shadow of a book.
  bool needs_flattening() const;
};

// Precondition: depth 8 or 32.
Paper measure_paper(const Bitmap& page);

// Depth 8, the same size: the ground brought to one light level, and the grain smoothed that this makes
// stronger. Without the smoothing Tesseract reads the grain. Precondition: depth 8 or 32.
Bitmap flattened(const Bitmap& page);

// Depth 8: a Gaussian of 5 by 5 pixels.
Bitmap smoothed(const Bitmap& gray);

// Specks, components of at most so many pixels each way that are darker than the level, painted over with
// white. Precondition: depth 8.
Bitmap without_specks(const Bitmap& gray, int level, int largest);

// How many quarter turns clockwise make a depth-1 page of text upright (0 to 3), from which way the letters
// of its lines reach; nothing when that is not clear. Measured on scans: never wrong on 56, undecided on a
// quarter.
std::optional<int> turns_to_upright(const Bitmap& ink);

}  // namespace vaughn::image

#endif  // VAUGHN_IMAGE_CLEANUP_H_
