// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as ISO 8601 writes them.
#ifndef VAUGHN_BASE_ISO_DATE_H_
#define VAUGHN_BASE_ISO_DATE_H_

#include <string_view>

namespace vaughn {

// "2030-10-18", a day of the calendar.
bool is_iso_day(std::string_view text);

// That, or a month ("2030-10"), or a year ("2030").
bool is_iso_date(std::string_view text);

}  // namespace vaughn

#endif  // VAUGHN_BASE_ISO_DATE_H_
