// SPDX-License-Identifier: GPL-3.0-or-later
// One edge text read as prefix and number.
#ifndef VAUGHN_RECORDS_BATES_CANDIDATE_H_
#define VAUGHN_RECORDS_BATES_CANDIDATE_H_

#include <optional>
#include <string>
#include <string_view>

#include "vaughn/records/bates.h"

namespace vaughn::records {

struct BatesCandidate {
  std::string prefix;  // as printed, up to the number
  std::string series;  // prefix with case, spaces and separators levelled: what numbers of one series share
  long long number = 0;
  std::string digits;  // the number as printed, with leading zeros
  std::string suffix;  // ".R", "a"
  EdgeText text;
};

// Nothing when the text does not end in a number, or is a page number, date, time, telephone number, form
// revision or court header.
std::optional<BatesCandidate> read_candidate(const EdgeText& text);

std::string series_key(std::string_view prefix);

}  // namespace vaughn::records

#endif  // VAUGHN_RECORDS_BATES_CANDIDATE_H_
