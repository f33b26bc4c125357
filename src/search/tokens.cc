// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/tokens.h"

#include <fmt/format.h>

#include <array>
#include <cctype>
#include <charconv>
#include <map>
#include <optional>
#include <set>

#include "search/fields.h"
#include "vaughn/base/strings.h"
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

constexpr std::size_t kMostNested = 60;  // parentheses within one another

// "(b)(6)", "(b)(7)(C)-1,2" or "(6)": a code or a number, whose parentheses group nothing. How long it is; 0
// for anything else.
std::size_t literal_parentheses(std::string_view text) {
  constexpr std::size_t kMostInside = 6;
  std::size_t at = 0;
  while (at < text.size() && text[at] == '(') {
    std::size_t inside = at + 1;
    while (inside < text.size() && std::isalnum(static_cast<unsigned char>(text[inside])) != 0) ++inside;
    if (inside == at + 1 || inside - at - 1 > kMostInside || inside >= text.size() || text[inside] != ')')
      return 0;
    at = inside + 1;
  }
  return at;
}

std::optional<int> whole_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 0) return std::nullopt;
  return number;
}

struct Operator {
  std::string_view name;
  TokenKind kind;
};
constexpr std::array kOperators = {
    Operator{"AND", TokenKind::kAnd},        Operator{"OR", TokenKind::kOr},
    Operator{"NOT", TokenKind::kNot},        Operator{"NEAR", TokenKind::kNear},
    Operator{"NEXT-TO", TokenKind::kNextTo}, Operator{"NEAR-REDACTION", TokenKind::kNearRedaction}};

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view typed) : typed_(typed) { find_pairs(); }

  Tokens run() {
    for (skip_spaces(); !at_end(); skip_spaces()) next();
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
  void note(std::string text) { out_.notes.push_back({std::move(text), true}); }

  // Where parentheses open and close groups. One that opens stands at the beginning of a word and is no part
  // of a code; one that closes may stand behind a word.
  void find_pairs() {
    std::vector<std::size_t> open;
    bool begins = true;  // a word may begin here
    bool too_deep = false, alone = false;
    std::vector<int> inside(1, 0);  // in each group, of the word at hand: its own parentheses that are open
    for (std::size_t at = 0; at < typed_.size();) {
      std::size_t after = at;
      const char32_t c = next_code_point(typed_, &after);
      if (is_quote(c)) {
        const std::size_t closing = end_of_phrase(after);
        at = closing;
        begins = false;
        continue;
      }
      if (is_space(c)) {
        begins = true;
        inside.back() = 0;
        at = after;
        continue;
      }
      if (c == U'/' && begins) {
        if (const std::size_t length = pattern_length(at); length > 0) {
          patterns_.emplace(at, length);
          at += length;
          begins = false;
          continue;
        }
      }
      const bool near_group = begins && typed_.substr(at).starts_with("NEAR(");
      if ((c == U'(' && begins) || near_group) {
        const std::size_t literal = near_group ? 0 : literal_parentheses(typed_.substr(at));
        if (literal > 0) {
          at += literal;
          begins = false;
          continue;
        }
        if (open.size() >= kMostNested) {
          too_deep = true;
          if (!near_group) skipped_.insert(at);
        } else {
          open.push_back(near_group ? at + 4 : at);
          inside.push_back(0);
        }
        at = near_group ? at + 5 : after;
        continue;
      }
      if (c == U'(') {
        ++inside.back();
      } else if (c == U')') {
        if (inside.back() > 0) {
          --inside.back();
        } else if (!open.empty()) {
          pairs_.emplace(open.back(), at);
          closes_.insert(at);
          open.pop_back();
          inside.pop_back();
          at = after;
          begins = false;
          continue;
        } else {
          alone = true;
        }
      }
      begins = begins && c == U'-';
      at = after;
    }
    for (const std::size_t at : open) skipped_.insert(at);
    if (!open.empty() || alone) note("A parenthesis has no partner; it was not used.");
    if (too_deep) note("Parentheses are nested too deeply; the inmost were not used.");
  }

  // Behind the quote that ends a phrase, or the end of all.
  std::size_t end_of_phrase(std::size_t at) const {
    while (at < typed_.size())
      if (is_quote(next_code_point(typed_, &at))) return at;
    return typed_.size();
  }

  // "/.../" with nothing but a space or a parenthesis behind it; 0 for anything else. A slash inside is
  // written "\\/".
  std::size_t pattern_length(std::size_t at) const {
    for (std::size_t end = at + 1; end < typed_.size(); ++end) {
      if (typed_[end] == '\\') {
        ++end;
        continue;
      }
      if (typed_[end] != '/') continue;
      std::size_t after = end + 1;
      const bool ends =
          after >= typed_.size() || typed_[after] == ')' || is_space(next_code_point(typed_, &after));
      if (ends && end > at + 1) return end + 1 - at;
    }
    return 0;
  }

  void next() {
    if (closes_.contains(at_)) {
      ++at_;
      return add({TokenKind::kClose, ")"});
    }
    if (skipped_.contains(at_)) {
      ++at_;
      return;
    }
    if (typed_[at_] == '-' && at_ + 1 < typed_.size()) {
      std::size_t behind = at_ + 1;
      if (!is_space(next_code_point(typed_, &behind)) &&
          !closes_.contains(at_ + 1)) {  // no dash between spaces
        ++at_;
        return add({TokenKind::kNot, "-"});
      }
    }
    if (pairs_.contains(at_)) {
      ++at_;
      return add({TokenKind::kOpen, "("});
    }
    if (typed_.substr(at_).starts_with("NEAR(") && pairs_.contains(at_ + 4)) {
      at_ += 5;
      return add({TokenKind::kNearGroup, "NEAR("});
    }
    if (const auto pattern = patterns_.find(at_); pattern != patterns_.end()) {
      add({TokenKind::kPattern, std::string(typed_.substr(at_ + 1, pattern->second - 2))});
      at_ += pattern->second;
      return;
    }
    if (is_quote(peek())) {
      Token token{TokenKind::kPhrase, phrase()};
      token.prefix = take('*');
      token.fuzzy = !token.prefix && take('~');
      return add(std::move(token));
    }
    read_word();
  }

  void add(Token token) { out_.tokens.push_back(std::move(token)); }

  std::string phrase() {
    next_code_point(typed_, &at_);
    const std::size_t start = at_;
    for (std::size_t end = at_; !at_end(); end = at_)
      if (is_quote(next_code_point(typed_, &at_))) return std::string(typed_.substr(start, end - start));
    note("A quote is not closed; everything behind it was taken as one phrase.");
    return std::string(typed_.substr(start));
  }

  bool word_ends() const { return at_end() || is_space(peek()) || is_quote(peek()) || closes_.contains(at_); }

  void read_word() {
    Token token;
    const std::size_t start = at_;
    while (!word_ends()) {
      next_code_point(typed_, &at_);
      if (typed_[at_ - 1] == ':' && is_field(typed_.substr(start, at_ - 1 - start)) &&
          read_field(typed_.substr(start, at_ - 1 - start), &token))
        return add(std::move(token));
    }
    token.text = typed_.substr(start, at_ - start);
    read_operator(&token);
    if (token.kind == TokenKind::kWord) read_marks(&token);
    add(std::move(token));
  }

  // False, with nothing consumed, when the colon has no value behind it.
  bool read_field(std::string_view name, Token* token) {
    if (at_end() || is_space(peek()) || closes_.contains(at_)) return false;
    token->kind = TokenKind::kField;
    token->field = to_lower_ascii(name);
    if (is_quote(peek())) {
      token->text = phrase();
      return true;
    }
    const std::size_t start = at_;
    while (!at_end() && !is_space(peek()) && !closes_.contains(at_)) next_code_point(typed_, &at_);
    token->text = typed_.substr(start, at_ - start);
    return true;
  }

  // Capitals, and for those that measure a number behind a slash.
  static void read_operator(Token* token) {
    const std::size_t slash = token->text.find('/');
    const std::string_view name = std::string_view(token->text).substr(0, slash);
    for (const Operator& known : kOperators) {
      if (known.name != name) continue;
      const bool measures = known.kind == TokenKind::kNear || known.kind == TokenKind::kNearRedaction;
      if (slash != std::string::npos) {
        const auto number = measures ? whole_number(token->text.substr(slash + 1)) : std::nullopt;
        if (!number) return;
        token->number = *number;
      }
      token->kind = known.kind;
      return;
    }
  }

  std::string_view typed_;
  std::size_t at_ = 0;
  std::map<std::size_t, std::size_t> pairs_;     // where a group opens, where it closes
  std::set<std::size_t> closes_, skipped_;       // and parentheses that are passed over
  std::map<std::size_t, std::size_t> patterns_;  // where one begins, how long it is with its slashes
  Tokens out_;
};

