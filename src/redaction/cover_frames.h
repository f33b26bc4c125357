// SPDX-License-Identifier: GPL-3.0-or-later
// Rectangles whose border is broken: overdrawn by text or a stamp, or lost in scanning.
#ifndef VAUGHN_REDACTION_COVER_FRAMES_H_
#define VAUGHN_REDACTION_COVER_FRAMES_H_

#include <vector>

#include "redaction/cover_lines.h"
#include "redaction/cover_sheet.h"

namespace vaughn::redaction {

// Two sides that face each other and begin and end alike span a rectangle; it counts when its corners are
// there and the other two sides have gaps of at most 1.5 u.
std::vector<image::PixelBox> find_frames(const Sheet& sheet, const Lines& lines);

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_COVER_FRAMES_H_
