// SPDX-License-Identifier: GPL-3.0-or-later
// What a text says if it is a stamp of a given series, however it was misread.
#ifndef VAUGHN_RECORDS_STAMP_READING_H_
#define VAUGHN_RECORDS_STAMP_READING_H_

#include <optional>
#include <string>

#include "records/bates_series.h"

namespace vaughn::records {

struct StampReading {
  std::string digits;
  long long number = 0;
  std::string suffix;
  bool exact = false;  // prefix and number stand there letter by letter, but for separators and specks
  double misfit = 0;   // characters of the prefix that are another, letters among the digits
  EdgeText text;
};

// None when the text is no stamp of the series.
std::optional<StampReading> read_stamp(const EdgeText& text, const BatesSeries& series);

}  // namespace vaughn::records

#endif  // VAUGHN_RECORDS_STAMP_READING_H_
