// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/source_rows.h"

#include <algorithm>

#include <fmt/format.h>

#include "store/page_rows.h"
#include "store/record_rows.h"
#include "store/row_ids.h"

namespace vaughn::store {
namespace {

std::optional<std::string> if_given(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

// All empty files have one digest and are not one source for that.
std::optional<std::string> digest_of(const Source& source) {
  return source.size_bytes > 0 ? if_given(source.sha256) : std::nullopt;
}

std::optional<std::string> format_of(const Source& source) {
  return source.format ? std::optional(std::string(to_string(*source.format))) : std::nullopt;
}

std::int64_t source_with_digest(Connection& connection, const std::string& sha256) {
  return connection.integer("SELECT id FROM source WHERE sha256 = ?", sha256);
}

std::int64_t source_without_digest(Connection& connection, const std::string& path) {
  return connection.integer("SELECT id FROM source WHERE sha256 IS NULL AND path = ?", path);
}

std::int64_t insert_source(Connection& connection, ReleaseId release, RunId run, const Source& source) {
  connection.run(
      "INSERT INTO source (name, release, path, sha256, format, size_bytes, run) VALUES (?, ?, ?, ?, ?, ?, "
      "?)",
      std::filesystem::path(source.path).filename().string(), release.value, source.path, digest_of(source),
      format_of(source), source.size_bytes, run.value);
  return connection.last_id();
}

// A file that could not be read under this path was made readable since.
void remove_unreadable(Connection& connection, std::int64_t id) {
  connection.run("DELETE FROM problem WHERE source = ?", id);
  connection.run("DELETE FROM source_path WHERE source = ?", id);
  connection.run("DELETE FROM source WHERE id = ?", id);
}

void make_readable(Connection& connection, std::int64_t id, const Source& source) {
  connection.run("DELETE FROM problem WHERE source = ?", id);
  connection.run(
      "UPDATE source SET sha256 = ?, format = ?, size_bytes = ?, state = 'new', problem = NULL WHERE id = ?",
      digest_of(source), format_of(source), source.size_bytes, id);
}

std::int64_t find_or_insert(Connection& connection, ReleaseId release, RunId run, const Source& source) {
  const std::optional<std::string> digest = digest_of(source);
  const std::int64_t unreadable = source_without_digest(connection, source.path);
  if (!digest) return unreadable ? unreadable : insert_source(connection, release, run, source);
  if (const std::int64_t known = source_with_digest(connection, *digest)) {
    if (unreadable) remove_unreadable(connection, unreadable);
    return known;
  }
  if (!unreadable) return insert_source(connection, release, run, source);
  make_readable(connection, unreadable, source);
  return unreadable;
}

SourceState state_from(const std::string& name) {
  if (name == "opened") return SourceState::kOpened;
  return name == "failed" ? SourceState::kFailed : SourceState::kNew;
}

void remove_pages_from(Connection& connection, SourceId source, int page_count) {
  const std::int64_t last = page_id(source, PageIndex(kMostPagesPerSource - 1)).value;
  const std::int64_t first = owner_id(source) + page_count + 1;
  remove_records(connection, source);
  for (const char* table : {"exemption_code", "finding", "redaction", "problem", "bates", "page_words",
                            "page_reading", "edge_line", "bates_artifact", "item_page"})
    connection.run(fmt::format("DELETE FROM {} WHERE page BETWEEN ? AND ?", table), first, last);
  connection.run("DELETE FROM page WHERE id BETWEEN ? AND ?", first, last);
}

}  // namespace

SourceDescription bounded(SourceDescription description) {
  if (description.page_count > kMostPagesPerSource) {
    description.problems.push_back({ProblemKind::kLimit,
                                    fmt::format("the file claims {} pages; the first {} are read",
                                                description.page_count, kMostPagesPerSource),
                                    "Split the file if it really has more."});
    description.page_count = kMostPagesPerSource;
  }
  description.page_count = std::max(description.page_count, 0);
  return description;
}

ReleaseId write_release(Connection& connection, const ReleaseInfo& release) {
  connection.run(
      "INSERT INTO release (name) SELECT ?1 WHERE NOT EXISTS (SELECT 1 FROM release WHERE name = ?1)",
      release.name);
  connection.run(
      "UPDATE release SET agency = coalesce(?, agency), request_number = coalesce(?, request_number),"
      " received = coalesce(?, received) WHERE name = ?",
      if_given(release.agency), if_given(release.request_number), if_given(release.received), release.name);
  return {connection.integer("SELECT id FROM release WHERE name = ?", release.name)};
}

RegisteredSource write_source(Connection& connection, ReleaseId release, RunId run, const Source& source) {
  const std::int64_t id = find_or_insert(connection, release, run, source);
  RegisteredSource registered;
  registered.id = {id};
  if (!connection.integer("SELECT id FROM source_path WHERE source = ? AND path = ?", id, source.path)) {
    connection.run("INSERT INTO source_path (source, release, path, run) VALUES (?, ?, ?, ?)", id,
                   release.value, source.path, run.value);
    registered.path_is_new = true;
  }
  Query row = connection.query("SELECT state, page_count FROM source WHERE id = ?", id);
  if (row.step()) {
    registered.state = state_from(row.text(0));
    registered.page_count = row.number(1);
  }
  return registered;
}

void write_description(Connection& connection, SourceId source, const SourceDescription& description) {
  const auto [page_count, problems] = bounded(description);
  write_source_problems(connection, source, problems);
  remove_pages_from(connection, source, page_count);
  std::string name;
  {
    Query row = connection.query("SELECT name FROM source WHERE id = ?", source.value);
    if (row.step()) name = row.text(0);
  }
  for (int page = 0; page < page_count; ++page) {
    const PageIndex index(page);
    connection.run("INSERT OR IGNORE INTO page (id, title, source, number) VALUES (?, ?, ?, ?)",
                   page_id(source, index).value, fmt::format("{} p. {}", name, index.number().value()),
                   source.value, index.number().value());
  }
  connection.run("UPDATE source SET state = 'opened', problem = NULL, page_count = ? WHERE id = ?",
                 page_count, source.value);
}

void write_source_failure(Connection& connection, SourceId source, const Problem& problem) {
  write_source_problems(connection, source, {problem});
  connection.run("UPDATE source SET state = 'failed', problem = ? WHERE id = ?", to_string(problem.kind),
                 source.value);
}

void write_bates(Connection& connection, SourceId source, const std::vector<BatesNumber>& numbers) {
  connection.run("DELETE FROM bates WHERE id BETWEEN ? AND ?", first_child(source), last_child(source));
  std::map<std::int64_t, std::size_t> ordinals;
  for (const BatesNumber& number : numbers) {
    const std::int64_t page = page_id(source, number.page).value;
    const std::size_t ordinal = ++ordinals[page];
    if (ordinal > kMostRowsPerPage) continue;
    connection.run(
        "INSERT INTO bates (id, page, value, raw, prefix, number, how, x0, y0, x1, y1)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        child_id(page, ordinal), page, number.value, number.raw, number.prefix, std::int64_t{number.number},
        to_string(number.how), number.box);
  }
}

}  // namespace vaughn::store
