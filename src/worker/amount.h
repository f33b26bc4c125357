// SPDX-License-Identifier: GPL-3.0-or-later
// How much text a cover has room for, judged by the type of the lines about it. An estimate of amount, never
// of content. docs/amounts.md has the method and its measured error.
#ifndef VAUGHN_WORKER_AMOUNT_H_
#define VAUGHN_WORKER_AMOUNT_H_

#include <vector>

#include "vaughn/model/geometry.h"
#include "vaughn/model/redaction.h"
#include "worker/type_near.h"

namespace vaughn::worker {

// lines: of the page's words that are not covered (type_lines). Without any, 12-point type is assumed and the
// range is wider. At least one character.
Amount estimate_amount(const Box& box, const std::vector<TypeLine>& lines);

// Of a cover that is several rectangles, not empty, within one box: their sum; the lines are those of the
// box.
Amount estimate_amount(const std::vector<Box>& parts, const Box& box, const std::vector<TypeLine>& lines);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_AMOUNT_H_
