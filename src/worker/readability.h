// SPDX-License-Identifier: GPL-3.0-or-later
// Whether recognition found text, and which of its words are fit to be found: a photograph, handwriting or a
// texture makes words too.
#ifndef VAUGHN_WORKER_READABILITY_H_
#define VAUGHN_WORKER_READABILITY_H_

#include "vaughn/image/bitmap.h"
#include "vaughn/model/page.h"

namespace vaughn::worker {

// False when recognition made nothing but noise: mean confidence under 50 % and under a fifth of the words at
// 80 % or more (measured: 6 of 8 pages of junk, 0 of 21 others), or next to no words; or, where English is
// what is read, hardly a word that is in the list of English words. Confidence can lie: a map gave 74 sure
// words and none of the list.
bool is_readable(const TextLayer& words, bool english);

// Which words are fit to be found. The others stay in the reading, behind these, without a place in the
// page's text.
struct Sifted {
  TextLayer shown, doubtful;
};
Sifted sift(TextLayer words, bool readable);

// Says in the reading that nothing was readable; a continuous-tone page becomes a photograph.
void say_unreadable(const image::Bitmap& page, PageReading* reading);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_READABILITY_H_
