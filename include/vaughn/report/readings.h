// SPDX-License-Identifier: GPL-3.0-or-later
// The readings of one page. docs/formats/readings.md.
#ifndef VAUGHN_REPORT_READINGS_H_
#define VAUGHN_REPORT_READINGS_H_

#include <ostream>
#include <string>
#include <vector>

#include "vaughn/report/terminal.h"
#include "vaughn/store/reader.h"

namespace vaughn::report {

struct PageReadings {
  store::SourceRow source;
  PageNumber page;
  std::vector<store::ReadingRow> readings;
};

// A table, the current reading marked; why those failed that did.
void print_readings(const PageReadings& page, const Terminal& terminal, std::ostream& out);
// vaughn.readings/1 on one line.
void print_readings_json(const PageReadings& page, std::ostream& out);
// The text of one of them below a line that says which. Precondition: it did not fail.
void print_reading_text(const PageReadings& page, const store::ReadingRow& reading, const std::string& text,
                        const Terminal& terminal, std::ostream& out);

}  // namespace vaughn::report

#endif  // VAUGHN_REPORT_READINGS_H_
