// SPDX-License-Identifier: GPL-3.0-or-later
// The form in which words of different readers are compared: what engines and fonts may write either way is
// written one way, and nothing else is changed.
#ifndef VAUGHN_EVAL_PLAIN_WORDS_H_
#define VAUGHN_EVAL_PLAIN_WORDS_H_

#include <string>
#include <string_view>
#include <vector>

namespace vaughn::eval {

// NFC; ligatures taken apart; curly quotes, primes, dashes and the ellipsis as in ASCII; soft hyphens and
// characters without width dropped. Case and punctuation count. Precondition: valid UTF-8.
std::string plain(std::string_view text);

// plain(text), parted at white space of any kind.
std::vector<std::string> plain_words(std::string_view text);

}  // namespace vaughn::eval

#endif  // VAUGHN_EVAL_PLAIN_WORDS_H_
