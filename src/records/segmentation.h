// SPDX-License-Identifier: GPL-3.0-or-later
// Where records begin: the signs of each page for and against, weighed. docs/records.md.
#ifndef VAUGHN_RECORDS_SEGMENTATION_H_
#define VAUGHN_RECORDS_SEGMENTATION_H_

#include <optional>
#include <string>
#include <vector>

#include "records/kinds.h"
#include "vaughn/model/record.h"

namespace vaughn::records {

// What is known of a page that says where records begin.
struct PageSigns {
  PageIndex page;
  Points width = 0, height = 0;
  TextSource text_source = TextSource::kBlank;
  bool is_sheet = false, sheet_goes_on = false;
  bool email_begins = false;  // a message that is quoted in no other, at the top
  double email_confidence = 0;
  bool quoted_at_top = false;  // the chain of the page before goes on
  Kind kind;
  std::string heading;
  bool dated = false;                // a date near the top
  std::optional<int> number, total;  // "Page 3 of 12"
  bool number_is_bare = false;       // nothing but a number stands there
  std::string document_number;       // of the State Department, the CIA, a court: the same on all its pages
  std::string bates_prefix;          // levelled
};

struct Boundary {
  double confidence = 0;  // that a record begins here
  std::vector<std::string> reasons;
};

// before: the page before, if the source has it; page numbers of the two must follow each other.
Boundary boundary_at(const PageSigns& before, const PageSigns& page);
inline constexpr double kBoundary = 0.5;

}  // namespace vaughn::records

#endif  // VAUGHN_RECORDS_SEGMENTATION_H_
