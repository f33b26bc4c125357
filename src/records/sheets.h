// SPDX-License-Identifier: GPL-3.0-or-later
// Sheets that stand for pages which are not there, and what they say of each. docs/records.md.
#ifndef VAUGHN_RECORDS_SHEETS_H_
#define VAUGHN_RECORDS_SHEETS_H_

#include <vector>

#include "records/rows.h"
#include "vaughn/model/record.h"

namespace vaughn::records {

// In page order; a list that goes on over several pages is one sheet.
std::vector<Sheet> read_sheets(const std::vector<PageRows>& pages);

// Rows of a list that stands in several columns become rows of their own. Needs the rows' items.
void split_columns_of_list(PageRows* page);

}  // namespace vaughn::records

#endif  // VAUGHN_RECORDS_SHEETS_H_
