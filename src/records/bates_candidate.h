// SPDX-License-Identifier: GPL-3.0-or-later
// One edge text read as prefix and number.
#ifndef VAUGHN_RECORDS_BATES_CANDIDATE_H_
#define VAUGHN_RECORDS_BATES_CANDIDATE_H_

#include <optional>
#include <string>
#include <string_view>

#include "vaughn/records/edges.h"

namespace vaughn::records {

// A text that ends in a number as production numbers do.
struct BatesCandidate {
  std::string prefix;  // as printed, up to the number
  std::string series;  // series_key of the prefix
  long long number = 0;
  std::string digits;  // the number as printed, with leading zeros
  std::string suffix;  // ".R", "a"
  EdgeText text;
};

// Nothing when the text does not end in a number, or is a page number, date, time, telephone number, form
// revision or court header.
std::optional<BatesCandidate> read_candidate(const EdgeText& text);

// A prefix without spaces and separators, in capitals: what numbers of one series share. Agencies print the
// same prefix with and without them ("DHS-001-1153-", "DHS-0011153-"), and recognition adds spaces.
std::string series_key(std::string_view prefix);

}  // namespace vaughn::records

#endif  // VAUGHN_RECORDS_BATES_CANDIDATE_H_
