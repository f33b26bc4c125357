// SPDX-License-Identifier: GPL-3.0-or-later
// The version in CMakeLists.txt.
#ifndef VAUGHN_CLI_VERSION_H_
#define VAUGHN_CLI_VERSION_H_

#include <string_view>

namespace vaughn::cli {

std::string_view version();  // "0.1.0"

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_VERSION_H_
