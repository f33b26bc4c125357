// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as letters, e-mails and forms print them. US order: month, day, year.
#ifndef VAUGHN_RECORDS_DATES_H_
#define VAUGHN_RECORDS_DATES_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace vaughn::records {

struct ReadDate {
  std::string iso;   // local time as printed: "2030-10-18T16:52:00"; "2030-10-18" without a time
  std::string zone;  // "EST", "-0500"; empty when not said
  bool has_time = false;
  std::size_t begin = 0, end = 0;  // where it stands in the text
};

// The first date in the text; none when there is none that exists in the calendar. Letters that recognition
// takes for digits (l0:30, 2O20) are read as digits.
std::optional<ReadDate> read_date(std::string_view text);

// So many days later, both "2031-03-04".
std::string days_later(const std::string& date, int days);

}  // namespace vaughn::records

#endif  // VAUGHN_RECORDS_DATES_H_
