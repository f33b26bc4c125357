// SPDX-License-Identifier: GPL-3.0-or-later
// What was asked for: the numbered items of a request, and which pages answer them.
#ifndef VAUGHN_MODEL_REQUEST_H_
#define VAUGHN_MODEL_REQUEST_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vaughn {

struct RequestItem {
  std::string item;                  // as the request numbers it: "1", "2.c"
  std::string request_number;        // may be empty
  std::string text;                  // what is asked for
  std::string query;                 // of the query language; pages it finds are suggested. May be empty
  std::string date_from, date_to;    // ISO, of records; empty: no limit
  std::vector<std::string> types{};  // of records; empty: any

  bool operator==(const RequestItem&) const = default;
};

// What a person says of a page that may answer an item.
enum class ItemVerdict {
  kConfirmed,  // "confirmed"
  kRejected,   // "rejected"
};

std::string_view to_string(ItemVerdict verdict);
std::optional<ItemVerdict> item_verdict_from_string(std::string_view name);

}  // namespace vaughn

#endif  // VAUGHN_MODEL_REQUEST_H_
