// SPDX-License-Identifier: GPL-3.0-or-later
// Filled covers: boxes of one grey level or colour, whatever level it is.
#ifndef VAUGHN_REDACTION_COVER_FILLED_H_
#define VAUGHN_REDACTION_COVER_FILLED_H_

#include <vector>

#include "redaction/cover_sheet.h"

namespace vaughn::redaction {

// Accepted candidates, the same cover possibly several times (see keep_best in cover_rules.h).
std::vector<Candidate> find_filled(const Sheet& sheet);

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_COVER_FILLED_H_
