// SPDX-License-Identifier: GPL-3.0-or-later
// What is in a database, what failed and why, what is still to do. docs/formats/status.md.
#ifndef VAUGHN_REPORT_STATUS_H_
#define VAUGHN_REPORT_STATUS_H_

#include <ostream>
#include <vector>

#include "vaughn/report/terminal.h"
#include "vaughn/store/reader.h"

namespace vaughn::report {

struct Status {
  store::StatusSummary summary;
  std::vector<store::PageProblemRow> problems;
};

void print_status(const Status& status, const Terminal& terminal, std::ostream& out);
// vaughn.status/1, one document.
void print_status_json(const Status& status, std::ostream& out);

// Pages by the account their text was taken from.
struct PagesByTextSource {
  store::GroupPagesBy by = store::GroupPagesBy::kNothing;
  std::vector<store::TextSourceRow> rows;
  int pages_failed = 0, pages_pending = 0;  // in the whole database; not among the rows
};

void print_pages_by_text_source(const PagesByTextSource& pages, const Terminal& terminal, std::ostream& out);
// vaughn.text-sources/1, one document.
void print_pages_by_text_source_json(const PagesByTextSource& pages, std::ostream& out);

}  // namespace vaughn::report

#endif  // VAUGHN_REPORT_STATUS_H_
