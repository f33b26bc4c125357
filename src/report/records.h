// SPDX-License-Identifier: GPL-3.0-or-later
// Flat rows with named fields, printed in any format.
#ifndef VAUGHN_REPORT_RECORDS_H_
#define VAUGHN_REPORT_RECORDS_H_

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

#include "report/json.h"
#include "vaughn/report/format.h"
#include "vaughn/report/table.h"

namespace vaughn::report {

// How a table for a person shows a column. Programs always get all columns, and shares as numbers from 0
// to 1.
enum class Shown {
  kAsItIs,
  kPercent,     // a share as "12.3 %"
  kUnlessZero,  // only when some row has another value than 0
};

struct Field {
  std::string key{};      // in JSON and in the header of CSV
  std::string heading{};  // in the table; empty: not shown there
  Align align = Align::kLeft;
  Shrink shrink = Shrink::kNever;
  Shown shown = Shown::kAsItIs;
};

struct Records {
  std::string schema{};  // of one row, "vaughn.redactions-by-page/1"
  std::vector<Field> fields{};
  // Objects with these keys; values are null, scalars or lists of strings.
  std::vector<Json> rows{};
};

void print_records(const Records& records, Format format, const Terminal& terminal, std::ostream& out);
// The table for a person alone, behind indent spaces.
void print_records_table(const Records& records, const Terminal& terminal, std::ostream& out,
                         std::size_t indent = 0);

}  // namespace vaughn::report

#endif  // VAUGHN_REPORT_RECORDS_H_