bool ends_operand(const Token& token) {
  return token.kind == TokenKind::kWord || token.kind == TokenKind::kPhrase ||
         token.kind == TokenKind::kPattern || token.kind == TokenKind::kField ||
         token.kind == TokenKind::kClose;
}

bool begins_operand(const Token& token) {
  return (ends_operand(token) && token.kind != TokenKind::kClose) || token.kind == TokenKind::kOpen ||
         token.kind == TokenKind::kNearGroup;
}

bool is_operator(const Token& token) {
  return token.kind == TokenKind::kAnd || token.kind == TokenKind::kOr || token.kind == TokenKind::kNot ||
         token.kind == TokenKind::kNear || token.kind == TokenKind::kNextTo ||
         token.kind == TokenKind::kNearRedaction;
}

bool is_term(const Token& token) {
  return token.kind == TokenKind::kWord || token.kind == TokenKind::kPhrase;
}

// "NEXT-TO redaction", "NEXT-TO exemption:b6".
bool is_redaction(const Token& token) {
  return (token.kind == TokenKind::kWord && to_lower_ascii(token.text) == "redaction" && !token.prefix) ||
         (token.kind == TokenKind::kField && token.field == "exemption");
}

// "Portland OR" and "NEAR OR" hold no operator: one that has nothing to operate on is a word.
void settle_operators(Tokens* tokens) {
  std::vector<Token>& list = tokens->tokens;
  const auto at = [&](std::size_t i) { return i < list.size() ? &list[i] : nullptr; };
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (!is_operator(list[i])) continue;
    const Token* before = i > 0 ? &list[i - 1] : nullptr;
    std::size_t next = i + 1;
    while (list[i].kind != TokenKind::kNear && at(next) && at(next)->kind == TokenKind::kNot) ++next;
    const Token* behind = at(next);
    const bool left = before != nullptr && ends_operand(*before);
    const bool right = behind != nullptr && begins_operand(*behind);
    bool works = left && right;
    if (list[i].kind == TokenKind::kNot) works = right;
    if (list[i].kind == TokenKind::kNear) works = left && right && is_term(*before) && is_term(*behind);
    if (list[i].kind == TokenKind::kNextTo) works = left && at(i + 1) && is_redaction(*at(i + 1));
    if (list[i].kind == TokenKind::kNearRedaction) works = left;
    if (works) continue;
    // A minus is no word.
    if (list[i].text == "-") {
      list.erase(list.begin() + static_cast<std::ptrdiff_t>(i--));
      continue;
    }
    tokens->notes.push_back(
        {fmt::format("{} has nothing to join; it was looked for as a word.", list[i].text), true});
    list[i].kind = TokenKind::kWord;
    list[i].number = -1;
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

void read_marks(Token* word) {
  if (word->text.size() < 2) return;
  word->fuzzy = word->text.ends_with('~');
  word->prefix = word->text.ends_with('*');
  const char mark = word->text.back();
  while ((word->prefix || word->fuzzy) && word->text.ends_with(mark)) word->text.pop_back();
}

bool has_letters_or_digits(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (!is_separator(next_code_point(text, &at))) return true;
  return false;
}

}  // namespace vaughn::search
