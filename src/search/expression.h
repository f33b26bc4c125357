// SPDX-License-Identifier: GPL-3.0-or-later
// The question as a tree.
//
//   question := all (OR all)*
//   all      := item ([AND] item)*
//   item     := [NOT | -] (word | phrase | field)
//
// Fields are conditions on the page (fields.h) and no part of the tree.
#ifndef VAUGHN_SEARCH_EXPRESSION_H_
#define VAUGHN_SEARCH_EXPRESSION_H_

#include <optional>
#include <string>
#include <vector>

#include "search/tokens.h"

namespace vaughn::search {

struct Expression {
  enum class Kind {
    kTerm,  // a word or phrase
    kAll,   // every one of parts, none of excluded
    kAny,   // at least one of parts
  };
  Kind kind = Kind::kTerm;
  std::string term;
  bool prefix = false;            // the term's last word is a beginning
  std::vector<Expression> parts;  // never empty in kAll and kAny
  std::vector<Expression> excluded;

  bool operator==(const Expression&) const = default;
};

struct Parsed {
  std::optional<Expression> expression;  // none when there is nothing to look for
  std::vector<std::string> notes;
};

Parsed parse(const std::vector<Token>& tokens);

}  // namespace vaughn::search

#endif  // VAUGHN_SEARCH_EXPRESSION_H_
