// SPDX-License-Identifier: GPL-3.0-or-later
// What only the whole page can tell about the candidates.
#ifndef VAUGHN_REDACTION_COVER_RULES_H_
#define VAUGHN_REDACTION_COVER_RULES_H_

#include <vector>

#include "redaction/cover_sheet.h"

namespace vaughn::redaction {

// Drops a filled box that smaller ones tile: they are what was drawn.
std::vector<Candidate> drop_merges(std::vector<Candidate> candidates);

// Drops weak filled boxes unless a sure one on the page has their shade: whoever redacts uses one pen. Drops
// flat bars lower than a line when the page has covers of another shade: a letterhead's ornament.
std::vector<Candidate> drop_odd_ones(std::vector<Candidate> candidates, const Sheet& sheet);

// Drops hollow boxes that stand inside a larger one: whoever drew that covered them as well.
std::vector<Candidate> drop_inner_ones(std::vector<Candidate> candidates);

// Of candidates that lie over each other the best.
std::vector<Candidate> keep_best(std::vector<Candidate> candidates);

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_COVER_RULES_H_
