// SPDX-License-Identifier: GPL-3.0-or-later
// Scribbles: words that a pen went over to and fro until they could not be read.
#ifndef VAUGHN_REDACTION_COVER_SCRIBBLE_H_
#define VAUGHN_REDACTION_COVER_SCRIBBLE_H_

#include <vector>

#include "redaction/cover_sheet.h"

namespace vaughn::redaction {

// Accepted candidates, among the sheet's marks.
std::vector<Candidate> find_scribbles(const Sheet& sheet);

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_COVER_SCRIBBLE_H_
