// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/search/query.h"

#include <fmt/format.h>

#include <algorithm>

#include "search/expression.h"
#include "search/fields.h"
#include "search/fts5.h"
#include "search/tokens.h"
#include "vaughn/base/utf8.h"

namespace vaughn::search {
namespace {

// Nobody types more; each word costs the index a look-up, and a pasted book would cost minutes.
constexpr std::size_t kMostBytes = 4000;

void append(std::vector<std::string>* to, std::vector<std::string> from) {
  for (std::string& note : from)
    if (std::find(to->begin(), to->end(), note) == to->end()) to->push_back(std::move(note));
}

std::string shortened(std::string_view typed, std::vector<std::string>* notes) {
  if (typed.size() > kMostBytes) {
    notes->push_back(
        fmt::format("The question is very long; only its first {} characters were used.", kMostBytes));
    typed = typed.substr(0, kMostBytes);
  }
  return make_valid_utf8(typed);
}

// "a b OR c" means other things to other search engines.
bool may_surprise(const Expression& expression) {
  if (expression.kind != Expression::Kind::kAny) return false;
  for (const Expression& part : expression.parts)
    if (part.kind == Expression::Kind::kAll) return true;
  return false;
}

}  // namespace

ParsedQuery parse_query(std::string_view typed) {
  ParsedQuery parsed;
  Tokens tokens = tokenize(shortened(typed, &parsed.notes));
  append(&parsed.notes, std::move(tokens.notes));
  Conditions conditions = read_conditions(tokens.tokens);
  append(&parsed.notes, std::move(conditions.notes));
  Parsed tree = parse(tokens.tokens);
  append(&parsed.notes, std::move(tree.notes));
  parsed.text = std::move(conditions.query);
  if (!tree.expression) return parsed;
  parsed.text.match = to_fts5(*tree.expression);
  if (may_surprise(*tree.expression)) parsed.notes.push_back("Read as: " + parsed.text.match);
  return parsed;
}

}  // namespace vaughn::search
