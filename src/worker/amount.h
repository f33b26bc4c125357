// SPDX-License-Identifier: GPL-3.0-or-later
// How much text a cover has room for, judged by the type of the lines about it. An estimate of amount, never
// of content. docs/amounts.md has the method and its measured error.
#ifndef VAUGHN_WORKER_AMOUNT_H_
#define VAUGHN_WORKER_AMOUNT_H_

#include "vaughn/model/geometry.h"
#include "vaughn/model/redaction.h"
#include "vaughn/model/text.h"

namespace vaughn::worker {

// words: those of the page that are not covered, in reading order. Without any, 12-point type is assumed and
// the range is wider. At least one character.
Amount estimate_amount(const Box& box, const TextLayer& words, Points page_width);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_AMOUNT_H_
