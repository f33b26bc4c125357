// SPDX-License-Identifier: GPL-3.0-or-later
// Where else the file says what a page withholds: its outline, form values, metadata, attachments, comments
// and text alternatives.
#ifndef VAUGHN_WORKER_SAID_ELSEWHERE_H_
#define VAUGHN_WORKER_SAID_ELSEWHERE_H_

#include <vector>

#include "worker/page_facts.h"

namespace vaughn::worker {

// Texts that repeat words of withheld (two in a row, or one of at least five letters that can be seen nowhere
// on the page), and outline entries that lead to a cover and have words the page does not show.
std::vector<HiddenText> find_said_elsewhere(const PageFacts& page, const std::vector<HiddenText>& withheld);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_SAID_ELSEWHERE_H_
