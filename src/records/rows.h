// SPDX-License-Identifier: GPL-3.0-or-later
// A page as the rows a reader sees: what stands level across the page is one row, whatever columns the words
// were recognised in, with redactions at their places. Header fields, sheets and letters are read from rows.
#ifndef VAUGHN_RECORDS_ROWS_H_
#define VAUGHN_RECORDS_ROWS_H_

#include <string>
#include <vector>

#include "vaughn/model/page.h"

namespace vaughn::records {

// A word, or a redaction as its marker.
struct RowItem {
  std::string text;
  Box box;
  bool redaction = false;
};

struct Row {
  std::string text;  // items joined by a space
  Box box;
  std::vector<RowItem> items;  // from left to right
  double gap_above = 0;        // to the row above, in heights of this one; large at the top of the page

  // From the item at this index on.
  std::string text_from(std::size_t item) const;
};

// From the top of the page down. Redactions of the whole page are in none.
std::vector<Row> rows_of(const PageReading& page);

// A page of records::derive: what is needed of it once the reading is gone.
struct PageRows {
  PageIndex page;
  Points width = 0, height = 0;
  TextSource text_source = TextSource::kBlank;
  bool recognised = false;  // its words were, by us or before
  std::vector<Row> rows;
  std::vector<ExemptionCode> page_codes;   // of a redaction of the whole page
  std::vector<ExemptionCode> other_codes;  // of no redaction: lists of pages that are not there, mentions
  std::size_t redactions = 0, unlabelled = 0;
};

PageRows page_rows_of(const PageReading& page);

}  // namespace vaughn::records

#endif  // VAUGHN_RECORDS_ROWS_H_
