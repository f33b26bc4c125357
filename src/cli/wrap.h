// SPDX-License-Identifier: GPL-3.0-or-later
// Running text broken into lines.
#ifndef VAUGHN_CLI_WRAP_H_
#define VAUGHN_CLI_WRAP_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vaughn::cli {

// Lines of at most width columns, broken at spaces; a longer word stands alone on its line.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

// The same, each line behind indent spaces and ended by a newline; the width counts the indent.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t width = 80);

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_WRAP_H_
