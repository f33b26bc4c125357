// SPDX-License-Identifier: GPL-3.0-or-later
// Hollow covers: paper inside a border of one or two pixels, black or grey.
#ifndef VAUGHN_REDACTION_COVER_HOLLOW_H_
#define VAUGHN_REDACTION_COVER_HOLLOW_H_

#include <vector>

#include "redaction/cover_sheet.h"

namespace vaughn::redaction {

// Accepted candidates.
std::vector<Candidate> find_hollow(const Sheet& sheet);

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_COVER_HOLLOW_H_
