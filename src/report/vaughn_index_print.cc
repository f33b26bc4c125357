// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/json.h"
#include "report/markup.h"
#include "vaughn/base/strings.h"
#include "vaughn/report/table.h"
#include "vaughn/report/vaughn_index.h"

namespace vaughn::report {
namespace {

// Columns without a heading are for programs.
std::vector<std::size_t> shown(const IndexTable& table) {
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < table.headings.size(); ++i)
    if (!table.headings[i].empty()) columns.push_back(i);
  return columns;
}

// The columns that fit a terminal; the others are in the forms to keep.
void print_for_terminal(const IndexTable& table, const Terminal& terminal, std::ostream& out) {
  Table shown_table;
  std::vector<std::size_t> columns;
  for (const std::size_t i : shown(table)) {
    const std::string& key = table.keys[i];
    if (key == "notes" || key == "from" || key == "recipients" || key == "withheld" ||
        key == "words_before" || key == "words_after" || key == "record" || key == "date")
      continue;
    columns.push_back(i);
    const bool number =
        key == "number" || key == "pages" || key == "page" || key == "redaction" || key == "characters";
    const Shrink shrink = key == "place" || key == "source" ? Shrink::kStart
                          : number                          ? Shrink::kNever
                                                            : Shrink::kEnd;
    shown_table.columns.push_back(
        {key == "characters" ? "Chars" : table.headings[i], number ? Align::kRight : Align::kLeft, shrink});
  }
  for (const auto& row : table.rows) {
    std::vector<std::string>& cells = shown_table.rows.emplace_back();
    for (const std::size_t i : columns) cells.push_back(printable_line(row[i]));
  }
  if (!shown_table.rows.empty()) print_table(shown_table, terminal, out);
}

void print_markdown(const IndexTable& table, std::ostream& out) {
  const std::vector<std::size_t> columns = shown(table);
  out << "# Vaughn index, as far as the release shows it\n\n";
  std::string header = "|", rule = "|";
  for (const std::size_t i : columns) header += " " + table.headings[i] + " |", rule += "---|";
  out << header << '\n' << rule << '\n';
  for (const auto& row : table.rows) {
    out << '|';
    for (const std::size_t i : columns) out << ' ' << markdown_escaped(row[i]) << " |";
    out << '\n';
  }
}

// One file without anything from elsewhere; it can be mailed, filed and printed.
void print_html(const IndexTable& table, std::ostream& out) {
  const std::vector<std::size_t> columns = shown(table);
  out << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<title>Vaughn index</title>\n<style>\n"
         "body { font: 15px/1.4 system-ui, sans-serif; margin: 2em; color: #1a1a1a; background: #fff; }\n"
         "table { border-collapse: collapse; }\n"
         "th, td { border: 1px solid #999; padding: 0.3em 0.5em; text-align: left; vertical-align: top; }\n"
         "th { background: #eee; position: sticky; top: 0; }\n"
         "td:first-child { text-align: right; }\n"
         "@media print { body { margin: 0; font-size: 9pt; } th { position: static; } tr { break-inside: "
         "avoid; } }\n"
         "</style>\n</head>\n<body>\n<h1>Vaughn index, as far as the release shows it</h1>\n"
         "<p>Read from the release by program. Grounds with a question mark had to be repaired to be read. "
         "The column of notes is for the reader.</p>\n<table>\n<thead>\n<tr>";
  for (const std::size_t i : columns)
    out << "<th scope=\"col\">" << html_escaped(table.headings[i]) << "</th>";
  out << "</tr>\n</thead>\n<tbody>\n";
  for (const auto& row : table.rows) {
    out << "<tr>";
    for (const std::size_t i : columns) out << "<td>" << html_escaped(row[i]) << "</td>";
    out << "</tr>\n";
  }
  out << "</tbody>\n</table>\n</body>\n</html>\n";
}

Json json_of_row(const IndexTable& table, const std::vector<std::string>& row) {
  Json json = {{"schema", table.schema}};
  for (std::size_t i = 0; i < table.keys.size(); ++i) json[table.keys[i]] = null_if_empty(row[i]);
  return json;
}

}  // namespace

void print_vaughn_index(const IndexTable& table, IndexFormat format, const Terminal& terminal,
                        std::ostream& out) {
  switch (format) {
    case IndexFormat::kTerminal:
      return print_for_terminal(table, terminal, out);
    case IndexFormat::kMarkdown:
      return print_markdown(table, out);
    case IndexFormat::kHtml:
      return print_html(table, out);
    case IndexFormat::kCsv:
      print_csv_record(table.keys, out);
      for (const auto& row : table.rows) print_csv_record(row, out);
      return;
    case IndexFormat::kJson: {
      Json rows = Json::array();
      for (const auto& row : table.rows) {
        Json json = json_of_row(table, row);
        json.erase("schema");
        rows.push_back(std::move(json));
      }
      out << indented({{"schema", table.schema}, {"rows", rows}}) << '\n';
      return;
    }
    case IndexFormat::kJsonLines:
      for (const auto& row : table.rows) out << one_line(json_of_row(table, row)) << '\n';
  }
}

}  // namespace vaughn::report
