// SPDX-License-Identifier: GPL-3.0-or-later
// Marker strokes: dark, about a line high, with wavy edges, and so no rectangles.
#ifndef VAUGHN_REDACTION_COVER_STROKE_H_
#define VAUGHN_REDACTION_COVER_STROKE_H_

#include <optional>
#include <span>

#include "redaction/cover_sheet.h"

namespace vaughn::redaction {

// Of a shape that hangs together, its runs at (x, y) of the sheet.
std::optional<Candidate> check_stroke(const Sheet& sheet, std::span<const image::Run> runs, int x, int y);

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_COVER_STROKE_H_
