// SPDX-License-Identifier: GPL-3.0-or-later
// What a researcher types, as a question for the store. Any text is a question: what is no operator is looked
// for as it stands, so "(b)(6)", "AT&T", "3:17-cv-1234" or an unbalanced quote never end in a syntax error.
//
//   word word            pages with all of them          "in this order"    a phrase
//   one OR other         either; binds weaker than AND   -word, NOT word    without it
//   begin*               words that begin so
//   exemption:b7e  source:part-of-path  page:12  text-source:scan
//                        conditions on the page; they hold for the whole question
//
// OR, AND and NOT are operators in capitals and between words only.
#ifndef VAUGHN_SEARCH_QUERY_H_
#define VAUGHN_SEARCH_QUERY_H_

#include <string>
#include <string_view>
#include <vector>

#include "vaughn/store/reader.h"

namespace vaughn::search {

struct ParsedQuery {
  store::TextQuery text;           // with default limit, offset and snippet marks
  std::vector<std::string> notes;  // sentences: where it was read otherwise than one might expect
};

ParsedQuery parse_query(std::string_view typed);

}  // namespace vaughn::search

#endif  // VAUGHN_SEARCH_QUERY_H_
