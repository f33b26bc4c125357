// SPDX-License-Identifier: GPL-3.0-or-later
// Redactions as Reader shows them, and what their counts and shares are made from.
#include <fmt/format.h>

#include "store/exemption_codes.h"
#include "store/page_rows.h"
#include "store/reader_parts.h"
#include "vaughn/base/strings.h"

namespace vaughn::store {
namespace {

// Every code of the database that one of those typed stands for.
std::vector<std::string> codes_meant(Connection& connection, const std::vector<std::string>& typed) {
  std::vector<std::string> codes;
  for (const std::string& one : typed)
    for (std::string& code : codes_meant(connection, one)) codes.push_back(std::move(code));
  return codes;
}

std::string conditions(const RedactionFilter& filter) {
  std::string sql = " WHERE 1";
  if (!filter.exemptions.empty())
    sql +=
        " AND EXISTS (SELECT 1 FROM exemption_code c WHERE c.redaction = r.id AND c.role <> 'mention'"
        " AND c.code IN (SELECT value FROM json_each(?)))";
  if (!filter.kinds.empty()) sql += " AND r.kind IN (SELECT value FROM json_each(?))";
  if (!filter.source_like.empty())
    sql += " AND p.source IN (SELECT source FROM source_path WHERE instr(lower(path), ?))";
  if (!filter.release.empty()) sql += " AND l.name = ?";
  if (filter.unlabelled) sql += " AND r.codes = '[]'";
  if (filter.uncertain)
    sql += " AND EXISTS (SELECT 1 FROM exemption_code c WHERE c.redaction = r.id AND c.certain = 0)";
  return sql;
}

RedactionRow read_row(Connection& connection, const Query& row) {
  RedactionRow found;
  found.release = row.text(1);
  found.request_number = row.text(2);
  found.received = row.text(3);
  found.source = row.text(4);
  found.sha256 = row.text(5);
  found.page = row.number(6);
  found.place = row.number(7);
  found.bates = row.text(8);
  found.bates_how = bates_how_from(row.text(9));
  found.leak = row.integer(10) != 0;
  found.redaction = read_redaction(connection, row.integer(0));
  return found;
}

}  // namespace

void visit_redactions(Connection& connection, const RedactionFilter& filter,
                      const std::function<void(const RedactionRow&)>& visit) {
  // Ids rise with source, page and place, so this needs no sorting and starts at once.
  Query rows = connection.query(
      "SELECT r.id, l.name, coalesce(l.request_number, ''), coalesce(l.received, ''), s.path,"
      " coalesce(s.sha256, ''), p.number, r.place, coalesce(b.value, ''), coalesce(b.how, ''),"
      " EXISTS (SELECT 1 FROM finding f WHERE f.redaction = r.id AND f.class = 'leak')"
      " FROM redaction r JOIN page p ON p.id = r.page JOIN source s ON s.id = p.source"
      " JOIN release l ON l.id = s.release LEFT JOIN bates b ON b.id = p.id * 10000 + 1" +
      conditions(filter) + " ORDER BY r.id");
  if (!filter.exemptions.empty()) rows.bind(json_quote(codes_meant(connection, filter.exemptions)));
  if (!filter.kinds.empty()) rows.bind(json_quote(filter.kinds));
  if (!filter.source_like.empty()) rows.bind(to_lower_ascii(filter.source_like));
  if (!filter.release.empty()) rows.bind(filter.release);
  while (rows.step()) visit(read_row(connection, rows));
}

void visit_page_codes(Connection& connection, const std::function<void(const PageCodeRow&)>& visit) {
  Query rows = connection.query(
      "SELECT l.name, s.path, coalesce(s.sha256, ''), coalesce(l.request_number, ''), coalesce(l.received, "
      "''),"
      " p.number, c.code, c.raw, c.certain FROM exemption_code c JOIN page p ON p.id = c.page"
      " JOIN source s ON s.id = p.source JOIN release l ON l.id = s.release"
      " WHERE c.role = 'page' AND c.redaction IS NULL ORDER BY c.id");
  while (rows.step()) {
    PageCodeRow row{rows.text(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4), rows.number(5), {}};
    row.code.code = rows.text(6);
    row.code.raw = rows.text(7);
    row.code.certain = rows.integer(8) != 0;
    row.code.role = CodeRole::kPage;
    visit(row);
  }
}

std::vector<PageCountRow> read_page_counts(Connection& connection) {
  std::vector<PageCountRow> counts;
  Query rows = connection.query(
      "SELECT l.name, s.path, coalesce(s.sha256, ''), count(p.text_withheld_share) FROM source s"
      " JOIN release l ON l.id = s.release LEFT JOIN page p ON p.source = s.id GROUP BY s.id ORDER BY s.id");
  while (rows.step()) counts.push_back({rows.text(0), rows.text(1), rows.text(2), rows.number(3)});
  return counts;
}

}  // namespace vaughn::store
