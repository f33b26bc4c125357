// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/expression.h"

#include <fmt/format.h>

namespace vaughn::search {
namespace {

class Parser {
 public:
  explicit Parser(const std::vector<Token>& tokens) : tokens_(tokens) {}

  Parsed run() {
    out_.expression = question();
    return std::move(out_);
  }

 private:
  bool at_end() const { return at_ >= tokens_.size(); }
  bool take(TokenKind kind) {
    if (at_end() || tokens_[at_].kind != kind) return false;
    ++at_;
    return true;
  }

  std::optional<Expression> question() {
    Expression any{Expression::Kind::kAny, "", false, {}, {}};
    do {
      if (std::optional<Expression> group = all()) any.parts.push_back(*std::move(group));
    } while (take(TokenKind::kOr));
    if (any.parts.empty()) return std::nullopt;
    if (any.parts.size() == 1) return std::move(any.parts.front());
    return any;
  }

  std::optional<Expression> all() {
    Expression group{Expression::Kind::kAll, "", false, {}, {}};
    while (!at_end() && tokens_[at_].kind != TokenKind::kOr) {
      take(TokenKind::kAnd);
      item(&group);
    }
    if (group.parts.empty()) {
      if (!group.excluded.empty())
        out_.notes.push_back(fmt::format("Leaving out \"{}\" needs something to look for; it was not used.",
                                         group.excluded.front().term));
      return std::nullopt;
    }
    if (group.parts.size() == 1 && group.excluded.empty()) return std::move(group.parts.front());
    return group;
  }

  void item(Expression* group) {
    const bool negated = take(TokenKind::kNot);
    if (at_end()) return;
    const Token& token = tokens_[at_++];
    if (token.kind == TokenKind::kField) return;
    if (!has_letters_or_digits(token.text)) {
      out_.notes.push_back(
          fmt::format("\"{}\" has no letter or digit to look for; it was not used.", token.text));
      return;
    }
    // "NOT -word" is taken as one exclusion: nobody means the word by it.
    std::vector<Expression>& side = negated || token.negated ? group->excluded : group->parts;
    side.push_back({Expression::Kind::kTerm, token.text, token.prefix, {}, {}});
  }

  const std::vector<Token>& tokens_;
  std::size_t at_ = 0;
  Parsed out_;
};

}  // namespace

Parsed parse(const std::vector<Token>& tokens) {
  return Parser(tokens).run();
}

}  // namespace vaughn::search
