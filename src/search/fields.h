// SPDX-License-Identifier: GPL-3.0-or-later
// "name:value": which names there are, and what each asks of a page.
#ifndef VAUGHN_SEARCH_FIELDS_H_
#define VAUGHN_SEARCH_FIELDS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/tokens.h"
#include "vaughn/store/question.h"

namespace vaughn::search {

// Letter case aside.
bool is_field(std::string_view name);

// None, with a note, where the value makes no sense or the database has nothing to hold against it yet.
// Precondition: is_field(name), in small letters.
std::optional<store::Question> read_field(std::string_view name, const std::string& value,
                                          std::vector<Note>* notes);

// "page:3..7"; read_field gives the test again. None for a test that no field makes.
std::optional<std::string> printed_field(const store::PageTest& test);

}  // namespace vaughn::search

#endif  // VAUGHN_SEARCH_FIELDS_H_
