// SPDX-License-Identifier: GPL-3.0-or-later
// Counts over the whole database. Each is answered from an index, without touching the pages' text.
#include <fmt/format.h>

#include "store/page_rows.h"
#include "store/reader_parts.h"
#include "store/row_ids.h"

namespace vaughn::store {
namespace {

std::map<std::string, int> counts(Connection& connection, std::string_view sql) {
  std::map<std::string, int> found;
  Query rows = connection.query(sql);
  while (rows.step()) found[rows.text(0)] = rows.number(1);
  return found;
}

void add_redactions(Connection& connection, StatusSummary* status) {
  status->redactions_total = static_cast<int>(connection.integer("SELECT count(*) FROM redaction"));
  status->redactions_unlabelled =
      static_cast<int>(connection.integer("SELECT count(*) FROM redaction WHERE codes = '[]'"));
  status->redactions_labelled = status->redactions_total - status->redactions_unlabelled;
  status->codes_uncertain = static_cast<int>(
      connection.integer("SELECT count(*) FROM exemption_code WHERE certain = 0 AND role <> 'mention'"));
  status->redactions_uncertain = static_cast<int>(connection.integer(
      "SELECT count(DISTINCT redaction) FROM exemption_code WHERE certain = 0 AND role <> 'mention'"));
  status->redactions_by_code =
      counts(connection,
             "SELECT code, count(DISTINCT redaction) AS n FROM exemption_code WHERE role <> 'mention'"
             " GROUP BY code HAVING n > 0");
}

void add_shares(Connection& connection, StatusSummary* status) {
  Query row = connection.query("SELECT avg(text_withheld_share) FROM page");
  if (row.step()) status->withheld_share = row.optional_real(0);
  status->pages_withheld_in_full =
      static_cast<int>(connection.integer("SELECT count(*) FROM redaction WHERE kind = 'page'"));
}

}  // namespace

StatusSummary read_status(Connection& connection) {
  StatusSummary status;
  status.sources = read_sources(connection);
  for (const SourceRow& source : status.sources) {
    status.pages_total += source.page_count;
    status.pages_read += source.pages_read;
    status.pages_failed += source.pages_failed;
    status.pages_pending += source.pages_pending;
    status.pages_ocr_due += source.pages_ocr_due;
  }
  status.pages_by_text_source =
      counts(connection,
             "SELECT text_source, count(*) FROM page WHERE text_source IS NOT NULL GROUP BY text_source");
  status.findings_by_type = counts(connection, "SELECT type, count(*) FROM finding GROUP BY type");
  status.findings_by_class = counts(connection, "SELECT class, count(*) FROM finding GROUP BY class");
  add_redactions(connection, &status);
  add_shares(connection, &status);
  return status;
}

std::vector<TextSourceRow> read_pages_by_text_source(Connection& connection, GroupPagesBy by) {
  const char* group = by == GroupPagesBy::kRelease ? "l.name" : by == GroupPagesBy::kSource ? "s.path" : "''";
  const char* order = by == GroupPagesBy::kRelease ? "l.id" : by == GroupPagesBy::kSource ? "s.id" : "1";
  std::vector<TextSourceRow> found;
  Query rows = connection.query(fmt::format(
      "SELECT {0}, p.text_source, count(*), avg(p.ocr_confidence), avg(r.words) FROM page p"
      " JOIN source s ON s.id = p.source JOIN release l ON l.id = s.release"
      " LEFT JOIN page_reading r ON r.page = p.id AND r.current = 1 WHERE p.text_source IS NOT NULL"
      " GROUP BY {1}, p.text_source ORDER BY {1}, count(*) DESC, p.text_source",
      group, order));
  while (rows.step())
    found.push_back(
        {rows.text(0), rows.text(1), rows.number(2), rows.optional_real(3), rows.optional_real(4)});
  return found;
}

std::vector<PageProblemRow> read_problems(Connection& connection) {
  std::vector<PageProblemRow> problems;
  // Ids rise with source, page and place; a problem of a source as a whole comes before those of its pages.
  Query rows = connection.query(
      "SELECT s.path, coalesce(p.number, 0), x.kind, x.cause, x.advice FROM problem x JOIN source s ON s.id "
      "= x.source"
      " LEFT JOIN page p ON p.id = x.page ORDER BY x.id");
  while (rows.step()) problems.push_back({rows.text(0), rows.number(1), read_problem(rows, 2)});
  return problems;
}

void visit_findings(Connection& connection, const std::function<void(const FindingRow&)>& visit) {
  Query rows = connection.query(
      "SELECT l.name, s.path, coalesce(s.sha256, ''), p.number,"
      " (SELECT value FROM bates b WHERE b.page = p.id ORDER BY b.id LIMIT 1),"
      " f.type, f.class, f.x0, f.y0, f.x1, f.y1, f.characters, f.found_in"
      " FROM finding f JOIN page p ON p.id = f.page JOIN source s ON s.id = p.source"
      " JOIN release l ON l.id = s.release ORDER BY f.id");
  while (rows.step())
    visit({rows.text(0), rows.text(1), rows.text(2), rows.number(3), rows.text(4),
           read_finding(connection, rows, 5)});
}

}  // namespace vaughn::store
