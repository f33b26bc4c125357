// SPDX-License-Identifier: GPL-3.0-or-later
// The tree as an FTS5 MATCH expression. Every term is quoted, so nothing a person typed is syntax to SQLite.
#ifndef VAUGHN_SEARCH_FTS5_H_
#define VAUGHN_SEARCH_FTS5_H_

#include <string>

#include "search/expression.h"

namespace vaughn::search {

std::string to_fts5(const Expression& expression);

}  // namespace vaughn::search

#endif  // VAUGHN_SEARCH_FTS5_H_
