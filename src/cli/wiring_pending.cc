// SPDX-License-Identifier: GPL-3.0-or-later
// Holds the place of the wiring_*.cc files until they are there.
#include "cli/wiring.h"
#include "vaughn/base/error.h"

namespace vaughn::cli {

store::TextQuery parse_query(const std::string&) {
  throw Error(ErrorCode::kUsage, "not wired yet");
}

}  // namespace vaughn::cli
