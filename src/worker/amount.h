// SPDX-License-Identifier: GPL-3.0-or-later
// How much a cover has room for, judged by the type of the lines about it. An estimate of amount, never of
// content.
#ifndef VAUGHN_WORKER_AMOUNT_H_
#define VAUGHN_WORKER_AMOUNT_H_

#include "vaughn/model/geometry.h"
#include "vaughn/model/text.h"

namespace vaughn::worker {

// Characters of the neighbouring text's size that fit into the box: lines that fit by height, times
// characters that fit by width. Words near the box count; without any, 12-point type is assumed (5.5 pt a
// character, 13.8 pt a line).
int estimate_characters(const Box& box, const TextLayer& words);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_AMOUNT_H_
