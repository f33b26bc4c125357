// SPDX-License-Identifier: GPL-3.0-or-later
// Covers that run into each other without a seam: nobody can tell how many were drawn, and a reader sees one.
// docs/decisions/0005-fused-covers-are-one.md
#ifndef VAUGHN_REDACTION_COVER_FUSED_H_
#define VAUGHN_REDACTION_COVER_FUSED_H_

#include <vector>

#include "redaction/cover_sheet.h"

namespace vaughn::redaction {

// Filled candidates of one shade that touch, without a code in any of them, become one whose box is around
// them and whose parts they are; but only where the rest of that box is bare paper, so that no word comes to
// lie under it. Codes tell covers apart: those with codes, and all others, stay as they are.
std::vector<Candidate> fuse(const Sheet& sheet, std::vector<Candidate> candidates);

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_COVER_FUSED_H_
