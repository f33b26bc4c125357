// SPDX-License-Identifier: GPL-3.0-or-later
// What kind of record begins on a page, by its headings, forms and layout. docs/records.md lists the types.
#ifndef VAUGHN_RECORDS_KINDS_H_
#define VAUGHN_RECORDS_KINDS_H_

#include <optional>
#include <string>

#include "records/rows.h"

namespace vaughn::records {

struct Kind {
  std::string type = "unknown";
  double confidence = 0;   // 0 to 1
  std::string cue;         // what says so: "form title 'STANDARD FORM 1449'"
  bool begins = false;     // the cue is one that stands on first pages
  bool continues = false;  // the page says that it goes on with the one before
};

// Of a record that is known by nothing but its "To" and "From".
inline constexpr double kCorrespondents = 0.75;

// E-mails and sheets are found elsewhere (emails.h, sheets.h).
Kind kind_of(const PageRows& page);

// A row near the top is a date, as letters and memos have it.
bool starts_with_a_date(const PageRows& page);

// What the page says it is about, else the row that reads as its heading; empty when none does.
std::string heading_of(const PageRows& page);

}  // namespace vaughn::records

#endif  // VAUGHN_RECORDS_KINDS_H_
