// SPDX-License-Identifier: GPL-3.0-or-later
// Recognition reads a table column by column when its columns stand far enough apart, and then "Vendor" is a
// page away from "Amount". A reader goes row by row.
#ifndef VAUGHN_WORKER_TABLE_ROWS_H_
#define VAUGHN_WORKER_TABLE_ROWS_H_

#include "vaughn/model/text.h"

namespace vaughn::worker {

// The recognised words with the rows of tables as lines. Columns of prose stay columns: their lines are long,
// or do not stand level with each other.
TextLayer with_table_rows(TextLayer words);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_TABLE_ROWS_H_
