// SPDX-License-Identifier: GPL-3.0-or-later
// Sources as Reader shows them: with their paths, and how far their pages are.
#include <cctype>

#include "store/page_rows.h"
#include "store/reader_parts.h"
#include "vaughn/base/strings.h"

namespace vaughn::store {
namespace {

constexpr std::string_view kSourceColumns =
    "SELECT s.id, l.name, s.path, coalesce(s.sha256, ''), coalesce(s.format, ''), s.size_bytes, "
    "s.page_count, s.state"
    " FROM source s JOIN release l ON l.id = s.release ";

SourceRow read_columns(const Query& row) {
  SourceRow source;
  source.id = {row.integer(0)};
  source.release = row.text(1);
  source.path = row.text(2);
  source.sha256 = row.text(3);
  source.format = row.text(4);
  source.size_bytes = row.integer(5);
  source.page_count = row.number(6);
  source.state = row.text(7);  // as stored; settle() makes of it what is shown
  return source;
}

void count_pages(Connection& connection, SourceRow* source) {
  // Answered from the index on (source, state) alone.
  Query rows =
      connection.query("SELECT state, count(*) FROM page WHERE source = ? GROUP BY state", source->id.value);
  while (rows.step()) {
    const std::string state = rows.text(0);
    int& count = state == "read"      ? source->pages_read
                 : state == "failed"  ? source->pages_failed
                 : state == "ocr-due" ? source->pages_ocr_due
                                      : source->pages_pending;
    count = rows.number(1);
  }
}

std::string state_shown(const SourceRow& source) {
  if (source.state == "failed") return "failed";
  if (source.page_count > 0 && source.pages_failed == source.page_count) return "failed";
  const bool all_read = source.pages_failed + source.pages_pending + source.pages_ocr_due == 0;
  return source.state == "opened" && all_read ? "done" : "partial";
}

std::optional<Problem> first_problem(Connection& connection, const SourceRow& source) {
  if (source.state == "failed") {
    Query row = connection.query(
        "SELECT kind, cause, advice FROM problem WHERE source = ? AND page IS NULL ORDER BY id LIMIT 1",
        source.id.value);
    if (row.step()) return read_problem(row, 0);
  }
  if (source.pages_failed == 0) return std::nullopt;
  Query row = connection.query(
      "SELECT kind, cause, advice FROM problem"
      " WHERE page = (SELECT min(id) FROM page WHERE source = ? AND state = 'failed') ORDER BY id LIMIT 1",
      source.id.value);
  return row.step() ? std::optional(read_problem(row, 0)) : std::nullopt;
}

void settle(Connection& connection, SourceRow* source) {
  count_pages(connection, source);
  source->problem = first_problem(connection, *source);
  source->state = state_shown(*source);
  Query paths = connection.query("SELECT path FROM source_path WHERE source = ? AND path <> ? ORDER BY id",
                                 source->id.value, source->path);
  while (paths.step()) source->other_paths.push_back(paths.text(0));
}

template <class... Values>
std::vector<SourceId> ids(Connection& connection, std::string_view sql, const Values&... values) {
  std::vector<SourceId> found;
  Query rows = connection.query(sql, values...);
  while (rows.step()) found.push_back({rows.integer(0)});
  return found;
}

bool may_be_digest(const std::string& name) {
  constexpr std::size_t kFewestDigits = 6;
  if (name.size() < kFewestDigits || name.size() > 64) return false;
  for (const char c : name)
    if (!std::isxdigit(static_cast<unsigned char>(c))) return false;
  return true;
}

}  // namespace

std::vector<SourceRow> read_sources(Connection& connection) {
  std::vector<SourceRow> sources;
  Query rows = connection.query(std::string(kSourceColumns) + "ORDER BY s.id");
  while (rows.step()) {
    sources.push_back(read_columns(rows));
    settle(connection, &sources.back());
  }
  return sources;
}

std::optional<SourceRow> read_source(Connection& connection, SourceId source) {
  Query row = connection.query(std::string(kSourceColumns) + "WHERE s.id = ?", source.value);
  if (!row.step()) return std::nullopt;
  SourceRow found = read_columns(row);
  settle(connection, &found);
  return found;
}

std::vector<SourceId> find_sources(Connection& connection, const std::string& name) {
  if (name.empty()) return {};
  const std::string path = std::filesystem::path(name).lexically_normal().string();
  std::vector<SourceId> found = ids(
      connection, "SELECT DISTINCT source FROM source_path WHERE path IN (?, ?) ORDER BY source", name, path);
  if (found.empty())
    found = ids(connection,
                "SELECT DISTINCT source FROM source_path WHERE substr(path, -length(?1) - 1) = '/' || ?1"
                " ORDER BY source",
                path);
  // Hexadecimal digits end before 'g'.
  const std::string digits = to_lower_ascii(name);
  if (found.empty() && may_be_digest(name))
    found = ids(connection, "SELECT id FROM source WHERE sha256 >= ?1 AND sha256 < ?1 || 'g' ORDER BY id",
                digits);
  return found;
}

}  // namespace vaughn::store
