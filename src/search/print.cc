// SPDX-License-Identifier: GPL-3.0-or-later
// A question as one would type it: parse_query(print(q)) gives q again.
#include <fmt/format.h>

#include "search/fields.h"
#include "search/tokens.h"
#include "vaughn/base/strings.h"
#include "vaughn/search/query.h"

namespace vaughn::search {
namespace {

using store::Question;

// Whether the text, typed without quotes, is one word and nothing else.
bool is_plain(const std::string& text) {
  const Tokens tokens = tokenize("a " + text + " a");
  return tokens.notes.empty() && tokens.tokens.size() == 3 &&
         tokens.tokens[1] == Token{TokenKind::kWord, text};
}

// Within NEAR( ) a comma parts the words from the distance.
std::string printed(const store::Term& term, bool in_near = false) {
  const bool plain = is_plain(term.text) && !(in_near && term.text.find(',') != std::string::npos);
  const std::string text = plain ? term.text : '"' + term.text + '"';
  return text + (term.prefix ? "*" : "") + (term.fuzzy ? "~" : "");
}

struct Printer {
  std::string operator()(const store::Term& term) const { return printed(term); }
  std::string operator()(const store::Near& near) const {
    std::vector<std::string> terms;
    for (const store::Term& term : near.terms) terms.push_back(printed(term, true));
    return fmt::format("NEAR({}, {})", join(terms, " "), near.distance);
  }
  std::string operator()(const store::Beside& beside) const {
    const std::string ground =
        beside.exemption.empty() ? "" : *printed_field(store::HasExemption{beside.exemption, false});
    if (beside.distance == 0)
      return fmt::format("{} NEXT-TO {}", printed(beside.term), ground.empty() ? "redaction" : ground);
    return fmt::format("{} NEAR-REDACTION/{}{}{}", printed(beside.term), beside.distance,
                       ground.empty() ? "" : " ", ground);
  }
  std::string operator()(const store::Pattern& pattern) const { return '/' + pattern.expression + '/'; }
  template <class Field>
  std::string operator()(const Field& field) const {
    return printed_field(field).value_or("");
  }
};

bool needs_parentheses(const Question& part) {
  return part.kind == Question::Kind::kAll || part.kind == Question::Kind::kAny ||
         (part.kind == Question::Kind::kTest && std::holds_alternative<store::Beside>(part.test));
}

std::string in_parentheses(const Question& part) {
  return needs_parentheses(part) ? "(" + print(part) + ")" : print(part);
}

}  // namespace

std::string print(const Question& question) {
  if (question.kind == Question::Kind::kTest) return std::visit(Printer{}, question.test);
  if (question.kind == Question::Kind::kNot) return "NOT " + in_parentheses(question.parts.front());
  std::vector<std::string> parts;
  for (const Question& part : question.parts) parts.push_back(in_parentheses(part));
  return join(parts, question.kind == Question::Kind::kAny ? " OR " : " AND ");
}

}  // namespace vaughn::search
