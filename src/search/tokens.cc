// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/tokens.h"

#include <fmt/format.h>

#include <array>
#include <cctype>

#include "search/fields.h"
#include "vaughn/base/utf8.h"

namespace vaughn::search {
namespace {

constexpr bool is_space(char32_t c) {
  return c == U' ' || (c >= U'\t' && c <= U'\r') || c == U'\u00a0' || (c >= U'\u2000' && c <= U'\u200b') ||
         c == U'\u202f' || c == U'\u3000';
}

// Questions are pasted from word processors, which curl the quotes.
constexpr bool is_quote(char32_t c) {
  return c == U'"' || c == U'“' || c == U'”' || c == U'„';
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view typed) : typed_(typed) {}

  Tokens run() {
    for (skip_spaces(); !at_end(); skip_spaces()) out_.tokens.push_back(next());
    return std::move(out_);
  }

 private:
  bool at_end() const { return at_ >= typed_.size(); }
  char32_t peek() const {
    std::size_t ahead = at_;
    return next_code_point(typed_, &ahead);
  }
  void skip_spaces() {
    while (!at_end() && is_space(peek())) next_code_point(typed_, &at_);
  }
  bool take(char c) {
    if (at_end() || typed_[at_] != c) return false;
    ++at_;
    return true;
  }

  Token next() {
    const std::size_t start = at_;
    Token token;
    token.negated = take('-');
    if (token.negated && (at_end() || is_space(peek()))) {  // a dash between spaces
      token.negated = false;
      at_ = start;
    }
    if (!at_end() && is_quote(peek())) {
      token.kind = TokenKind::kPhrase;
      token.text = phrase();
      token.prefix = take('*');
    } else {
      read_word(&token);
    }
    return token;
  }

  std::string phrase() {
    next_code_point(typed_, &at_);
    const std::size_t start = at_;
    for (std::size_t end = at_; !at_end(); end = at_)
      if (is_quote(next_code_point(typed_, &at_))) return std::string(typed_.substr(start, end - start));
    out_.notes.push_back("A quote is not closed; everything behind it was taken as one phrase.");
    return std::string(typed_.substr(start));
  }

  void read_word(Token* token) {
    const std::size_t start = at_;
    while (!at_end() && !is_space(peek()) && !is_quote(peek())) {
      next_code_point(typed_, &at_);
      if (typed_[at_ - 1] == ':' && is_field(typed_.substr(start, at_ - 1 - start)) &&
          read_field(typed_.substr(start, at_ - 1 - start), token))
        return;
    }
    token->text = typed_.substr(start, at_ - start);
    if (!token->negated) token->kind = operator_kind(token->text);
    token->prefix = token->text.size() > 1 && token->text.ends_with('*');
    while (token->prefix && token->text.ends_with('*')) token->text.pop_back();
  }

  // False, with nothing consumed, when the colon has no value behind it.
  bool read_field(std::string_view name, Token* token) {
    if (at_end() || is_space(peek())) return false;
    token->kind = TokenKind::kField;
    token->field = field_name(name);
    if (is_quote(peek())) {
      token->text = phrase();
      return true;
    }
    const std::size_t start = at_;
    while (!at_end() && !is_space(peek())) next_code_point(typed_, &at_);
    token->text = typed_.substr(start, at_ - start);
    return true;
  }

  static TokenKind operator_kind(std::string_view word) {
    if (word == "AND") return TokenKind::kAnd;
    if (word == "OR") return TokenKind::kOr;
    return word == "NOT" ? TokenKind::kNot : TokenKind::kWord;
  }

  std::string_view typed_;
  std::size_t at_ = 0;
  Tokens out_;
};

bool is_operand(const Token& token) {
  return token.kind == TokenKind::kWord || token.kind == TokenKind::kPhrase ||
         token.kind == TokenKind::kField;
}

// "Portland OR" and "NEAR OR" hold no operator: one that has nothing to operate on is a word.
void settle_operators(Tokens* tokens) {
  std::vector<Token>& list = tokens->tokens;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (is_operand(list[i])) continue;
    const bool left = list[i].kind == TokenKind::kNot || (i > 0 && is_operand(list[i - 1]));
    const bool right =
        i + 1 < list.size() &&
        (is_operand(list[i + 1]) || (list[i].kind != TokenKind::kNot && list[i + 1].kind == TokenKind::kNot &&
                                     i + 2 < list.size() && is_operand(list[i + 2])));
    if (left && right) continue;
    tokens->notes.push_back(
        fmt::format("{} has nothing to join; it was looked for as a word.", list[i].text));
    list[i].kind = TokenKind::kWord;
  }
}

struct Range {
  char32_t first, last;
};

// What the index's tokenizer (unicode61) takes for a separator, by blocks; the ASCII part is exact.
constexpr std::array kSeparators = {
    Range{0x80, 0xa9},     Range{0xab, 0xb1},     Range{0xb4, 0xb4},     Range{0xb6, 0xb8},
    Range{0xbb, 0xbb},     Range{0xbf, 0xbf},     Range{0xd7, 0xd7},     Range{0xf7, 0xf7},
    Range{0x2000, 0x206f}, Range{0x20a0, 0x20cf}, Range{0x2116, 0x2117}, Range{0x2120, 0x2122},
    Range{0x2190, 0x245f}, Range{0x2500, 0x2775}, Range{0x2794, 0x2bff}, Range{0x3000, 0x3003},
    Range{0x3008, 0x3020}, Range{0xfe10, 0xfe6f}, Range{0xff01, 0xff0f}, Range{0xff1a, 0xff20},
    Range{0xff3b, 0xff40}, Range{0xff5b, 0xff65}, Range{0xfff0, 0xffff}, Range{0x1f000, 0x1faff}};

bool is_separator(char32_t c) {
  if (c < 0x80) return !std::isalnum(static_cast<int>(c));
  for (const Range& range : kSeparators)
    if (c >= range.first && c <= range.last) return true;
  return false;
}

}  // namespace

Tokens tokenize(std::string_view typed) {
  Tokens tokens = Tokenizer(typed).run();
  settle_operators(&tokens);
  return tokens;
}

bool has_letters_or_digits(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (!is_separator(next_code_point(text, &at))) return true;
  return false;
}

}  // namespace vaughn::search
