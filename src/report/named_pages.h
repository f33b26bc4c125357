// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of deleted pages count the pages of a document, its stamps the pages of a production: where the pages
// that a list names are just the numbers that are missing, by one and the same difference, it accounts for
// them.
#ifndef VAUGHN_REPORT_NAMED_PAGES_H_
#define VAUGHN_REPORT_NAMED_PAGES_H_

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "vaughn/store/records.h"

namespace vaughn::report {

struct NamedRange {
  store::PlaceRow list;
  long long first = 0, last = 0;  // of the list's page numbers
};

class NamedPages {
 public:
  // The lists and all production numbers of a database. Both must outlive it.
  NamedPages(const std::vector<store::SheetRow>& sheets, const std::vector<store::BatesRow>& numbers);

  // The list that names every number between two that follow each other in one source; none when there is
  // none.
  std::optional<NamedRange> between(const store::BatesRow& before, const store::BatesRow& now) const;

 private:
  struct List {
    const store::SheetRow* sheet = nullptr;
    std::string prefix;         // of the numbers it was held against
    std::set<long long> pages;  // as it counts them
    long long difference = 0;   // from a page to its number
  };
  std::vector<List> lists_;
};

}  // namespace vaughn::report

#endif  // VAUGHN_REPORT_NAMED_PAGES_H_
