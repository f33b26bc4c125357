// SPDX-License-Identifier: GPL-3.0-or-later
// Pages that lie on their side or stand on their head in the scan: they are read upright, and what was found
// is told in places of the page as it is displayed.
#ifndef VAUGHN_WORKER_TURNING_H_
#define VAUGHN_WORKER_TURNING_H_

#include "vaughn/model/page.h"

namespace vaughn::worker {

// Where a box is after its page, of the size given, was turned by so many quarter turns clockwise (any sign).
Box turned(Box box, Points width, Points height, int quarters);

// Every box of the reading, and the page's size.
void turn(PageReading* reading, int quarters);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_TURNING_H_
