// SPDX-License-Identifier: GPL-3.0-or-later
// The total that a list of deleted pages states, "Total Deleted Page(s) = 19": the checksum of its rows,
// which recognition of the page often loses behind the equals sign.
#ifndef VAUGHN_WORKER_STATED_TOTAL_H_
#define VAUGHN_WORKER_STATED_TOTAL_H_

#include <optional>

#include "vaughn/image/bitmap.h"
#include "vaughn/model/text.h"
#include "vaughn/ocr/recogniser.h"

namespace vaughn::worker {

// Where the number should be, when the words have the heading and nothing behind it; in points.
std::optional<Box> missing_total(const TextLayer& words);

// Recognises the strip by itself and adds what it says as words, when there is a number in it.
void read_missing_total(const Box& strip, const image::Bitmap& page, const image::Scale& scale,
                        ocr::Recogniser& recogniser, TextLayer* words);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_STATED_TOTAL_H_
