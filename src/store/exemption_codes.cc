// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/exemption_codes.h"

#include <algorithm>

#include "store/page_matcher.h"

namespace vaughn::store {

std::vector<std::string> known_codes(Connection& connection) {
  std::vector<std::string> codes;
  // Steps from one code to the next in the index; there are a few dozen codes and perhaps millions of rows.
  Query rows = connection.query(
      "WITH RECURSIVE known(code) AS (SELECT min(code) FROM exemption_code UNION ALL"
      " SELECT (SELECT min(c.code) FROM exemption_code c WHERE c.code > known.code) FROM known WHERE code IS "
      "NOT NULL)"
      " SELECT code FROM known WHERE code IS NOT NULL");
  while (rows.step()) codes.push_back(rows.text(0));
  return codes;
}

std::vector<std::string> codes_meant(Connection& connection, const std::string& typed) {
  const std::vector<std::string> start = parts_of(typed);
  std::vector<std::string> codes = known_codes(connection);
  std::erase_if(codes, [&](const std::string& code) { return !starts_with(parts_of(code), start); });
  return codes;
}

}  // namespace vaughn::store
