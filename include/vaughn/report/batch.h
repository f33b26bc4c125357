// SPDX-License-Identifier: GPL-3.0-or-later
// What became of each of many queries. docs/formats/search.md.
#ifndef VAUGHN_REPORT_BATCH_H_
#define VAUGHN_REPORT_BATCH_H_

#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "vaughn/report/format.h"
#include "vaughn/report/terminal.h"
#include "vaughn/store/reader.h"

namespace vaughn::report {

struct BatchRow {
  int line = 0;  // of the file the query stands in
  std::string query{};
  std::vector<std::string> cells{};  // of the other columns of the file
  int pages = 0, sources = 0;        // that were found
  std::optional<store::HitRow> best{};
  std::string note{};     // how it was read, where not as typed, and what it stands for
  std::string problem{};  // why there is no answer
};

// Columns are the names of the cells.
void print_batch(const std::vector<BatchRow>& rows, const std::vector<std::string>& columns, Format format,
                 const Terminal& terminal, std::ostream& out);

// The hits of all queries as one table of comma-separated values: a header first, then those of each.
void print_batch_hits_header(std::ostream& out);
void print_batch_hits(const BatchRow& row, const std::vector<store::HitRow>& hits, std::ostream& out);

}  // namespace vaughn::report

#endif  // VAUGHN_REPORT_BATCH_H_
