// SPDX-License-Identifier: GPL-3.0-or-later
// Tables: aligned columns for a terminal, RFC 4180 for programs.
#ifndef VAUGHN_REPORT_TABLE_H_
#define VAUGHN_REPORT_TABLE_H_

#include <ostream>
#include <string>
#include <vector>

#include "vaughn/report/terminal.h"

namespace vaughn::report {

enum class Align { kLeft, kRight };

// What happens to a column when the table is too wide for the terminal.
enum class Shrink {
  kNever,
  kEnd,    // its cells are cut at the end, "…"
  kStart,  // its cells are cut at the start: the end of a path says more
  kItems,  // its cells are lists, "a, b, c": whole items stay, and how many others there are, "a, +2"
};

struct Column {
  std::string name{};
  Align align = Align::kLeft;
  Shrink shrink = Shrink::kNever;
};

struct Table {
  std::vector<Column> columns{};
  std::vector<std::vector<std::string>> rows{};  // each as long as columns
};

// A header line and the rows, each behind indent spaces. Cells are made printable. Columns that may shrink
// give up room, the widest first, until the table fits or each has 8 columns left.
void print_table(const Table& table, const Terminal& terminal, std::ostream& out, std::size_t indent = 0);

// One record, ended by CRLF as RFC 4180 has it; cells with a comma, quote or line break are quoted. A cell
// that a spreadsheet would run as a formula, because it begins with = + - @ or a tab and is no number, gets
// an apostrophe in front (OWASP, "CSV Injection"): the records come from strangers, and whoever opens the
// file by a double click is not asked. docs/formats/search.md.
void print_csv_record(const std::vector<std::string>& cells, std::ostream& out);

}  // namespace vaughn::report

#endif  // VAUGHN_REPORT_TABLE_H_
