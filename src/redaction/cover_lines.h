// SPDX-License-Identifier: GPL-3.0-or-later
// The straight lines of a page, of which borders, tables and forms are made.
#ifndef VAUGHN_REDACTION_COVER_LINES_H_
#define VAUGHN_REDACTION_COVER_LINES_H_

#include "redaction/cover_sheet.h"
#include "vaughn/image/bitmap.h"

namespace vaughn::redaction {

// Depth 1, as large as the sheet.
struct Lines {
  image::Bitmap across;
  image::Bitmap down;
};

// Short ones only where both ends meet lines of the other direction: the stem of a letter does not, the side
// of a box does.
Lines find_lines(const Sheet& sheet);

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_COVER_LINES_H_
