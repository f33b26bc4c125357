// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/warning_rows.h"

#include <set>
#include <string>

#include "store/row_ids.h"

namespace vaughn::store {
namespace {

bool is_warning(const Problem& problem) {
  return problem.kind == ProblemKind::kParserWarning;
}

std::set<std::string> warnings_at(Connection& connection, std::int64_t first, std::int64_t last) {
  std::set<std::string> texts;
  Query rows = connection.query("SELECT cause FROM problem WHERE id BETWEEN ? AND ?", first, last);
  while (rows.step()) texts.insert(rows.text(0));
  return texts;
}

}  // namespace

void add_source_warnings(Connection& connection, SourceId source, const std::vector<Problem>& problems) {
  std::set<std::string> given;
  for (const Problem& problem : problems)
    if (is_warning(problem)) given.insert(problem.cause);
  if (given.empty()) return;
  const std::int64_t first = child_id(owner_id(source), kFirstWarningPlace);
  const std::int64_t last = child_id(owner_id(source), kMostRowsPerPage);
  std::set<std::string> texts = warnings_at(connection, first, last);
  const std::size_t known = texts.size();
  texts.merge(given);
  if (texts.size() == known) return;
  // A new text moves those behind it. When there are too many, those first in the alphabet stay: the one
  // choice that does not depend on who came first.
  connection.run("DELETE FROM problem WHERE id BETWEEN ? AND ?", first, last);
  std::int64_t id = first;
  for (const std::string& text : texts) {
    if (id > last) return;
    connection.run(
        "INSERT INTO problem (id, source, page, kind, cause, advice) VALUES (?, ?, NULL, ?, ?, '')", id++,
        source.value, to_string(ProblemKind::kParserWarning), text);
  }
}

std::vector<Problem> without_warnings(std::vector<Problem> problems) {
  std::erase_if(problems, is_warning);
  return problems;
}

}  // namespace vaughn::store
