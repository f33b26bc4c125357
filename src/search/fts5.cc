// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/fts5.h"

#include "vaughn/base/strings.h"

namespace vaughn::search {
namespace {

std::string joined(const std::vector<Expression>& parts, std::string_view with) {
  std::vector<std::string> printed;
  for (const Expression& part : parts) {
    const bool simple = part.kind == Expression::Kind::kTerm;
    printed.push_back(simple ? to_fts5(part) : "(" + to_fts5(part) + ")");
  }
  return join(printed, with);
}

}  // namespace

std::string to_fts5(const Expression& expression) {
  switch (expression.kind) {
    case Expression::Kind::kTerm:
      return "\"" + replace_all(expression.term, "\"", "\"\"") + "\"" + (expression.prefix ? "*" : "");
    case Expression::Kind::kAny:
      return joined(expression.parts, " OR ");
    case Expression::Kind::kAll:
      break;
  }
  const std::string wanted = joined(expression.parts, " AND ");
  if (expression.excluded.empty()) return wanted;
  // One NOT for all of them: FTS5 nests a chain of NOTs and gives up at a depth of 256.
  return "(" + wanted + ") NOT (" + joined(expression.excluded, " OR ") + ")";
}

}  // namespace vaughn::search
