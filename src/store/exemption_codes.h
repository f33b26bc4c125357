// SPDX-License-Identifier: GPL-3.0-or-later
// The exemption codes that a database has.
#ifndef VAUGHN_STORE_EXEMPTION_CODES_H_
#define VAUGHN_STORE_EXEMPTION_CODES_H_

#include <string>
#include <vector>

#include "store/connection.h"

namespace vaughn::store {

std::vector<std::string> known_codes(Connection& connection);

// Those that a typed one stands for, by their parts: "b7" and "(b)(7)" for (b)(7) and (b)(7)(C), but "b1" not
// for (b)(10).
std::vector<std::string> codes_meant(Connection& connection, const std::string& typed);

}  // namespace vaughn::store

#endif  // VAUGHN_STORE_EXEMPTION_CODES_H_
