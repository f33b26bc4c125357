// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/version.h"

namespace vaughn::cli {

std::string_view version() {
  return VAUGHN_VERSION;
}

}  // namespace vaughn::cli
