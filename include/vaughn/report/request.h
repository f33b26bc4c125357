// SPDX-License-Identifier: GPL-3.0-or-later
// What came for each item of a request. docs/commands/request.md.
#ifndef VAUGHN_REPORT_REQUEST_H_
#define VAUGHN_REPORT_REQUEST_H_

#include <ostream>
#include <string>
#include <vector>

#include "vaughn/report/terminal.h"
#include "vaughn/store/reader.h"

namespace vaughn::report {

enum class ItemState {
  kAnswered,      // "answered": a person confirmed a page on which something can be read
  kOnlyWithheld,  // "only-withheld": all that was confirmed is withheld in full
  kSuggested,     // "suggested": its query finds pages that nobody looked at yet
  kNoRecords,     // "no-records-claimed": a letter says so of this item
  kSilent,        // "silent": nothing in the release speaks to it
};

const char* to_string(ItemState state);

struct ItemReport {
  RequestItem item;
  ItemState state = ItemState::kSilent;
  std::vector<store::PlaceRow> confirmed, suggested;  // pages; suggested ones nobody decided on yet
  int rejected = 0, withheld = 0;                     // of the confirmed ones, withheld in full
  std::vector<store::StatementRow> claims;            // that there are no records, of this item or of any
  std::vector<std::string> notes;                     // how its query was read, when otherwise than written
};

std::vector<ItemReport> report_items(const store::Reader& reader);

// A line an item; what each item is answered by; the same for programs and for a file.
void print_items(const std::vector<ItemReport>& items, const Terminal& terminal, std::ostream& out);
void print_item_report(const std::vector<ItemReport>& items, const Terminal& terminal, std::ostream& out);
void print_items_json(const std::vector<ItemReport>& items, std::ostream& out);
void print_items_markdown(const std::vector<ItemReport>& items, std::ostream& out);

}  // namespace vaughn::report

#endif  // VAUGHN_REPORT_REQUEST_H_
