// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading_rows.h"

#include <algorithm>

#include "store/page_rows.h"
#include "store/row_ids.h"
#include "vaughn/base/clock.h"

namespace vaughn::store {
namespace {

// What stands in the page now, before the new reading.
struct Standing {
  bool complete = false;
  ReadingEffect effect;
};

Standing standing_of(Connection& connection, PageId page) {
  Standing standing;
  Query row = connection.query("SELECT state, ocr_confidence FROM page WHERE id = ?", page.value);
  if (!row.step()) return standing;
  const std::string state = row.text(0);
  standing.complete = state == "read";
  standing.effect.had_reading = standing.complete || state == "ocr-due";
  standing.effect.confidence_before = row.optional_real(1);
  return standing;
}

// When ids run out, the last reading makes room.
int next_number(Connection& connection, PageId page) {
  const auto last = connection.integer("SELECT max(number) FROM page_reading WHERE page = ?", page.value);
  const int next = static_cast<int>(std::min<std::int64_t>(last + 1, kMostRowsPerPage));
  connection.run("DELETE FROM page_reading WHERE page = ? AND number = ?", page.value, next);
  return next;
}

void put_current_aside(Connection& connection, PageId page) {
  connection.run(
      "UPDATE page_reading SET current = 0, text = (SELECT text FROM page WHERE id = ?1),"
      " word_boxes = (SELECT words FROM page_words WHERE page = ?1) WHERE page = ?1 AND current = 1",
      page.value);
}

void insert(Connection& connection, PageId page, const NewReading& made, bool current, ReadingText text) {
  const int number = next_number(connection, page);
  const bool keeps_text = !current && !made.problem;
  std::optional<std::string> problem, cause, advice;
  if (made.problem) {
    problem = to_string(made.problem->kind);
    cause = made.problem->cause;
    advice = made.problem->advice;
  }
  connection.run(
      "INSERT INTO page_reading (id, page, number, run, created, state, current, engine, languages, options,"
      " text_source, reason, ocr_confidence, words, problem, cause, advice, word_boxes, text)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      child_id(page.value, static_cast<std::size_t>(number)), page.value, number, made.run.value, utc_now(),
      made.state, current ? 1 : 0, made.engine, made.languages, made.options, made.text_source, made.reason,
      made.ocr_confidence, made.words, problem, cause, advice,
      keeps_text && !text.word_boxes.empty() ? std::optional(Blob{text.word_boxes}) : std::nullopt,
      keeps_text ? std::optional(text.text) : std::nullopt);
}

ReadingRow read_row(const Query& row) {
  ReadingRow reading;
  reading.number = row.number(0);
  reading.created = row.text(1);
  reading.state = row.text(2);
  reading.current = row.integer(3) != 0;
  reading.engine = row.text(4);
  reading.languages = row.text(5);
  reading.options = row.text(6);
  reading.text_source = row.text(7);
  reading.reason = row.text(8);
  reading.ocr_confidence = row.optional_real(9);
  if (!row.is_null(10)) reading.words = row.number(10);
  if (!row.is_null(11)) reading.problem = read_problem(row, 11);
  return reading;
}

}  // namespace

ReadingEffect add_reading(Connection& connection, PageId page, const NewReading& made, ReadingText text) {
  Standing standing = standing_of(connection, page);
  standing.effect.confidence_after = made.ocr_confidence;
  standing.effect.page_changed = !standing.complete || made.state == "read";
  if (standing.effect.page_changed) put_current_aside(connection, page);
  insert(connection, page, made, standing.effect.page_changed && !made.problem, text);
  return standing.effect;
}

std::vector<ReadingRow> read_readings(Connection& connection, PageId page) {
  std::vector<ReadingRow> readings;
  Query rows = connection.query(
      "SELECT number, created, state, current, engine, languages, options, text_source, reason,"
      " ocr_confidence, words, problem, cause, advice FROM page_reading WHERE page = ? ORDER BY number",
      page.value);
  while (rows.step()) readings.push_back(read_row(rows));
  return readings;
}

std::optional<std::string> read_reading_text(Connection& connection, PageId page, int number) {
  Query row = connection.query(
      "SELECT CASE r.current WHEN 1 THEN p.text ELSE r.text END FROM page_reading r JOIN page p ON p.id = "
      "r.page"
      " WHERE r.page = ? AND r.number = ? AND r.state <> 'failed'",
      page.value, number);
  return row.step() ? std::optional(row.text(0)) : std::nullopt;
}

}  // namespace vaughn::store
