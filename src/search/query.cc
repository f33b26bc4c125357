// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/search/query.h"

#include <fmt/format.h>

#include <algorithm>

#include "search/grammar.h"
#include "search/tokens.h"
#include "vaughn/base/utf8.h"

namespace vaughn::search {
namespace {

// Nobody types more; each word costs the index a look-up, and a pasted book would cost minutes.
constexpr std::size_t kMostBytes = 4000;

void append(const std::vector<Note>& notes, ParsedQuery* to) {
  for (const Note& note : notes) {
    to->departs |= note.departs;
    if (std::find(to->notes.begin(), to->notes.end(), note.text) == to->notes.end())
      to->notes.push_back(note.text);
  }
}

// "a b OR c" means other things to other search engines.
bool may_surprise(const store::Question& question) {
  using Kind = store::Question::Kind;
  return question.kind == Kind::kAny &&
         std::any_of(question.parts.begin(), question.parts.end(),
                     [](const store::Question& part) { return part.kind == Kind::kAll; });
}

}  // namespace

ParsedQuery parse_query(std::string_view typed) {
  ParsedQuery query;
  if (typed.size() > kMostBytes) {
    append({{fmt::format("The question is very long; only its first {} characters were used.", kMostBytes),
             true}},
           &query);
    typed = typed.substr(0, kMostBytes);
  }
  const Tokens tokens = tokenize(make_valid_utf8(typed));
  append(tokens.notes, &query);
  Parsed parsed = parse(tokens.tokens);
  append(parsed.notes, &query);
  query.question = std::move(parsed.question);
  if (query.question && may_surprise(*query.question))
    append({{"Read as: " + print(*query.question), false}}, &query);
  return query;
}

}  // namespace vaughn::search
