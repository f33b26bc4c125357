// SPDX-License-Identifier: GPL-3.0-or-later
// "name:value" conditions: which names there are and what each does to the question.
#ifndef VAUGHN_SEARCH_FIELDS_H_
#define VAUGHN_SEARCH_FIELDS_H_

#include <string>
#include <string_view>
#include <vector>

#include "search/tokens.h"
#include "vaughn/store/reader.h"

namespace vaughn::search {

// Letter case aside.
bool is_field(std::string_view name);
std::string field_name(std::string_view typed);  // as in our table

struct Conditions {
  store::TextQuery query;  // with the conditions set and no match
  std::vector<std::string> notes;
};

// The conditions among the tokens.
Conditions read_conditions(const std::vector<Token>& tokens);

}  // namespace vaughn::search

#endif  // VAUGHN_SEARCH_FIELDS_H_
