// SPDX-License-Identifier: GPL-3.0-or-later
// Stepped outlines: a border drawn around something that is no line of text, a signature mostly.
#ifndef VAUGHN_REDACTION_COVER_REGION_H_
#define VAUGHN_REDACTION_COVER_REGION_H_

#include <optional>
#include <vector>

#include "redaction/cover_lines.h"
#include "redaction/cover_pieces.h"
#include "redaction/cover_sheet.h"

namespace vaughn::redaction {

// Of the pieces that one piece of enclosed paper was cut into; its box is the one around them.
std::optional<Candidate> check_region(const Sheet& sheet, const Lines& lines,
                                      const std::vector<Piece>& pieces);

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_COVER_REGION_H_
