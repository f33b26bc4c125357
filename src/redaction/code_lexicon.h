// SPDX-License-Identifier: GPL-3.0-or-later
// The closed list of labels that boxes carry, and how near a garbled reading comes to each.
#ifndef VAUGHN_REDACTION_CODE_LEXICON_H_
#define VAUGHN_REDACTION_CODE_LEXICON_H_

#include <string>
#include <string_view>
#include <vector>

namespace vaughn::redaction {

// Edit distance with the confusions of recognition at a discount: 6 for b, X for a bracket, a lost bracket.
double label_distance(std::string_view read, std::string_view label);

// The codes of the label that is near enough (30 % of its length) and clearly nearer than any label of other
// codes; empty when there is none. exact_on_page: canonical codes already read exactly nearby; a label of
// those is favoured.
std::vector<std::string> nearest_label(std::string_view read,
                                       const std::vector<std::string>& exact_on_page = {});

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_CODE_LEXICON_H_
