// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers that agencies give to requests, and courts to lawsuits about them.
#ifndef VAUGHN_RECORDS_REQUEST_NUMBERS_H_
#define VAUGHN_RECORDS_REQUEST_NUMBERS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vaughn::records {

struct NumberFound {
  std::string body;                // whose form it is: "DHS", "FBI", "court"
  std::string value;               // without spaces
  std::size_t begin = 0, end = 0;  // where it stands in the text
};

// Each value once, in the order of the text.
std::vector<NumberFound> find_request_numbers(std::string_view text);
std::vector<NumberFound> find_court_numbers(std::string_view text);

}  // namespace vaughn::records

#endif  // VAUGHN_RECORDS_REQUEST_NUMBERS_H_
