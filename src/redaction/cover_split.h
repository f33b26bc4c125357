// SPDX-License-Identifier: GPL-3.0-or-later
// Covers of one shade side by side, without a gap, come out as one rectangle; the codes printed in them tell
// how many there are.
#ifndef VAUGHN_REDACTION_COVER_SPLIT_H_
#define VAUGHN_REDACTION_COVER_SPLIT_H_

#include <vector>

#include "redaction/cover_sheet.h"

namespace vaughn::redaction {

// The boxes that would have their codes in the middle, when such a division of the rectangle exists;
// otherwise the rectangle itself. A code of several words or lines in the middle of one box has no such
// division.
std::vector<image::PixelBox> split_between_codes(const Sheet& sheet, const image::PixelBox& box, int level);

// Whether marks of letters' size stand free on the rectangle.
bool holds_code(const Sheet& sheet, const image::PixelBox& box, int level);

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_COVER_SPLIT_H_
