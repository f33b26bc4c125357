// SPDX-License-Identifier: GPL-3.0-or-later
// A line of a page as a small picture that can be recognised by itself.
#ifndef VAUGHN_WORKER_LINE_PICTURE_H_
#define VAUGHN_WORKER_LINE_PICTURE_H_

#include "vaughn/image/bitmap.h"
#include "vaughn/model/geometry.h"

namespace vaughn::worker {

// Cut out with some paper about it, and enlarged when its letters are small. page is the bitmap that scale
// belongs to.
image::Bitmap line_picture(const Box& line, const image::Bitmap& page, const image::Scale& scale);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_LINE_PICTURE_H_
