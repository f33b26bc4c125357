// SPDX-License-Identifier: GPL-3.0-or-later
// What a researcher types, as a question for the store. Any text is a question: what is no operator is looked
// for as it stands, so "(b)(6)", "AT&T", "3:17-cv-1234" or an unbalanced quote never end in a syntax error.
// The language is described in docs/query-language.md.
#ifndef VAUGHN_SEARCH_QUERY_H_
#define VAUGHN_SEARCH_QUERY_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vaughn/store/question.h"

namespace vaughn::search {

struct ParsedQuery {
  std::optional<store::Question> question;  // none when nothing is asked for
  std::vector<std::string> notes;           // sentences for the person
  bool departs = false;  // something was read otherwise than it was typed, or not used: notes say what
};

ParsedQuery parse_query(std::string_view typed);

// As one would type it, with every AND: parse_query of it gives the same question.
std::string print(const store::Question& question);

}  // namespace vaughn::search

#endif  // VAUGHN_SEARCH_QUERY_H_
