// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/grammar.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "search/fields.h"
#include "vaughn/base/strings.h"

namespace vaughn::search {
namespace {

using store::Question;

constexpr int kDefaultDistance = 10;          // of NEAR
constexpr int kDefaultRedactionDistance = 5;  // of NEAR-REDACTION

using Maybe = std::optional<Question>;

// A list of what there is; nothing is left out of one of one part.
Maybe listed(Question::Kind kind, std::vector<Question> parts) {
  std::vector<Question> flat;
  for (Question& part : parts) {
    if (part.kind == kind)
      std::move(part.parts.begin(), part.parts.end(), std::back_inserter(flat));
    else
      flat.push_back(std::move(part));
  }
  if (flat.empty()) return std::nullopt;
  if (flat.size() == 1) return std::move(flat.front());
  return Question{kind, {}, std::move(flat)};
}

Maybe negated(Maybe question) {
  if (!question) return std::nullopt;
  if (question->kind == Question::Kind::kNot) return std::move(question->parts.front());
  return Question{Question::Kind::kNot, {}, {*std::move(question)}};
}

class Parser {
 public:
  explicit Parser(const std::vector<Token>& tokens) : tokens_(tokens) {}

  Parsed run() {
    // What closes no group is passed over.
    std::vector<Question> all;
    while (at_ < tokens_.size()) {
      if (Maybe part = any()) all.push_back(*std::move(part));
      take(TokenKind::kClose);
    }
    out_.question = listed(Question::Kind::kAll, std::move(all));
    return std::move(out_);
  }

 private:
  bool is(TokenKind kind) const { return at_ < tokens_.size() && tokens_[at_].kind == kind; }
  bool take(TokenKind kind) {
    if (!is(kind)) return false;
    ++at_;
    return true;
  }
  void note(std::string text) { out_.notes.push_back({std::move(text), true}); }

  Maybe any() {
    std::vector<Question> parts;
    do {
      if (Maybe part = all()) parts.push_back(*std::move(part));
    } while (take(TokenKind::kOr));
    return listed(Question::Kind::kAny, std::move(parts));
  }

  Maybe all() {
    std::vector<Question> parts;
    while (at_ < tokens_.size() && !is(TokenKind::kOr) && !is(TokenKind::kClose)) {
      if (take(TokenKind::kAnd)) continue;
      if (Maybe part = one()) parts.push_back(*std::move(part));
    }
    return listed(Question::Kind::kAll, std::move(parts));
  }

  Maybe one() {
    bool negative = false;
    while (take(TokenKind::kNot)) negative = !negative;
    Maybe question = near();
    while (is(TokenKind::kNextTo) || is(TokenKind::kNearRedaction)) question = beside(std::move(question));
    return negative ? negated(std::move(question)) : question;
  }

  Maybe near() {
    const bool first_is_term = is(TokenKind::kWord) || is(TokenKind::kPhrase);
    Maybe first = operand();
    if (!first_is_term || !is(TokenKind::kNear)) return first;
    const int number = tokens_[at_].number;
    store::Near group;
    group.distance = number < 0 ? kDefaultDistance : number;
    add_term(std::move(first), &group);
    while (is(TokenKind::kNear)) {
      if (tokens_[at_].number != number)
        note("Words joined by NEAR with several distances were read with the first of them.");
      ++at_;
      add_term(operand(), &group);
    }
    return closed(std::move(group));
  }

  static void add_term(Maybe question, store::Near* group) {
    if (question) group->terms.push_back(std::get<store::Term>(question->test));
  }

  static Maybe closed(store::Near group) {
    if (group.terms.empty()) return std::nullopt;
    if (group.terms.size() == 1) return Question::of(std::move(group.terms.front()));
    return Question::of(std::move(group));
  }

