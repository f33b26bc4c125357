// SPDX-License-Identifier: GPL-3.0-or-later
// The redactions of a release, listed or counted. docs/formats/redactions.md.
#ifndef VAUGHN_REPORT_REDACTIONS_H_
#define VAUGHN_REPORT_REDACTIONS_H_

#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "vaughn/report/format.h"
#include "vaughn/report/terminal.h"
#include "vaughn/store/reader.h"

namespace vaughn::report {

enum class RedactionView { kList, kByExemption, kByKind, kByPage, kBySource, kByRelease, kByMonth };

// Fed row by row in the order of store::Reader::redactions, which it relies on. Lists are printed as they
// come, one source at a time at most in memory; counts at the end.
class RedactionPrinter {
 public:
  virtual ~RedactionPrinter() = default;
  virtual void add(const store::RedactionRow& row) = 0;
  // Prints what is left. Call once.
  virtual void finish() = 0;
};

// counts: of every source, store::Reader::page_counts; what shares of sources and releases are out of. Keeps
// a reference to out.
std::unique_ptr<RedactionPrinter> make_redaction_printer(RedactionView view, Format format,
                                                         const std::vector<store::PageCountRow>& counts,
                                                         const Terminal& terminal, std::ostream& out);

// "2031-03" of an ISO date; empty when there is none.
std::string month_of(const std::string& date);

}  // namespace vaughn::report

#endif  // VAUGHN_REPORT_REDACTIONS_H_
