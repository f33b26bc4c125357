// SPDX-License-Identifier: GPL-3.0-or-later
// How far a reading is from the truth, counted so that pages add up.
#ifndef VAUGHN_EVAL_TEXT_ERRORS_H_
#define VAUGHN_EVAL_TEXT_ERRORS_H_

#include <string>
#include <vector>

namespace vaughn::eval {

struct TextErrors {
  long long true_words = 0, read_words = 0;
  long long word_edits = 0;   // fewest insertions, deletions and replacements of words, in reading order
  long long words_found = 0;  // words that both have, wherever they stand, each as often as both have it
  // word_edits as they would be with the words in the best order: the larger of missing and invented, by
  // page.
  long long errors_any_order = 0;
  long long true_characters = 0;
  long long character_edits = 0;  // the same of code points, words joined by one space

  TextErrors& operator+=(const TextErrors& other);

  // Shares of the true words (characters); more than 1 is possible where much was invented.
  double word_error_rate() const;
  double character_error_rate() const;
  double recall() const;     // share of the true words that were read
  double precision() const;  // share of the words read that are true
};

// Both as plain_words gives them.
TextErrors compare_words(const std::vector<std::string>& truth, const std::vector<std::string>& reading);

}  // namespace vaughn::eval

#endif  // VAUGHN_EVAL_TEXT_ERRORS_H_
