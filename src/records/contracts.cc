// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/contracts.h"

#include <re2/re2.h>

#include <algorithm>
#include <cctype>
#include <string>

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
    read_invoice_number(page, page.rows[i], &statements);
    read_amounts(page, page.rows[i], &statements);
    read_vendor(page, i, &statements);
  }
  return statements;
}

}  // namespace vaughn::records
