// SPDX-License-Identifier: GPL-3.0-or-later
// The records of a release as a list. docs/formats/records.md.
#ifndef VAUGHN_REPORT_RECORD_LIST_H_
#define VAUGHN_REPORT_RECORD_LIST_H_

#include <ostream>
#include <vector>

#include "vaughn/report/format.h"
#include "vaughn/report/terminal.h"
#include "vaughn/store/reader.h"

namespace vaughn::report {

// rows: in the order they are to be printed in.
void print_record_list(const std::vector<store::RecordRow>& rows, Format format, const Terminal& terminal,
                       std::ostream& out);

// "full", "part", "withheld", "sheet": what became of a record. docs/formats/records.md.
const char* disposition_of(const store::RecordRow& row);

}  // namespace vaughn::report

#endif  // VAUGHN_REPORT_RECORD_LIST_H_
