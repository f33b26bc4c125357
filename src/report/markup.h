// SPDX-License-Identifier: GPL-3.0-or-later
// Text of strangers inside documents of ours.
#ifndef VAUGHN_REPORT_MARKUP_H_
#define VAUGHN_REPORT_MARKUP_H_

#include <string>
#include <string_view>

namespace vaughn::report {

// One line in which nothing is taken for markup.
std::string markdown_escaped(std::string_view text);
std::string html_escaped(std::string_view text);

}  // namespace vaughn::report

#endif  // VAUGHN_REPORT_MARKUP_H_
