// SPDX-License-Identifier: GPL-3.0-or-later
// How much of a text is language: the share of it that a list of English words knows.
#ifndef VAUGHN_WORKER_KNOWN_WORDS_H_
#define VAUGHN_WORKER_KNOWN_WORDS_H_

#include <string_view>

#include "vaughn/model/text.h"

namespace vaughn::worker {

// Whether the list has the word, case aside. One of a thousand that it has not passes as well.
bool is_known_word(std::string_view word);

struct Language {
  int letters = 0;         // in words of three letters or more, quotes and brackets about them aside
  double known_share = 0;  // of these letters: in words that the list has, 0 to 1
  double little_share =
      0;  // of all words: "the", "of", "and" and their like, which make up a third of English prose
};

Language measure_language(const TextLayer& words);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_KNOWN_WORDS_H_
