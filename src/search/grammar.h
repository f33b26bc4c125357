// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens as a question. The grammar is in docs/query-language.md.
#ifndef VAUGHN_SEARCH_GRAMMAR_H_
#define VAUGHN_SEARCH_GRAMMAR_H_

#include <optional>
#include <vector>

#include "search/tokens.h"
#include "vaughn/store/question.h"

namespace vaughn::search {

struct Parsed {
  std::optional<store::Question> question;  // none when nothing is asked for
  std::vector<Note> notes;
};

// What it makes is simple: no list within a list of its kind, none of one part, no NOT of a NOT.
Parsed parse(const std::vector<Token>& tokens);

}  // namespace vaughn::search

#endif  // VAUGHN_SEARCH_GRAMMAR_H_
