// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/report/table.h"

#include <algorithm>
#include <charconv>
#include <numeric>

#include "report/cut.h"
#include "vaughn/base/utf8.h"

namespace vaughn::report {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kLeast = 8;

using Widths = std::vector<std::size_t>;

Widths natural_widths(const Table& table) {
  Widths widths;
  for (const Column& column : table.columns) widths.push_back(display_width(column.name));
  for (const auto& row : table.rows)
    for (std::size_t i = 0; i < widths.size(); ++i)
      widths[i] = std::max(widths[i], display_width(printable_line(row[i])));
  return widths;
}

// Takes columns from the widest that may give, one at a time, so that wide columns end up about equal.
void shrink_to(std::size_t available, const Table& table, Widths* widths) {
  const std::size_t gaps = kGap * (widths->size() - 1);
  std::size_t total = std::accumulate(widths->begin(), widths->end(), gaps);
  while (total > available) {
    std::size_t* widest = nullptr;
    for (std::size_t i = 0; i < widths->size(); ++i) {
      const std::size_t least = std::max(kLeast, display_width(table.columns[i].name));
      if (table.columns[i].shrink == Shrink::kNever || (*widths)[i] <= least) continue;
      if (widest == nullptr || (*widths)[i] > *widest) widest = &(*widths)[i];
    }
    if (widest == nullptr) return;
    --*widest;
    --total;
  }
}

std::string whole_items(const std::string& list, std::size_t width) {
  if (display_width(list) <= width) return list;
  constexpr std::string_view kSeparator = ", ";
  std::vector<std::size_t> ends;  // of items
  for (std::size_t at = list.find(kSeparator); at != std::string::npos; at = list.find(kSeparator, at + 1))
    ends.push_back(at);
  for (std::size_t kept = ends.size(); kept > 0; --kept) {
    const std::string some = list.substr(0, ends[kept - 1]) + ", +" + std::to_string(ends.size() + 1 - kept);
    if (display_width(some) <= width) return some;
  }
  return fit_to_width(list, width);
}

std::string fitted(const std::string& text, Shrink shrink, std::size_t width) {
  if (shrink == Shrink::kStart) return cut_at_start(text, width);
  return shrink == Shrink::kItems ? whole_items(text, width) : fit_to_width(text, width);
}

std::string cell(const std::string& text, const Column& column, std::size_t width) {
  const std::string shown = fitted(printable_line(text), column.shrink, width);
  const std::string padding(width - std::min(width, display_width(shown)), ' ');
  return column.align == Align::kRight ? padding + shown : shown + padding;
}

std::string line_of(const std::vector<std::string>& cells, const Table& table, const Widths& widths) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += std::string(kGap, ' ');
    line += cell(cells[i], table.columns[i], widths[i]);
  }
  return line.substr(0, line.find_last_not_of(' ') + 1);
}

bool is_number(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

bool is_formula(const std::string& cell) {
  return cell.find_first_of("=+-@\t\r\n") == 0 && !is_number(cell);
}

}  // namespace

std::string cut_at_start(const std::string& text, std::size_t columns) {
  if (display_width(text) <= columns) return text;
  if (columns == 0) return {};
  std::size_t offset = 0;
  while (offset < text.size() && display_width(std::string_view(text).substr(offset)) + 1 > columns)
    next_code_point(text, &offset);
  return "…" + text.substr(offset);
}

void print_table(const Table& table, const Terminal& terminal, std::ostream& out, std::size_t indent) {
  if (table.columns.empty()) return;
  Widths widths = natural_widths(table);
  shrink_to(terminal.width > indent ? terminal.width - indent : 0, table, &widths);
  std::vector<std::string> header;
  for (const Column& column : table.columns) header.push_back(column.name);
  const std::string margin(indent, ' ');
  out << margin << terminal.painted(Paint::kHeader, line_of(header, table, widths)) << '\n';
  for (const auto& row : table.rows) out << margin << line_of(row, table, widths) << '\n';
}

void print_csv_record(const std::vector<std::string>& cells, std::ostream& out) {
  for (const std::string& given : cells) {
    if (&given != &cells.front()) out << ',';
    const std::string cell = is_formula(given) ? "'" + given : given;
    if (cell.find_first_of(",\"\r\n") == std::string::npos) {
      out << cell;
      continue;
    }
    out << '"';
    for (const char c : cell) out << (c == '"' ? "\"\"" : std::string(1, c));
    out << '"';
  }
  out << "\r\n";
}

}  // namespace vaughn::report
