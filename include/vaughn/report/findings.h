// SPDX-License-Identifier: GPL-3.0-or-later
// Findings as people and programs want them: where, by what mechanism, how much; never what.
// docs/formats/findings.md.
#ifndef VAUGHN_REPORT_FINDINGS_H_
#define VAUGHN_REPORT_FINDINGS_H_

#include <memory>
#include <ostream>
#include <string>

#include "vaughn/model/finding.h"
#include "vaughn/report/format.h"
#include "vaughn/report/terminal.h"
#include "vaughn/store/reader.h"

namespace vaughn::report {

// What was looked at, for the last line.
struct FindingsScope {
  int sources = 0, pages = 0;
  int unread = 0;  // sources and pages that could not be read
};

// Fed row by row, those of one source together. Prints as they come, one source at a time at most in memory.
class FindingPrinter {
 public:
  virtual ~FindingPrinter() = default;
  virtual void add(const store::FindingRow& row) = 0;
  // Prints what is left, and how many there were. Call once.
  virtual void finish(const FindingsScope& scope) = 0;
};

// Keeps a reference to out.
std::unique_ptr<FindingPrinter> make_finding_printer(Format format, const Terminal& terminal,
                                                     std::ostream& out);

// "text under a picture", for a person.
std::string mechanism_of(const Finding& finding);

// One line for the file of `vaughn check --reveal`, and for nothing else.
std::string revealed_json_line(const store::FindingRow& row, const std::string& text);

}  // namespace vaughn::report

#endif  // VAUGHN_REPORT_FINDINGS_H_
