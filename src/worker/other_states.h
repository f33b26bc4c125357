// SPDX-License-Identifier: GPL-3.0-or-later
// Holds a page against other states of it in the same file: before each incremental update, and in attached
// PDFs.
#ifndef VAUGHN_WORKER_OTHER_STATES_H_
#define VAUGHN_WORKER_OTHER_STATES_H_

#include <vector>

#include "worker/page_facts.h"

namespace vaughn::worker {

// What stands there where the page has a cover now is a leak; other words that are gone since an earlier
// revision are hidden text.
std::vector<HiddenText> find_in_other_states(const PageFacts& page);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_OTHER_STATES_H_
