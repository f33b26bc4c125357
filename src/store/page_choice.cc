// SPDX-License-Identifier: GPL-3.0-or-later
// Which pages are to be read again. A run that was interrupted or killed and is begun again with the same
// options goes on: what it did is left out, so that a kill costs the pages in flight here too.
#include <algorithm>

#include "store/reader_parts.h"
#include "vaughn/base/strings.h"

namespace vaughn::store {
namespace {

// ",3,5,", to look for ",3," in. Few enough for that: one a time that the run was interrupted.
std::string list_of(const std::vector<std::string>& items) {
  return items.empty() ? "" : "," + join(items, ",") + ",";
}

// The runs with these options since the last of them that came to its end.
std::vector<std::string> unfinished_runs(Connection& connection, const RunKey& key) {
  std::vector<std::string> runs;
  Query rows = connection.query(
      "SELECT id, coalesce(outcome, 'interrupted') FROM run"
      " WHERE name LIKE ? || ' of %' AND tool_version = ? AND options = ? ORDER BY id DESC",
      key.command, key.tool_version, key.options_json);
  while (rows.step() && rows.text(1) == "interrupted") runs.push_back(std::to_string(rows.integer(0)));
  return runs;
}

// Given again and again: the choices of one source.
std::optional<std::vector<PageChoice>> choices_of(SourceId source, const std::vector<SourcePages>& given) {
  std::vector<PageChoice> choices;
  for (const SourcePages& one : given)
    if (one.source == source) choices.push_back(one.pages);
  if (choices.empty() && !given.empty()) return std::nullopt;
  return choices;
}

bool is_to_open(const std::string& state, const PageSelection& selection) {
  if (state == "opened" || !selection.text_sources.empty() || selection.confidence_below) return false;
  return selection.failed ? state == "failed" : true;
}

// Of an opened source. Pages still to read count as failed where the run that goes on has opened the source:
// it had failed until then.
std::vector<PageIndex> pages_of(Connection& connection, const ChosenSource& source,
                                const PageSelection& selection, const std::string& runs) {
  std::vector<PageIndex> pages;
  Query rows = connection.query(
      "SELECT p.number FROM page p WHERE p.source = ?1"
      " AND (NOT ?2 OR p.state = 'failed' OR (p.state = 'pending' AND ?5 <> '' AND NOT EXISTS"
      " (SELECT 1 FROM page q WHERE q.source = ?1 AND q.run IS NOT NULL AND instr(?5, ',' || q.run || ',') = "
      "0)))"
      " AND (?3 IS NULL OR p.ocr_confidence < ?3)"
      " AND (?4 = '' OR instr(?4, ',' || p.text_source || ',') > 0)"
      " AND (?5 = '' OR NOT EXISTS (SELECT 1 FROM page_reading r WHERE r.page = p.id AND instr(?5, ',' || "
      "r.run "
      "|| ',') > 0))"
      " ORDER BY p.number",
      source.id.value, selection.failed ? 1 : 0, selection.confidence_below, list_of(selection.text_sources),
      runs);
  while (rows.step()) {
    const PageNumber number(rows.number(0));
    const bool chosen =
        source.choices.empty() || std::any_of(source.choices.begin(), source.choices.end(),
                                              [&](const PageChoice& c) { return c.contains(number); });
    if (chosen) pages.push_back(number.index());
  }
  return pages;
}

void add_paths(Connection& connection, ChosenSource* source) {
  Query rows = connection.query("SELECT path FROM source_path WHERE source = ? AND path <> ? ORDER BY id",
                                source->id.value, source->paths.front());
  while (rows.step()) source->paths.push_back(rows.text(0));
}

}  // namespace

ChosenPages choose_pages(Connection& connection, const PageSelection& selection, const RunKey& key) {
  ChosenPages chosen;
  const std::string runs = list_of(unfinished_runs(connection, key));
  if (!runs.empty())
    chosen.done_before = static_cast<int>(connection.integer(
        "SELECT count(DISTINCT page) FROM page_reading WHERE instr(?, ',' || run || ',') > 0", runs));
  Query rows = connection.query(
      "SELECT id, release, path, coalesce(sha256, ''), coalesce(format, ''), page_count, state FROM source"
      " ORDER BY id");
  while (rows.step()) {
    ChosenSource source;
    source.id = {rows.integer(0)};
    auto choices = choices_of(source.id, selection.sources);
    if (!choices) continue;
    source.choices = *std::move(choices);
    source.release = {rows.integer(1)};
    source.paths = {rows.text(2)};
    source.sha256 = rows.text(3);
    source.format = rows.text(4);
    source.page_count = rows.number(5);
    source.to_open = is_to_open(rows.text(6), selection);
    if (!source.to_open) source.pages = pages_of(connection, source, selection, runs);
    if (!source.to_open && source.pages.empty()) continue;
    add_paths(connection, &source);
    chosen.sources.push_back(std::move(source));
  }
  return chosen;
}

}  // namespace vaughn::store
