// SPDX-License-Identifier: GPL-3.0-or-later
// A typed question cut into words, phrases, fields, operators and parentheses.
#ifndef VAUGHN_SEARCH_TOKENS_H_
#define VAUGHN_SEARCH_TOKENS_H_

#include <string>
#include <string_view>
#include <vector>

namespace vaughn::search {

enum class TokenKind {
  kWord,
  kPhrase,
  kPattern,    // "/.../"
  kField,      // "name:value"
  kOpen,       // "(" that groups
  kNearGroup,  // "NEAR("
  kClose,      // ")" of either
  kAnd,
  kOr,
  kNot,            // NOT, or "-" before what it belongs to
  kNear,           // "NEAR/5" between two words
  kNextTo,         // "NEXT-TO"
  kNearRedaction,  // "NEAR-REDACTION/5"
};

struct Token {
  TokenKind kind = TokenKind::kWord;
  std::string text;     // of a word, phrase or pattern; the value of a field; an operator as typed
  std::string field{};  // its name in small letters, of a kField
  bool prefix = false;  // a star stands behind it
  bool fuzzy = false;   // a tilde stands behind it
  int number = -1;      // behind the slash of an operator; -1 without one

  bool operator==(const Token&) const = default;
};

struct Note {
  std::string text;      // a sentence
  bool departs = false;  // something was read otherwise than it was typed, or not used

  bool operator==(const Note&) const = default;
};

struct Tokens {
  std::vector<Token> tokens;
  std::vector<Note> notes;
};

// Precondition: typed is valid UTF-8. Parentheses come out as such only in pairs and where they group:
// "(b)(6)" is a word. Operators come out as such only where they have something to operate on.
Tokens tokenize(std::string_view typed);

// Takes a star or a tilde from the end of a word for what it says.
void read_marks(Token* word);

// Whether the index can hold any of it: a letter or digit of any script.
bool has_letters_or_digits(std::string_view text);

}  // namespace vaughn::search

#endif  // VAUGHN_SEARCH_TOKENS_H_
