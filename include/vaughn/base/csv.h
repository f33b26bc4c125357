// SPDX-License-Identifier: GPL-3.0-or-later
// Comma-separated values as RFC 4180 has them, and as spreadsheets write them.
#ifndef VAUGHN_BASE_CSV_H_
#define VAUGHN_BASE_CSV_H_

#include <string>
#include <string_view>
#include <vector>

namespace vaughn {

struct CsvRecord {
  int line = 1;  // of the text it begins in, from 1
  std::vector<std::string> cells;
  bool is_closed = true;  // false when the text ends within quotation marks
};

// Lines end in LF, CRLF or CR; a byte order mark is left out, and so are lines with nothing in them. A
// quotation mark within a cell that began without one is a character like any other.
std::vector<CsvRecord> parse_csv(std::string_view text);

}  // namespace vaughn

#endif  // VAUGHN_BASE_CSV_H_
