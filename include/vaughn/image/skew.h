// SPDX-License-Identifier: GPL-3.0-or-later
// The slight turn that a page got when it was scanned, and its undoing.
#ifndef VAUGHN_IMAGE_SKEW_H_
#define VAUGHN_IMAGE_SKEW_H_

#include "vaughn/image/gray_plane.h"

namespace vaughn::image {

struct Skew {
  double degrees = 0;     // clockwise, within 5 either way
  double confidence = 0;  // how much better the best angle is than the worst; from 3 on it can be trusted
};

// From the lines of text and the long edges of a depth-1 page. Both zero where there is next to no ink.
Skew find_skew(const Bitmap& ink);

// The same size, upright, by whole pixels: thin lines keep their level. What moves in repeats the page's
// edge, so that what runs off the page still does. Precondition: at most 5 degrees.
GrayPlane straightened(const GrayPlane& plane, double degrees);

// Bounding box, on the page as it was, of a box on its straightened picture; may reach beyond the page.
PixelBox before_straightening(const PixelBox& box, const PixelBox& page, double degrees);

}  // namespace vaughn::image

#endif  // VAUGHN_IMAGE_SKEW_H_
