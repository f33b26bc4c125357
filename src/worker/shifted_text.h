// SPDX-License-Identifier: GPL-3.0-or-later
// Text layers in which every character is a fixed number of code points away from the one that is drawn: the
// glyphs' numbers in the font were taken for characters. "81,7('" is "UNITED", 29 too low.
#ifndef VAUGHN_WORKER_SHIFTED_TEXT_H_
#define VAUGHN_WORKER_SHIFTED_TEXT_H_

#include "vaughn/pdf/document.h"

namespace vaughn::worker {

// What has to be added to every character so that the words become English; 0 when they need nothing or
// nothing helps.
int find_shift(const std::vector<pdf::LayerWord>& words);

// Words and glyphs with the shift added. What becomes white space parts words.
void undo_shift(int shift, pdf::PageContent* content);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_SHIFTED_TEXT_H_
