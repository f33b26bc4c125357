// SPDX-License-Identifier: GPL-3.0-or-later
// The straight lines of a page, of which borders, tables and forms are made.
#ifndef VAUGHN_REDACTION_COVER_LINES_H_
#define VAUGHN_REDACTION_COVER_LINES_H_

#include <vector>

#include "redaction/cover_sheet.h"
#include "vaughn/image/bitmap.h"

namespace vaughn::redaction {

// Masks of depth 1, as large as the sheet.
struct Lines {
  image::Bitmap dark;    // thin dark marks of any shape, letters left out
  image::Bitmap across;  // straight pieces of it
  image::Bitmap down;
  // The same as boxes, with the short ones that stand alone.
  std::vector<image::PixelBox> pieces_across, pieces_down;
};

// In the masks short lines are kept only where both ends meet lines of the other direction: the stem of a
// letter does not, the side of a box does.
Lines find_lines(const Sheet& sheet);

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_COVER_LINES_H_
