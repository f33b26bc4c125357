// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/report/record_list.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/citation.h"
#include "report/records.h"
#include "vaughn/base/strings.h"
#include "vaughn/report/table.h"

namespace vaughn::report {
namespace {

std::string pages_of(const store::RecordRow& row) {
  const int first = row.record.first.number().value(), last = row.record.last.number().value();
  return first == last ? std::to_string(first) : fmt::format("{}-{}", first, last);
}

std::string bates_of(const store::RecordRow& row) {
  return bates_range(row.first_bates, row.last_bates);
}

Json json_of_record(const store::RecordRow& row) {
  const Record& record = row.record;
  return {{"id", row.id},
          {"release", row.release},
          {"source", row.source},
          {"sha256", null_if_empty(row.sha256)},
          {"first_page", record.first.number().value()},
          {"last_page", record.last.number().value()},
          {"first_bates", null_if_empty(row.first_bates)},
          {"last_bates", null_if_empty(row.last_bates)},
          {"type", record.type},
          {"type_confidence", rounded(record.type_confidence, 2)},
          {"title", null_if_empty(record.title)},
          {"date", null_if_empty(record.date)},
          {"from", null_if_empty(row.from)},
          {"to", null_if_empty(row.to)},
          {"cc", null_if_empty(row.cc)},
          {"disposition", disposition_of(row)},
          {"redactions", row.redactions},
          {"unlabelled", row.unlabelled},
          {"uncertain", row.uncertain},
          {"exemptions", row.codes},
          {"withheld_share", row.withheld_share ? rounded(*row.withheld_share, 4) : Json(nullptr)},
          {"confidence", rounded(record.confidence, 2)},
          {"reasons", record.reasons},
          {"by_person", record.by_person}};
}

constexpr const char* kFields[] = {"id",
                                   "release",
                                   "source",
                                   "sha256",
                                   "first_page",
                                   "last_page",
                                   "first_bates",
                                   "last_bates",
                                   "type",
                                   "type_confidence",
                                   "title",
                                   "date",
                                   "from",
                                   "to",
                                   "cc",
                                   "disposition",
                                   "redactions",
                                   "unlabelled",
                                   "uncertain",
                                   "exemptions",
                                   "withheld_share",
                                   "confidence",
                                   "reasons",
                                   "by_person"};

// Numbers are cited: they are cut only where they would leave no room for anything else.
void keep_whole_if_short(Column* column, const std::vector<std::vector<std::string>>& rows,
                         std::size_t index) {
  constexpr std::size_t kShort = 20;  // bytes
  if (std::all_of(rows.begin(), rows.end(), [&](const auto& row) { return row[index].size() <= kShort; }))
    column->shrink = Shrink::kNever;
}

void drop_empty_columns(Table* table) {
  for (std::size_t column = table->columns.size(); column-- > 0;) {
    const auto is_empty = [&](const std::vector<std::string>& row) { return row[column].empty(); };
    if (!std::all_of(table->rows.begin(), table->rows.end(), is_empty)) continue;
    const auto at = static_cast<std::ptrdiff_t>(column);
    table->columns.erase(table->columns.begin() + at);
    for (auto& row : table->rows) row.erase(row.begin() + at);
  }
}

// One table a source. What is not sure has a question mark, what a person said an asterisk.
void print_for_people(const std::vector<store::RecordRow>& rows, const Terminal& terminal,
                      std::ostream& out) {
  for (std::size_t i = 0; i < rows.size();) {
    Table table;
    table.columns = {{"Pages", Align::kRight},
                     {"Bates", Align::kLeft, Shrink::kStart},
                     {"Date"},
                     {"Type", Align::kLeft, Shrink::kEnd},
                     {"Title", Align::kLeft, Shrink::kEnd},
                     {"Exemptions", Align::kLeft, Shrink::kItems}};
    const std::size_t first = i;
    for (; i < rows.size() && rows[i].source == rows[first].source && rows[i].sha256 == rows[first].sha256;
         ++i) {
      const store::RecordRow& row = rows[i];
      const Record& record = row.record;
      constexpr double kSure = 0.8;
      const char* mark = record.by_person ? "*" : "";
      const char* page_mark = record.by_person || record.confidence >= kSure ? "" : "?";
      const char* type_mark = record.by_person || record.type_confidence >= kSure ? "" : "?";
      table.rows.push_back({pages_of(row) + page_mark + mark, bates_of(row), record.date,
                            record.type + type_mark, printable_line(record.title), join(row.codes, ", ")});
    }
    if (first > 0) out << '\n';
    out << terminal.painted(Paint::kSource, printable_line(rows[first].source)) << '\n';
    keep_whole_if_short(&table.columns[1], table.rows, 1);
    drop_empty_columns(&table);
    print_table(table, terminal, out, 2);
  }
}

}  // namespace

const char* disposition_of(const store::RecordRow& row) {
  if (row.pages_withheld > 0 && row.pages_withheld == row.pages()) return "withheld";
  if (row.record.type.ends_with("-sheet") && row.redactions == 0) return "sheet";
  return row.redactions > 0 ? "part" : "full";
}

void print_record_list(const std::vector<store::RecordRow>& rows, Format format, const Terminal& terminal,
                       std::ostream& out) {
  if (format == Format::kTerminal) return print_for_people(rows, terminal, out);
  Records list{.schema = "vaughn.records/1", .fields = {}, .rows = {}};
  for (const char* field : kFields) list.fields.push_back({field});
  for (const store::RecordRow& row : rows) list.rows.push_back(json_of_record(row));
  print_records(list, format, terminal, out);
}

}  // namespace vaughn::report
