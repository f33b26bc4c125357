// SPDX-License-Identifier: GPL-3.0-or-later
// The reading half of page_rows.h.
#include "store/page_rows.h"
#include "store/row_ids.h"
#include "store/words_codec.h"
#include "vaughn/base/error.h"

namespace vaughn::store {
namespace {

// A name no version of ours wrote means that somebody else changed the row.
template <class T>
T known(const std::optional<T>& value, const Connection& connection, const std::string& name) {
  if (!value)
    throw Error(ErrorCode::kDatabase, connection.path() + " holds a value nobody knows: \"" + name + "\"");
  return *value;
}

// Columns: code, raw, certain, role, origin, x0, y0, x1, y1.
ExemptionCode read_code(const Connection& connection, const Query& row) {
  ExemptionCode code;
  code.code = row.text(0);
  code.raw = row.text(1);
  code.certain = row.integer(2) != 0;
  code.role = known(code_role_from_string(row.text(3)), connection, row.text(3));
  code.origin = known(code_origin_from_string(row.text(4)), connection, row.text(4));
  code.box = row.box(5);
  return code;
}

std::vector<ExemptionCode> read_codes(Connection& connection, std::int64_t redaction) {
  std::vector<ExemptionCode> codes;
  Query rows = connection.query(
      "SELECT code, raw, certain, role, origin, x0, y0, x1, y1 FROM exemption_code WHERE redaction = ? ORDER "
      "BY id",
      redaction);
  while (rows.step()) codes.push_back(read_code(connection, rows));
  return codes;
}

void read_redactions(Connection& connection, PageId page, PageReading* reading) {
  Query rows = connection.query("SELECT id FROM redaction WHERE page = ? ORDER BY id", page.value);
  while (rows.step()) reading->redactions.push_back(read_redaction(connection, rows.integer(0)));
}

void read_findings(Connection& connection, PageId page, PageReading* reading) {
  Query rows = connection.query(
      "SELECT type, class, x0, y0, x1, y1, characters, found_in FROM finding"
      " WHERE page = ? AND class <> 'numbering' ORDER BY id",
      page.value);
  while (rows.step()) reading->findings.push_back(read_finding(connection, rows, 0));
}

void read_lists(Connection& connection, PageId page, PageReading* reading) {
  read_redactions(connection, page, reading);
  read_findings(connection, page, reading);
  Query codes = connection.query(
      "SELECT code, raw, certain, role, origin, x0, y0, x1, y1 FROM exemption_code"
      " WHERE page = ? AND redaction IS NULL ORDER BY id",
      page.value);
  while (codes.step()) reading->codes.push_back(read_code(connection, codes));
  Query lines = connection.query(
      "SELECT text, confidence, x0, y0, x1, y1 FROM edge_line WHERE id BETWEEN ? AND ? ORDER BY id",
      child_id(page.value, 0), child_id(page.value, kMostRowsPerPage));
  while (lines.step())
    reading->edge_lines.push_back({lines.text(0), lines.real(1), lines.box(2).value_or(Box{})});
  Query artifacts = connection.query(
      "SELECT declared, shown, x0, y0, x1, y1 FROM bates_artifact WHERE id BETWEEN ? AND ? ORDER BY id",
      child_id(page.value, 0), child_id(page.value, kMostRowsPerPage));
  while (artifacts.step())
    reading->bates_artifacts.push_back(
        {artifacts.text(0), artifacts.text(1), artifacts.box(2).value_or(Box{})});
  Query problems =
      connection.query("SELECT kind, cause, advice FROM problem WHERE page = ? ORDER BY id", page.value);
  while (problems.step()) reading->problems.push_back(read_problem(problems, 0));
}

// A redaction that was stored before schema 3 has an estimate without a range.
AmountBasis basis_from(const std::string& name) {
  return amount_basis_from_string(name).value_or(AmountBasis::kTypeAbout);
}

TextLayer read_words(Connection& connection, PageId page, const std::string& text) {
  Query row = connection.query("SELECT words FROM page_words WHERE page = ?", page.value);
  if (!row.step()) return {};
  std::optional<TextLayer> words = decode_words(row.text(0), text);
  if (!words)
    throw Error(ErrorCode::kDatabase,
                connection.path() + " is damaged: the words of a page cannot be decoded",
                "Move it away and ingest again, or restore a copy.");
  return *std::move(words);
}

}  // namespace

BatesHow bates_how_from(const std::string& name) {
  for (const BatesHow how : {BatesHow::kRepaired, BatesHow::kInferred})
    if (to_string(how) == name) return how;
  return BatesHow::kRead;
}

Problem read_problem(const Query& row, int first_column) {
  return {problem_kind_from_string(row.text(first_column)).value_or(ProblemKind::kDamaged),
          row.text(first_column + 1), row.text(first_column + 2)};
}

Redaction read_redaction(Connection& connection, std::int64_t id) {
  Redaction redaction;
  Query row = connection.query(
      "SELECT kind, x0, y0, x1, y1, confidence, area_share, estimated_characters, text_share, "
      "estimated_lines,"
      " estimated_words, characters_low, characters_high, coalesce(estimate_basis, ''), words_before,"
      " words_after FROM redaction WHERE id = ?",
      id);
  if (!row.step()) return redaction;
  redaction.kind = known(cover_kind_from_string(row.text(0)), connection, row.text(0));
  redaction.box = row.box(1).value_or(Box{});
  redaction.confidence = row.real(5);
  redaction.area_share = row.real(6);
  redaction.amount = {row.number(9),  row.number(10), row.number(7),
                      row.number(11), row.number(12), basis_from(row.text(13))};
  redaction.text_share = row.real(8);
  redaction.words_before = row.text(14);
  redaction.words_after = row.text(15);
  redaction.codes = read_codes(connection, id);
  return redaction;
}

Finding read_finding(const Connection& connection, const Query& row, int first_column) {
  Finding finding;
  finding.type = row.text(first_column);
  const std::string finding_class = row.text(first_column + 1);
  finding.finding_class = known(finding_class_from_string(finding_class), connection, finding_class);
  finding.box = row.box(first_column + 2);
  finding.characters = row.number(first_column + 6);
  finding.found_in = row.text(first_column + 7);
  return finding;
}

std::vector<BatesNumber> read_bates(Connection& connection, SourceId source, PageIndex page) {
  Query row = connection.query(
      "SELECT value, raw, prefix, number, how, x0, y0, x1, y1 FROM bates WHERE page = ? ORDER BY id",
      page_id(source, page).value);
  std::vector<BatesNumber> numbers;
  while (row.step())
    numbers.push_back({page, row.text(0), row.text(1), row.text(2), row.integer(3),
                       bates_how_from(row.text(4)), row.box(5)});
  return numbers;
}

std::optional<PageReading> read_page(Connection& connection, SourceId source, PageIndex page) {
  const PageId id = page_id(source, page);
  Query row = connection.query(
      "SELECT state, text_source, reason, ocr_confidence, width, height, rotation, dpi, text,"
      " text_withheld_share FROM page"
      " WHERE id = ? AND state IN ('read', 'ocr-due')",
      id.value);
  if (!row.step()) return std::nullopt;
  PageReading reading;
  reading.page = page;
  reading.ocr_due = row.text(0) == "ocr-due";
  reading.text_source = known(text_source_from_string(row.text(1)), connection, row.text(1));
  reading.reason = row.text(2);
  reading.ocr_confidence = row.optional_real(3);
  reading.width = row.real(4);
  reading.height = row.real(5);
  reading.rotation = row.number(6);
  reading.dpi = row.optional_real(7);
  reading.text = row.text(8);
  reading.text_withheld_share = row.optional_real(9);
  reading.words = read_words(connection, id, reading.text);
  read_lists(connection, id, &reading);
  return reading;
}

}  // namespace vaughn::store
