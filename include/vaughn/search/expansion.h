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
  int pages = 0;        // on which it stands
  double distance = 0;  // ocr_distance from the word asked for
};

// What stood in the question, and what it became: the word itself first, then the nearest, then the
// commonest. A variant may be several words, or the words of a phrase run together.
struct Variants {
  std::string asked;  // "clearview~", "/clearv.*/"
  std::vector<Spelling> words;
  bool more = false;  // there were others
};

struct Expansion {
  store::Question question;
  std::vector<Variants> variants;
  bool left_out =
      false;  // of phrases and words near one another, combinations of variants that were too many
};

enum class Stems { kNo, kYes };

// Fuzzy words, and patterns that can only match within a word, are replaced by the words there are; with
// stems, every other word by those of its stem too. One that there is nothing like stays: it finds nothing.
Expansion expand(const store::Question& question, const store::Reader& reader, Stems stems = Stems::kNo);

// Every word that stands for itself becomes a fuzzy one.
store::Question with_fuzzy_words(store::Question question);

// For each of its words that stands on no page, those it may be meant for.
std::vector<Variants> suggestions(const store::Question& question, const store::Reader& reader);

// For each of its words that stands on much fewer pages than what recognition may have made of it, and
// nothing but recognition: those, without the word itself.
std::vector<Variants> misreadings(const store::Question& question, const store::Reader& reader);

}  // namespace vaughn::search

#endif  // VAUGHN_SEARCH_EXPANSION_H_
