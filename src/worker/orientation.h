// SPDX-License-Identifier: GPL-3.0-or-later
// Which way up a scan is. /Rotate has been followed by then; this is about pages that went through the
// scanner on their side or head.
#ifndef VAUGHN_WORKER_ORIENTATION_H_
#define VAUGHN_WORKER_ORIENTATION_H_

#include <optional>

#include "vaughn/image/bitmap.h"
#include "vaughn/ocr/recogniser.h"
#include "worker/preparation.h"

namespace vaughn::worker {

// How many quarter turns clockwise make the page upright, by the shapes of its lines; nothing when that is
// not clear. gray: without its covers.
std::optional<int> upright_by_shape(const image::Bitmap& gray);

// The same for a page that was recognised as it is, with next to nothing readable: tries the other ways, and
// takes one only when it reads much better. It costs a recognition for each try.
int upright_by_reading(const image::Bitmap& gray, const image::Scale& scale, double paper_dpi,
                       const Print& print, ocr::Recogniser& recogniser);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_ORIENTATION_H_
