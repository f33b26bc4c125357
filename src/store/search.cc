// SPDX-License-Identifier: GPL-3.0-or-later
// Full-text search. FTS5 ranks; what it cannot know is decided here: a redaction marker such as "⟦(b)(6)
// ~14⟧" is part of a page's text, so that phrases do not reach across it and people can ask what stands
// beside one, but nobody who looks for "6" or "14" means it.
#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "store/page_rows.h"
#include "store/reader_parts.h"
#include "vaughn/base/strings.h"
#include "vaughn/base/utf8.h"
#include "vaughn/model/page_text.h"

namespace vaughn::store {
namespace {

// Put around matches by highlight(); page text holds no control characters.
constexpr char kOpen = '\x01';
constexpr char kClose = '\x02';
constexpr int kSnippetTokens = 24;
constexpr std::size_t kOpeningWords = 160;  // columns of a snippet when no word was asked for

// "(b)(7)(C)-1" has the parts b 7 c 1.
std::vector<std::string> parts_of(std::string_view code) {
  std::vector<std::string> parts;
  char kind = 0;  // of the part under way: 'd'igits, 'l'etters, or none
  for (const char c : code) {
    const auto byte = static_cast<unsigned char>(c);
    const char now = std::isdigit(byte) ? 'd' : std::isalpha(byte) ? 'l' : '\0';
    if (now && now != kind) parts.emplace_back();
    if (now) parts.back().push_back(static_cast<char>(std::tolower(byte)));
    kind = now;
  }
  return parts;
}

bool starts_with(const std::vector<std::string>& parts, const std::vector<std::string>& start) {
  return !start.empty() && start.size() <= parts.size() &&
         std::equal(start.begin(), start.end(), parts.begin());
}

std::string json_array(const std::vector<std::string>& values) {
  std::vector<std::string> quoted;
  for (const std::string& value : values) quoted.push_back(json_quote(value));
  return "[" + join(quoted, ", ") + "]";
}

bool has_filters(const TextQuery& query) {
  return !query.exemptions.empty() || !query.source_like.empty() || !query.text_source.empty() ||
         query.page > 0;
}

std::string filters_sql(const TextQuery& query) {
  std::string sql;
  // The plus keeps SQLite from asking the text index once for each page in the list.
  const char* id = query.match.empty() ? "p.id" : "+p.id";
  for (std::size_t i = 0; i < query.exemptions.size(); ++i)
    sql += fmt::format(
        " AND {} IN (SELECT page FROM exemption_code WHERE role <> 'mention' AND code IN"
        " (SELECT value FROM json_each(?)))",
        id);
  if (!query.source_like.empty())
    sql += " AND p.source IN (SELECT source FROM source_path WHERE instr(lower(path), ?))";
  if (!query.text_source.empty()) sql += " AND p.text_source = ?";
  if (query.page > 0) sql += " AND p.number = ?";
  return sql;
}

// The pages in question, best first. Only ids and ranks are sorted; text is fetched for what is shown.
Query candidates(Connection& connection, const TextQuery& query) {
  std::string sql;
  if (query.match.empty())
    sql = "SELECT p.id, 0 FROM page p WHERE p.state IN ('read', 'ocr-due')" + filters_sql(query) +
          " ORDER BY p.id";
  else
    sql = std::string("SELECT f.rowid, f.rank FROM page_fts f") +
          (has_filters(query) ? " JOIN page p ON p.id = f.rowid" : "") + " WHERE f.page_fts MATCH ?" +
          filters_sql(query) + " ORDER BY f.rank, f.rowid";
  Query rows = connection.query(sql);
  if (!query.match.empty()) rows.bind(query.match);
  for (const std::string& typed : query.exemptions) rows.bind(json_array(codes_meant(connection, typed)));
  if (!query.source_like.empty()) rows.bind(to_lower_ascii(query.source_like));
  if (!query.text_source.empty()) rows.bind(query.text_source);
  if (query.page > 0) rows.bind(query.page);
  return rows;
}

bool is_hit(Connection& connection, const TextQuery& query, std::int64_t page) {
  if (query.match.empty()) return true;
  // Only redactions leave markers.
  if (!connection.integer("SELECT EXISTS (SELECT 1 FROM redaction WHERE page = ?)", page)) return true;
  Query row = connection.query(
      "SELECT highlight(page_fts, 0, char(1), char(2)), highlight(page_fts, 1, char(1), char(2))"
      " FROM page_fts WHERE page_fts MATCH ? AND rowid = ?",
      query.match, page);
  return row.step() && (matches_outside_markers(row.text(0)) || matches_outside_markers(row.text(1)));
}

std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = std::isspace(static_cast<unsigned char>(c)) != 0;
    if (!space)
      line.push_back(c);
    else if (!line.empty() && line.back() != ' ')
      line.push_back(' ');
  }
  return std::string(trim(line));
}

