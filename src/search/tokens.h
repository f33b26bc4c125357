// SPDX-License-Identifier: GPL-3.0-or-later
// A typed question cut into words, phrases, fields and operators.
#ifndef VAUGHN_SEARCH_TOKENS_H_
#define VAUGHN_SEARCH_TOKENS_H_

#include <string>
#include <string_view>
#include <vector>

namespace vaughn::search {

enum class TokenKind { kWord, kPhrase, kField, kAnd, kOr, kNot };

struct Token {
  TokenKind kind = TokenKind::kWord;
  std::string text;      // of a word or phrase; the value of a field; an operator as typed
  std::string field;     // its name, of a kField
  bool prefix = false;   // a star stands behind it
  bool negated = false;  // a minus stands before it

  bool operator==(const Token&) const = default;
};

struct Tokens {
  std::vector<Token> tokens;
  std::vector<std::string> notes;
};

// Precondition: typed is valid UTF-8. Operators come out as such only where they have something to operate
// on.
Tokens tokenize(std::string_view typed);

// Whether the index can hold any of it: a letter or digit of any script.
bool has_letters_or_digits(std::string_view text);

}  // namespace vaughn::search

#endif  // VAUGHN_SEARCH_TOKENS_H_
