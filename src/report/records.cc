// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/records.h"

#include "vaughn/base/strings.h"

namespace vaughn::report {
namespace {

std::string as_text(const Json& value, const std::string& none, const std::string& separator) {
  if (value.is_null()) return none;
  if (value.is_string()) return value.get<std::string>();
  if (value.is_array()) return join(value.get<std::vector<std::string>>(), separator);
  return value.dump();
}

std::string as_cell(const Json& value) {
  return value.is_number_integer() ? with_thousands(value.get<long long>()) : as_text(value, "-", ", ");
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

void print_for_person(const Records& records, const Terminal& terminal, std::ostream& out) {
  Table table;
  for (const Field& field : records.fields)
    if (!field.heading.empty()) table.columns.push_back({field.heading, field.align, field.shrink});
  for (const Json& row : records.rows) {
    std::vector<std::string>& cells = table.rows.emplace_back();
    for (const Field& field : records.fields)
      if (!field.heading.empty()) cells.push_back(as_cell(row.at(field.key)));
  }
  if (!table.rows.empty()) print_table(table, terminal, out);
}

}  // namespace

void print_records(const Records& records, Format format, const Terminal& terminal, std::ostream& out) {
  switch (format) {
    case Format::kTerminal:
      return print_for_person(records, terminal, out);
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
