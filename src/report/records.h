// SPDX-License-Identifier: GPL-3.0-or-later
// Flat rows with named fields, printed in any format.
#ifndef VAUGHN_REPORT_RECORDS_H_
#define VAUGHN_REPORT_RECORDS_H_

#include <ostream>
#include <string>
#include <vector>

#include "report/json.h"
#include "vaughn/report/format.h"
#include "vaughn/report/table.h"

namespace vaughn::report {

struct Field {
  std::string key{};      // in JSON and in the header of CSV
  std::string heading{};  // in the table; empty: not shown there
  Align align = Align::kLeft;
  Shrink shrink = Shrink::kNever;
};

struct Records {
  std::string schema{};  // of one row, "vaughn.redactions-by-page/1"
  std::vector<Field> fields{};
  // Objects with these keys; values are null, scalars or lists of strings.
  std::vector<Json> rows{};
};

void print_records(const Records& records, Format format, const Terminal& terminal, std::ostream& out);

}  // namespace vaughn::report

#endif  // VAUGHN_REPORT_RECORDS_H_