  // "NEXT-TO redaction", "NEAR-REDACTION/5 exemption:b6" behind what was just read.
  Maybe beside(Maybe question) {
    const Token& token = tokens_[at_++];
    const bool next_to = token.kind == TokenKind::kNextTo;
    const int distance = next_to ? 0 : token.number < 0 ? kDefaultRedactionDistance : token.number;
    std::string exemption;
    if (is(TokenKind::kField) && tokens_[at_].field == "exemption") {
      exemption = tokens_[at_++].text;
    } else if (next_to) {
      ++at_;  // the word redaction
    }
    if (!question) return std::nullopt;
    std::vector<Question> parts =
        question->kind == Question::Kind::kAny ? question->parts : std::vector<Question>{*question};
    for (Question& part : parts) {
      const auto* const term = std::get_if<store::Term>(&part.test);
      if (part.kind != Question::Kind::kTest || term == nullptr) {
        note(fmt::format(
            "{} works on words and phrases, and on several of them joined by OR; it was not used.",
            token.text));
        return question;
      }
      part = Question::of(store::Beside{*term, distance, exemption});
    }
    return listed(Question::Kind::kAny, std::move(parts));
  }

  Maybe operand() {
    if (at_ >= tokens_.size()) return std::nullopt;
    const Token& token = tokens_[at_++];
    switch (token.kind) {
      case TokenKind::kField:
        return read_field(token.field, token.text, &out_.notes);
      case TokenKind::kPattern:
        return pattern(token);
      case TokenKind::kOpen: {
        Maybe inside = any();
        take(TokenKind::kClose);
        return inside;
      }
      case TokenKind::kNearGroup:
        return near_group();
      default:
        return term(token);
    }
  }

  Maybe pattern(const Token& token) {
    const RE2 expression(token.text, RE2::Quiet);
    if (expression.ok()) return Question::of(store::Pattern{token.text});
    note(fmt::format("/{}/ is no regular expression ({}); it was looked for as it stands.", token.text,
                     expression.error()));
    return term({TokenKind::kPhrase, token.text});
  }

  Maybe term(const Token& token) {
    if (has_letters_or_digits(token.text))
      return Question::of(store::Term{token.text, token.prefix, token.fuzzy});
    note(fmt::format("\"{}\" has no letter or digit to look for; it was not used.", token.text));
    return std::nullopt;
  }

  // "NEAR(a "b c", 5)": the comma stands behind the last word or by itself.
  Maybe near_group() {
    std::vector<const Token*> inside;
    for (int depth = 1; at_ < tokens_.size(); ++at_) {
      const TokenKind kind = tokens_[at_].kind;
      if (kind == TokenKind::kOpen || kind == TokenKind::kNearGroup) ++depth;
      if (kind == TokenKind::kClose && --depth == 0) break;
      inside.push_back(&tokens_[at_]);
    }
    take(TokenKind::kClose);
    store::Near group;
    group.distance = kDefaultDistance;
    if (inside.size() >= 2 && distance_behind(*inside[inside.size() - 2], *inside.back(), &group.distance))
      inside.pop_back();
    for (const Token* token : inside) {
      Token as_word = *token;
      std::string& text = as_word.text;
      const bool listed = token->kind == TokenKind::kWord && text.ends_with(',');
      while (listed && text.ends_with(',')) text.pop_back();
      if (listed) read_marks(&as_word);
      if (token->kind == TokenKind::kOpen || token->kind == TokenKind::kClose || text.empty()) continue;
      if (as_word.kind != TokenKind::kWord && as_word.kind != TokenKind::kPhrase)
        note(fmt::format("In NEAR( ) there are words and phrases; \"{}\" was looked for as a word.", text));
      if (Maybe one = term(as_word)) group.terms.push_back(std::get<store::Term>(one->test));
    }
    return closed(std::move(group));
  }

  static bool distance_behind(const Token& before, const Token& last, int* distance) {
    if (last.kind != TokenKind::kWord || last.prefix || last.fuzzy) return false;
    std::string_view text = last.text;
    const bool comma = before.text.ends_with(',') || text.starts_with(',');
    if (text.starts_with(',')) text.remove_prefix(1);
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (!comma || error != std::errc() || end != text.data() + text.size() || number < 0) return false;
    *distance = number;
    return true;
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
