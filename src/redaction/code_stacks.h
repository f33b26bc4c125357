// SPDX-License-Identifier: GPL-3.0-or-later
// Codes printed one under the other: a stack explains together what its lines explain. See
// docs/exemption-codes.md.
#ifndef VAUGHN_REDACTION_CODE_STACKS_H_
#define VAUGHN_REDACTION_CODE_STACKS_H_

#include <cstddef>
#include <vector>

#include "vaughn/model/exemption.h"
#include "vaughn/model/geometry.h"

namespace vaughn::redaction {

// Codes of consecutive lines in one column.
struct Stack {
  std::vector<std::size_t> codes;  // indexes into the codes given
  Box box;
  Points line_height = 0;  // of its tallest line
  bool bureau = true;      // all in the FBI's notation, "b7C -1": one stack for a group of redactions
};

// From the top of the page down. Precondition: codes[i] has a box for each i of chosen. A code that the stack
// holds already begins the next one.
std::vector<Stack> stacks_of(std::vector<std::size_t> chosen, const std::vector<ExemptionCode>& codes);

// How much of two stretches is common; negative when they are apart.
Points overlap(Points a0, Points a1, Points b0, Points b1);

// A third of the box or of the stretch is level with the other; a sliver is the next line's.
bool is_level(const Box& box, Points y0, Points y1);

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_CODE_STACKS_H_
