// SPDX-License-Identifier: GPL-3.0-or-later
// Bars of block characters, for tables people look at.
#ifndef VAUGHN_REPORT_BAR_H_
#define VAUGHN_REPORT_BAR_H_

#include <cstddef>
#include <string>

namespace vaughn::report {

// full, in eighths of a column, then light shades for what is only likely. The largest total of a chart takes
// columns; what is not nothing takes an eighth at least.
std::string bar(long long full, long long light, long long largest, std::size_t columns);

}  // namespace vaughn::report

#endif  // VAUGHN_REPORT_BAR_H_
