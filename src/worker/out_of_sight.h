// SPDX-License-Identifier: GPL-3.0-or-later
// Text of a page that is not displayed at all: outside the crop box, in layers switched off.
#ifndef VAUGHN_WORKER_OUT_OF_SIGHT_H_
#define VAUGHN_WORKER_OUT_OF_SIGHT_H_

#include <vector>

#include "worker/page_facts.h"

namespace vaughn::worker {

std::vector<HiddenText> find_out_of_sight(const PageFacts& page);

// One line of text beyond the edge of a page that printers put there: a file's name and time, names of inks.
bool is_printers_line(const std::string& text);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_OUT_OF_SIGHT_H_
