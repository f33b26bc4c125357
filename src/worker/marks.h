// SPDX-License-Identifier: GPL-3.0-or-later
// Ink that could be letters, and how much of it the words of a text layer account for.
#ifndef VAUGHN_WORKER_MARKS_H_
#define VAUGHN_WORKER_MARKS_H_

#include <vector>

#include "vaughn/image/bitmap.h"
#include "vaughn/model/text.h"

namespace vaughn::worker {

// A level below which a pixel is ink: grey carbon copies are letters too.
inline constexpr int kInkLevel = 150;

struct Marks {
  std::vector<Box> letters;  // points; connected marks of a letter's size and shape
  int specks = 0;            // marks of a hundredth of an inch or less each way
};

// Outside the boxes to leave out.
Marks find_marks(const image::Bitmap& page, const image::Scale& scale, const std::vector<Box>& leave_out);

// Share of the marks whose middle lies in no word's box, 0 to 1; 0 without marks.
double unread_share(const std::vector<Box>& marks, const TextLayer& words);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_MARKS_H_
