// SPDX-License-Identifier: GPL-3.0-or-later
// Words spelt about so, and patterns of words, as the words that a database has.
#ifndef VAUGHN_SEARCH_EXPANSION_H_
#define VAUGHN_SEARCH_EXPANSION_H_

#include <string>
#include <vector>

#include "vaughn/store/question.h"
#include "vaughn/store/reader.h"

namespace vaughn::search {

struct Spelling {
  std::string word;
  int pages = 0;  // on which it stands
};

// What stood in the question, and what it became: the word itself first, then the nearest, then the
// commonest.
struct Variants {
  std::string asked;  // "clearview~", "/clearv.*/"
  std::vector<Spelling> words;
  bool more = false;  // there were others
};

struct Expansion {
  store::Question question;
  std::vector<Variants> variants;
};

// Fuzzy words, and patterns that can only match within a word, are replaced by the words there are. One that
// there is nothing like stays: it finds nothing.
Expansion expand(const store::Question& question, const store::Reader& reader);

// Every word that stands for itself becomes a fuzzy one.
store::Question with_fuzzy_words(store::Question question);

// For each of its words that stands on no page, those it may be meant for.
std::vector<Variants> suggestions(const store::Question& question, const store::Reader& reader);

}  // namespace vaughn::search

#endif  // VAUGHN_SEARCH_EXPANSION_H_
