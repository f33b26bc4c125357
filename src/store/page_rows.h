// SPDX-License-Identifier: GPL-3.0-or-later
// One page as rows, and back. Writing replaces every row the page had, its readings apart (reading_rows.h);
// the triggers of the schema keep the index right.
#ifndef VAUGHN_STORE_PAGE_ROWS_H_
#define VAUGHN_STORE_PAGE_ROWS_H_

#include <optional>
#include <string>
#include <vector>

#include "store/connection.h"
#include "vaughn/base/problem.h"
#include "vaughn/model/bates.h"
#include "vaughn/model/page.h"
#include "vaughn/store/ids.h"
#include "vaughn/store/writer.h"

namespace vaughn::store {

// Precondition of both writers: the source was described and has this page.
ReadingEffect write_page(Connection& connection, SourceId source, RunId run, const ReadOptions& options,
                         const PageReading& reading);
ReadingEffect write_page_failure(Connection& connection, SourceId source, RunId run,
                                 const ReadOptions& options, PageIndex page, const Problem& problem);

// None while the page is pending or failed, or when there is none.
std::optional<PageReading> read_page(Connection& connection, SourceId source, PageIndex page);

// Replaces the problems of a source as a whole.
void write_source_problems(Connection& connection, SourceId source, const std::vector<Problem>& problems);

// By its row id, with its codes in order.
Redaction read_redaction(Connection& connection, std::int64_t id);
// Columns: type, class, x0, y0, x1, y1, characters, found_in.
Finding read_finding(const Connection& connection, const Query& row, int first_column);
std::vector<BatesNumber> read_bates(Connection& connection, SourceId source, PageIndex page);

// From to_string(BatesHow); an unknown name counts as read.
BatesHow bates_how_from(const std::string& name);

Problem read_problem(const Query& row, int first_column);  // kind, cause, advice

}  // namespace vaughn::store

#endif  // VAUGHN_STORE_PAGE_ROWS_H_
