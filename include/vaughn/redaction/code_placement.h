// SPDX-License-Identifier: GPL-3.0-or-later
// Which codes explain which redactions, from where they stand on the page. Pure functions. See
// docs/exemption-codes.md.
#ifndef VAUGHN_REDACTION_CODE_PLACEMENT_H_
#define VAUGHN_REDACTION_CODE_PLACEMENT_H_

#include <vector>

#include "vaughn/model/exemption.h"
#include "vaughn/model/geometry.h"
#include "vaughn/model/redaction.h"
#include "vaughn/model/text.h"
#include "vaughn/redaction/code_reader.h"

namespace vaughn::redaction {

// The outer share of a page's width, left and right, where agencies stamp codes beside the text.
inline constexpr double kMarginShare = 0.14;

bool in_margin(const Box& box, Points page_width);

struct PlacedCodes {
  std::vector<Redaction> redactions;    // those given, in their order, with the codes that explain them added
  std::vector<ExemptionCode> unplaced;  // codes that explain the page, or nothing we know of, in their order
};

// Adds to each redaction the codes that were printed for it and read outside its own crop:
//   - inside: the code's centre lies in the box (in the smallest, where boxes nest). A mention becomes a
//   label, for a
//     code in a box is one whatever the words around it say;
//   - beside: on the box's line, at most an inch and a half away, with no other box between;
//     The other lines of the code's stack go with it;
//   - level: a stack, codes of consecutive lines, in the outer seventh of the page or at either end of a line
//     explains every redaction without a code of its own that is level with it (many-to-many);
//   - following: redactions without a code that follow a stack, line by line, belong to its group. A stack in
//     the FBI's notation may stand anywhere, and speaks down to the next one: what is farther than a few
//     lines from the group gets its codes without certainty;
//   - below: a code right under or over a redaction without a code explains that one.
// A code that a redaction has already is not added again. Codes without a box, page codes, and mentions
// outside boxes stay unplaced.
PlacedCodes place_codes(std::vector<Redaction> redactions, const std::vector<ExemptionCode>& codes,
                        Points page_width);

// A code read from compose_page_text(words, {}).text (see page_text.h), with the box of the words it was read
// from; of a word that holds more than the code, the code's share by characters. The words are those that
// came back with the text: they have their offsets.
ExemptionCode located(const CodeHit& hit, const TextLayer& words, CodeOrigin origin);

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_CODE_PLACEMENT_H_
