// SPDX-License-Identifier: GPL-3.0-or-later
// The other half of fit_to_width.
#ifndef VAUGHN_REPORT_CUT_H_
#define VAUGHN_REPORT_CUT_H_

#include <cstddef>
#include <string>

namespace vaughn::report {

// At most columns wide, with "…" at the start where something was cut.
std::string cut_at_start(const std::string& text, std::size_t columns);

}  // namespace vaughn::report

#endif  // VAUGHN_REPORT_CUT_H_
