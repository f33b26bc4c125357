// SPDX-License-Identifier: GPL-3.0-or-later
// What the program is known to get wrong about the sample records. A test fails when it gets something else
// wrong, and when it gets one of these right: take the row away then.
#ifndef VAUGHN_TESTS_WHOLE_KNOWN_MISSES_H_
#define VAUGHN_TESTS_WHOLE_KNOWN_MISSES_H_

#include "whole/miss_table.h"

namespace vaughn::whole {

const std::vector<KnownMiss>& known_misses();

}  // namespace vaughn::whole

#endif  // VAUGHN_TESTS_WHOLE_KNOWN_MISSES_H_
