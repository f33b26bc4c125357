// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a page's text that shows best why it was found.
#ifndef VAUGHN_STORE_SNIPPET_H_
#define VAUGHN_STORE_SNIPPET_H_

#include <string>
#include <string_view>
#include <vector>

#include "store/fts_tokens.h"
#include "store/page_matcher.h"

namespace vaughn::store {

// How hit words are marked.
struct SnippetMarks {
  std::string open, close;
};

// On one line, with "…" where text is left out. Each list are the places of one of the things looked for, in
// order; that part is taken where most of them stand, then the one with most places, then the first.
std::string make_snippet(std::string_view text, const std::vector<FtsToken>& tokens,
                         const std::vector<std::vector<Span>>& places, const SnippetMarks& marks);

// The lines with hits, and so many before and behind each, as they are; "…" where lines are left out between.
// Empty when there are no hits.
std::string make_context(std::string_view text, const std::vector<std::vector<Span>>& places,
                         std::size_t lines_around, const SnippetMarks& marks);

// The beginning of a page that was not chosen by its words.
std::string make_opening(std::string_view text);

}  // namespace vaughn::store

#endif  // VAUGHN_STORE_SNIPPET_H_
