// SPDX-License-Identifier: GPL-3.0-or-later
// The closed list of labels that boxes carry, and how near a garbled reading comes to each.
#ifndef VAUGHN_REDACTION_CODE_LEXICON_H_
#define VAUGHN_REDACTION_CODE_LEXICON_H_

#include <string>
#include <string_view>
#include <vector>

#include "vaughn/redaction/code_reader.h"

namespace vaughn::redaction {

// Edit distance with the confusions of recognition at a discount: 6 for b, X for a bracket, a lost bracket.
double label_distance(std::string_view read, std::string_view label);

// The codes of the label that is near enough (30 % of its length) and clearly nearer than any label of other
// codes; empty when there is none. on_page: labels of the page that were read exactly; they join the list,
// and those of the list that stand for the same codes are favoured.
std::vector<std::string> nearest_label(std::string_view read, const std::vector<PrintedLabel>& on_page = {});

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_CODE_LEXICON_H_
