// SPDX-License-Identifier: GPL-3.0-or-later
// Pages on which recognition found no readable text: photographs, handwriting, texture.
#ifndef VAUGHN_WORKER_PHOTOGRAPH_H_
#define VAUGHN_WORKER_PHOTOGRAPH_H_

#include "vaughn/image/bitmap.h"
#include "vaughn/model/page.h"

namespace vaughn::worker {

// False when recognition made nothing but noise: mean confidence under 50 % and under a fifth of the words at
// 80 % or more (measured: 6 of 8 pages of junk, 0 of 21 others), or next to no words.
bool is_readable(const TextLayer& words);

// Says so in the reading: its words under 80 % go, since noise must not be found; a continuous-tone page
// becomes a photograph.
void say_unreadable(const image::Bitmap& page, PageReading* reading);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_PHOTOGRAPH_H_
