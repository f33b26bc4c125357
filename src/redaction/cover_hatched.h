// SPDX-License-Identifier: GPL-3.0-or-later
// Hatched covers: dark bars crossed by thin bright lines, as programs leave that put an X over each
// character.
#ifndef VAUGHN_REDACTION_COVER_HATCHED_H_
#define VAUGHN_REDACTION_COVER_HATCHED_H_

#include <vector>

#include "redaction/cover_sheet.h"

namespace vaughn::redaction {

// Accepted candidates.
std::vector<Candidate> find_hatched(const Sheet& sheet);

// Whether bright lines cross the box, which is of the level given, in nearly every row and column.
bool is_hatched(const Sheet& sheet, const image::PixelBox& box, int level);

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_COVER_HATCHED_H_
