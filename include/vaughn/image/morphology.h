// SPDX-License-Identifier: GPL-3.0-or-later
// Set operations on depth-1 bitmaps with brick-shaped neighbourhoods. Beyond the bitmap there is no ink.
#ifndef VAUGHN_IMAGE_MORPHOLOGY_H_
#define VAUGHN_IMAGE_MORPHOLOGY_H_

#include "vaughn/image/bitmap.h"

namespace vaughn::image {

// The ink that a width by height brick of ink can cover; cheap for bricks of any size.
Bitmap opened(const Bitmap& mask, int width, int height);
// The upper left corners of all those bricks: as good a test whether there are any, at half the cost.
Bitmap brick_corners(const Bitmap& mask, int width, int height);
// The ink that is left where paper cannot hold the brick.
Bitmap closed(const Bitmap& mask, int width, int height);
// Grown by the brick centred on every pixel.
Bitmap dilated(const Bitmap& mask, int width, int height);

// Precondition for all three: equal sizes.
Bitmap united(const Bitmap& a, const Bitmap& b);
Bitmap intersected(const Bitmap& a, const Bitmap& b);
Bitmap without(const Bitmap& a, const Bitmap& b);

// Precondition: (x, y) lies on the mask.
bool ink_at(const Bitmap& mask, int x, int y);
// Only the part of the box that lies on the mask counts.
long long ink_count(const Bitmap& mask, const PixelBox& box);
// Share of the box's columns (rows) that hold ink anywhere, 0 to 1; 0 when the box misses the mask.
double inked_columns(const Bitmap& mask, const PixelBox& box);
double inked_rows(const Bitmap& mask, const PixelBox& box);

}  // namespace vaughn::image

#endif  // VAUGHN_IMAGE_MORPHOLOGY_H_
