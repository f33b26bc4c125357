// SPDX-License-Identifier: GPL-3.0-or-later
// Polygons: straight slanting lines around empty paper, as drawn about a signature.
#ifndef VAUGHN_REDACTION_COVER_POLYGON_H_
#define VAUGHN_REDACTION_COVER_POLYGON_H_

#include <vector>

#include "redaction/cover_lines.h"
#include "redaction/cover_sheet.h"

namespace vaughn::redaction {

// Accepted candidates, each with the box around its polygon. Convex ones only; up to a fifth of the outline
// may be missing or overprinted.
std::vector<Candidate> find_polygons(const Sheet& sheet, const Lines& lines);

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_COVER_POLYGON_H_
