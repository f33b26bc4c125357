// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/contracts.h"

#include <re2/re2.h>

#include <algorithm>
#include <cctype>
#include <string>

#include "records/dates.h"
#include "vaughn/base/strings.h"

namespace vaughn::records {
namespace {

void add(std::vector<Statement>* statements, const PageRows& page, const Row& row, const char* kind,
         std::string value, std::optional<double> number) {
  const bool known = std::any_of(statements->begin(), statements->end(), [&](const Statement& statement) {
    return statement.kind == kind && statement.value == value;
  });
  if (!known)
    statements->push_back({page.page, kind, std::move(value), number, {page.page, row.box, row.text}});
}

// FAR 4.1603: six characters for the office, two digits for the fiscal year, a letter for the instrument, a
// serial number. Most of them digits: words in capitals are no numbers.
void read_contract_numbers(const PageRows& page, const Row& row, std::vector<Statement>* statements) {
  static const RE2 current("\\b([0-9A-Z]{6}\\d{2}[A-DF-IK-MP-TV-Z][0-9A-Z]{4,8})\\b");
  static const RE2 older(
      "\\b((?:HSC[A-Z]{3}|HSF[A-Z]{3}|HSB[A-Z]{3}|HSS[A-Z]{3}|HSH[A-Z]{3}|GS-?\\d{2}F|W\\d{2}[A-Z0-9]{3}|"
      "N\\d{5}|FA\\d{4}|"
      "SP\\d{4})\\s?-?\\s?\\d{2}\\s?-?\\s?[A-Z]\\s?-?\\s?(?:\\d{4,5}|[A-Z0-9]{5}))\\b");
  for (const RE2* pattern : {&current, &older}) {
    re2::StringPiece input(row.text);
    std::string found;
    while (RE2::FindAndConsume(&input, *pattern, &found)) {
      const auto digits =
          std::count_if(found.begin(), found.end(), [](char c) { return c >= '0' && c <= '9'; });
      if (digits < 6) continue;
      std::erase(found, ' ');
      // The offices of Homeland Security begin with 70, which recognition reads as 7O.
      if (found.starts_with("7O")) found[1] = '0';
      add(statements, page, row, "contract-number", found, std::nullopt);
    }
  }
}

// "STANDARD FORM 1449 (REV. 2/2012)", "OF 347"
void read_form(const PageRows& page, const Row& row, std::vector<Statement>* statements) {
  static const RE2 form("(?i)\\b(standard form|optional form|sf|of|dd form)[ -]?(\\d{2,4})\\b");
  static const RE2 known("(?i)(?:SF-(?:18|26|30|33|1449)|OF-(?:336|347)|DD-(?:250|254|1155))");
  std::string name, number;
  if (!RE2::PartialMatch(row.text, form, &name, &number)) return;
  const std::string lower = to_lower_ascii(name);
  const char* kind = lower.starts_with("s") ? "SF-" : lower.starts_with("o") ? "OF-" : "DD-";
  if (RE2::FullMatch(kind + number, known)) add(statements, page, row, "form", kind + number, std::nullopt);
}

// "3. AWARD/EFFECTIVE DATE 10/15/2030", or the date below it.
void read_effective_date(const PageRows& page, std::size_t index, std::vector<Statement>* statements) {
  static const RE2 label("(?i)\\b(?:award\\s?/?\\s?)?effective date\\b|\\bdate of (?:order|award)\\b");
  const Row& row = page.rows[index];
  if (row.text.size() > 120 || !RE2::PartialMatch(row.text, label)) return;
  const bool has_next = index + 1 < page.rows.size() && page.rows[index + 1].gap_above < 1.5;
  const Row* at = read_date(row.text)                                ? &row
                  : has_next && read_date(page.rows[index + 1].text) ? &page.rows[index + 1]
                                                                     : nullptr;
  if (at == nullptr) return;
  // Two dates in a row: which of them it is nobody knows.
  const auto date = read_date(at->text);
  if (read_date(std::string_view(at->text).substr(date->end))) return;
  add(statements, page, *at, "effective-date", date->iso.substr(0, 10), std::nullopt);
}

// "Invoice NV-2030-1187", "Invoice No.: 4711"
void read_invoice_number(const PageRows& page, const Row& row, std::vector<Statement>* statements) {
  static const RE2 number(
      "(?i)\\binvoice\\s*(?:no\\.?|number|num\\.?|#)?\\s*[:#]?\\s*((?-i:[A-Z]{0,5}-?\\d[A-Z0-9/"
      "-]{2,20}))\\b");
  std::string found;
  if (RE2::PartialMatch(row.text, number, &found))
    add(statements, page, row, "invoice-number", found, std::nullopt);
}

void read_amounts(const PageRows& page, const Row& row, std::vector<Statement>* statements) {
  // Recognition puts a space behind a comma now and then: with cents behind it, it is one amount; without,
  // nobody knows, and nothing is read.
  static const RE2 amount(
      "\\$\\s?(\\d{1,3}(?:,\\s?\\d{3})+\\.\\d{2}|\\d{1,3}(?:,\\d{3})+(?:\\.\\d{2})?|\\d+(?:\\.\\d+)?)"
      "(?:\\s?((?i:thousand|million|billion)|[KMB])\\b)?([\\d,.]\\s?\\d|\\w)?");
  re2::StringPiece input(row.text);
  std::string found, unit, doubtful;
  while (RE2::FindAndConsume(&input, amount, &found, &unit, &doubtful)) {
    if (!doubtful.empty()) continue;
    unit = to_lower_ascii(unit);
    found = replace_all(found, " ", "");
    const std::string plain = replace_all(found, ",", "");
    if (plain.size() > 14) continue;
    double number = std::stod(plain);
    if (unit == "thousand" || unit == "k") number *= 1e3;
    if (unit == "million" || unit == "m") number *= 1e6;
    if (unit == "billion" || unit == "b") number *= 1e9;
    add(statements, page, row, "amount", "$" + found + (unit.empty() ? "" : " " + unit), number);
  }
}

void read_vendor(const PageRows& page, std::size_t index, std::vector<Statement>* statements) {
  static const RE2 label(
      "(?i)^\\W*(?:17a?\\.?\\s*)?(?:a\\.\\s*)?(?:contractor\\s?/\\s?offeror|name of "
      "contractor|contractor|vendor|seller|bill from|"
      "remit to|payee)\\s*(?:name)?\\s*[:.]?\\s*(.*)$");
  const Row& row = page.rows[index];
  std::string value;
  if (row.text.size() > 80 || !RE2::FullMatch(row.text, label, &value)) return;
  const Row* at = &row;
  // The name stands behind the label or below it.
  if (trim(value).size() < 3 && index + 1 < page.rows.size() && page.rows[index + 1].gap_above < 2.5) {
    at = &page.rows[index + 1];
    value = at->text;
  }
  value = std::string(trim(value));
  const auto words = std::count(value.begin(), value.end(), ' ') + 1;
  if (value.size() < 3 || words > 7 || std::isupper(static_cast<unsigned char>(value.front())) == 0) return;
  add(statements, page, *at, "vendor", value, std::nullopt);
}

}  // namespace

std::vector<Statement> read_contract_statements(const PageRows& page) {
  std::vector<Statement> statements;
  for (std::size_t i = 0; i < page.rows.size(); ++i) {
    read_contract_numbers(page, page.rows[i], &statements);
    read_form(page, page.rows[i], &statements);
    read_effective_date(page, i, &statements);
    read_invoice_number(page, page.rows[i], &statements);
    read_amounts(page, page.rows[i], &statements);
    read_vendor(page, i, &statements);
  }
  return statements;
}

}  // namespace vaughn::records