// A snippet may begin or end inside a redaction marker; half a marker reads like text of the page. "⟦…⟧" says
// that something was withheld there, and no more.
std::string with_whole_markers(std::string snippet) {
  const std::string cut = std::string(kMarkerOpen) + "…" + kMarkerClose;
  const std::size_t first_open = snippet.find(kMarkerOpen), first_close = snippet.find(kMarkerClose);
  if (first_close != std::string::npos && (first_open == std::string::npos || first_close < first_open))
    snippet.replace(0, first_close + std::string_view(kMarkerClose).size(), cut);
  const std::size_t last_open = snippet.rfind(kMarkerOpen), last_close = snippet.rfind(kMarkerClose);
  if (last_open != std::string::npos && (last_close == std::string::npos || last_close < last_open))
    snippet.replace(last_open, std::string::npos, cut);
  return snippet;
}

std::string snippet_of(Connection& connection, const TextQuery& query, std::int64_t page) {
  if (query.match.empty()) {
    Query row = connection.query("SELECT substr(text, 1, 400) FROM page WHERE id = ?", page);
    return row.step() ? with_whole_markers(fit_to_width(on_one_line(row.text(0)), kOpeningWords))
                      : std::string();
  }
  Query row = connection.query(
      "SELECT snippet(page_fts, -1, ?, ?, '…', ?) FROM page_fts WHERE page_fts MATCH ? AND rowid = ?",
      query.snippet_open, query.snippet_close, kSnippetTokens, query.match, page);
  return row.step() ? with_whole_markers(on_one_line(row.text(0))) : std::string();
}

HitRow read_hit(Connection& connection, const TextQuery& query, std::int64_t page, double score) {
  HitRow hit;
  hit.id = {page};
  hit.score = score;
  hit.snippet = snippet_of(connection, query, page);
  Query row = connection.query(
      "SELECT l.name, s.path, coalesce(s.sha256, ''), p.text_source,"
      " (SELECT value FROM bates b WHERE b.page = p.id ORDER BY b.id LIMIT 1), p.number, p.ocr_confidence,"
      " (SELECT how FROM bates b WHERE b.page = p.id ORDER BY b.id LIMIT 1)"
      " FROM page p JOIN source s ON s.id = p.source JOIN release l ON l.id = s.release WHERE p.id = ?",
      page);
  if (!row.step()) return hit;
  hit.release = row.text(0);
  hit.source = row.text(1);
  hit.sha256 = row.text(2);
  hit.text_source = row.text(3);
  hit.bates = row.text(4);
  hit.page = row.number(5);
  hit.ocr_confidence = row.optional_real(6);
  hit.bates_how = bates_how_from(row.text(7));
  return hit;
}

}  // namespace

std::vector<std::string> codes_meant(Connection& connection, const std::string& typed) {
  const std::vector<std::string> start = parts_of(typed);
  std::vector<std::string> codes;
  // Steps from one code to the next in the index; there are a few dozen codes and perhaps millions of rows.
  Query rows = connection.query(
      "WITH RECURSIVE known(code) AS (SELECT min(code) FROM exemption_code UNION ALL"
      " SELECT (SELECT min(c.code) FROM exemption_code c WHERE c.code > known.code) FROM known WHERE code IS "
      "NOT NULL)"
      " SELECT code FROM known WHERE code IS NOT NULL");
  while (rows.step())
    if (starts_with(parts_of(rows.text(0)), start)) codes.push_back(rows.text(0));
  return codes;
}

bool matches_outside_markers(std::string_view highlighted) {
  const std::string_view marker_open = kMarkerOpen, marker_close = kMarkerClose;
  bool in_marker = false, in_match = false;
  for (std::size_t at = 0; at < highlighted.size();) {
    const std::string_view rest = highlighted.substr(at);
    if (rest.starts_with(marker_open) || rest.starts_with(marker_close)) {
      in_marker = rest.starts_with(marker_open);
      at += marker_open.size();
      continue;
    }
    if (rest.front() == kOpen || rest.front() == kClose)
      in_match = rest.front() == kOpen;
    else if (in_match && !in_marker)
      return true;
    ++at;
  }
  return false;
}

std::vector<HitRow> find_hits(Connection& connection, const TextQuery& query) {
  std::vector<HitRow> hits;
  if (query.match.empty() && !has_filters(query)) return hits;
  int to_skip = query.offset;
  Query rows = candidates(connection, query);
  while ((query.limit <= 0 || static_cast<int>(hits.size()) < query.limit) && rows.step()) {
    const std::int64_t page = rows.integer(0);
    if (!is_hit(connection, query, page)) continue;
    if (to_skip-- > 0) continue;
    // FTS5 ranks below zero, best lowest.
    hits.push_back(read_hit(connection, query, page, query.match.empty() ? 0 : -rows.real(1)));
  }
  return hits;
}

}  // namespace vaughn::store
