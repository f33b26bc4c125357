// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/records.h"

#include <fmt/format.h>

#include <algorithm>

#include "vaughn/base/strings.h"

namespace vaughn::report {
namespace {

std::string as_text(const Json& value, const std::string& none, const std::string& separator) {
  if (value.is_null()) return none;
  if (value.is_string()) return value.get<std::string>();
  if (value.is_array()) return join(value.get<std::vector<std::string>>(), separator);
  return value.dump();
}

std::string as_cell(const Json& value, const Field& field) {
  if (value.is_number() && field.shown == Shown::kPercent)
    return fmt::format("{:.1f} %", 100 * value.get<double>());
  return value.is_number_integer() ? with_thousands(value.get<long long>()) : as_text(value, "-", ", ");
}

bool is_shown(const Field& field, const Records& records) {
  if (field.heading.empty()) return false;
  if (field.shown != Shown::kUnlessZero) return true;
  return std::any_of(records.rows.begin(), records.rows.end(),
                     [&](const Json& row) { return row.at(field.key) != 0; });
}

Json with_schema(const Records& records, const Json& row) {
  Json whole = {{"schema", records.schema}};
  whole.update(row);
  return whole;
}

void print_csv(const Records& records, std::ostream& out) {
  std::vector<std::string> cells;
  for (const Field& field : records.fields) cells.push_back(field.key);
  print_csv_record(cells, out);
  for (const Json& row : records.rows) {
    cells.clear();
    for (const Field& field : records.fields) cells.push_back(as_text(row.at(field.key), "", "; "));
    print_csv_record(cells, out);
  }
}

}  // namespace

void print_records_table(const Records& records, const Terminal& terminal, std::ostream& out,
                         std::size_t indent) {
  std::vector<const Field*> fields;
  for (const Field& field : records.fields)
    if (is_shown(field, records)) fields.push_back(&field);
  Table table;
  for (const Field* field : fields) table.columns.push_back({field->heading, field->align, field->shrink});
  for (const Json& row : records.rows) {
    std::vector<std::string>& cells = table.rows.emplace_back();
    for (const Field* field : fields) cells.push_back(as_cell(row.at(field->key), *field));
  }
  if (!table.rows.empty()) print_table(table, terminal, out, indent);
}

void print_records(const Records& records, Format format, const Terminal& terminal, std::ostream& out) {
  switch (format) {
    case Format::kTerminal:
      return print_records_table(records, terminal, out);
    case Format::kCsv:
      return print_csv(records, out);
    case Format::kJson:
      out << indented({{"schema", records.schema}, {"rows", Json(records.rows)}}) << '\n';
      return;
    case Format::kJsonLines:
      for (const Json& row : records.rows) out << one_line(with_schema(records, row)) << '\n';
  }
}

}  // namespace vaughn::report
