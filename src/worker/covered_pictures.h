// SPDX-License-Identifier: GPL-3.0-or-later
// Covers that were drawn over a scan instead of burnt into it: whoever takes the picture out of the file has
// it without them.
#ifndef VAUGHN_WORKER_COVERED_PICTURES_H_
#define VAUGHN_WORKER_COVERED_PICTURES_H_

#include <vector>

#include "worker/page_facts.h"

namespace vaughn::worker {

std::vector<HiddenText> find_covered_pictures(const PageFacts& page);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_COVERED_PICTURES_H_
