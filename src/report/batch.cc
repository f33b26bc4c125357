// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/report/batch.h"

#include <fmt/format.h>

#include "report/citation.h"
#include "report/json.h"
#include "report/snippet.h"
#include "vaughn/report/table.h"

namespace vaughn::report {
namespace {

Json json_of(const BatchRow& row, const std::vector<std::string>& columns) {
  Json cells = Json::object();
  for (std::size_t i = 0; i < columns.size(); ++i) cells[columns[i]] = row.cells[i];
  const bool answered = row.problem.empty();
  return {{"schema", "vaughn.batch/1"},
          {"line", row.line},
          {"query", row.query},
          {"columns", cells},
          {"pages", answered ? Json(row.pages) : Json(nullptr)},
          {"sources", answered ? Json(row.sources) : Json(nullptr)},
          {"best", row.best ? Json(citation_of(*row.best)) : Json(nullptr)},
          {"note", null_if_empty(row.note)},
          {"problem", null_if_empty(row.problem)}};
}

// In the order of the file's columns as far as a reader of the table is concerned: what was asked first.
void print_csv(const std::vector<BatchRow>& rows, const std::vector<std::string>& columns,
               std::ostream& out) {
  std::vector<std::string> names = columns;
  for (const char* name : {"line", "query", "pages", "sources", "best", "note", "problem"})
    names.emplace_back(name);
  print_csv_record(names, out);
  for (const BatchRow& row : rows) {
    const bool answered = row.problem.empty();
    std::vector<std::string> cells = row.cells;
    cells.push_back(std::to_string(row.line));
    cells.push_back(row.query);
    cells.push_back(answered ? std::to_string(row.pages) : "");
    cells.push_back(answered ? std::to_string(row.sources) : "");
    cells.push_back(row.best ? citation_of(*row.best) : "");
    cells.push_back(row.note);
    cells.push_back(row.problem);
    print_csv_record(cells, out);
  }
}

void print_for_person(const std::vector<BatchRow>& rows, const Terminal& terminal, std::ostream& out) {
  Table table{{{"pages", Align::kRight},
               {"sources", Align::kRight},
               {"query", Align::kLeft, Shrink::kEnd},
               {"best hit", Align::kLeft, Shrink::kStart}}};
  for (const BatchRow& row : rows) {
    const bool answered = row.problem.empty();
    const std::string best = row.best ? fmt::format("{}, p. {}", row.best->source, row.best->page) : "";
    table.rows.push_back({answered ? std::to_string(row.pages) : "-",
                          answered ? std::to_string(row.sources) : "-", row.query,
                          answered ? best : "not answered"});
  }
  print_table(table, terminal, out);
}

}  // namespace

void print_batch(const std::vector<BatchRow>& rows, const std::vector<std::string>& columns, Format format,
                 const Terminal& terminal, std::ostream& out) {
  switch (format) {
    case Format::kTerminal:
      return print_for_person(rows, terminal, out);
    case Format::kCsv:
      return print_csv(rows, columns, out);
    case Format::kJsonLines:
      for (const BatchRow& row : rows) out << one_line(json_of(row, columns)) << '\n';
      return;
    case Format::kJson:
      break;
  }
  Json all = Json::array();
  for (const BatchRow& row : rows) all.push_back(json_of(row, columns));
  out << indented({{"schema", "vaughn.batch/1"}, {"rows", all}}) << '\n';
}

void print_batch_hits_header(std::ostream& out) {
  print_csv_record({"line", "query", "source", "page", "bates", "snippet", "score", "citation"}, out);
}

void print_batch_hits(const BatchRow& row, const std::vector<store::HitRow>& hits, std::ostream& out) {
  for (const store::HitRow& hit : hits)
    print_csv_record({std::to_string(row.line), row.query, hit.source, std::to_string(hit.page),
                      bates_as_known(hit.bates, hit.bates_how), read_snippet(hit.snippet).text,
                      fmt::format("{:.4f}", hit.score), citation_of(hit)},
                     out);
}

}  // namespace vaughn::report
