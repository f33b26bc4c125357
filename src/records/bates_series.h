// SPDX-License-Identifier: GPL-3.0-or-later
// Which series of production numbers run through a source. Nothing is known about a prefix beforehand: a
// series is what many pages share and what rises from page to page.
#ifndef VAUGHN_RECORDS_BATES_SERIES_H_
#define VAUGHN_RECORDS_BATES_SERIES_H_

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "vaughn/records/edges.h"

namespace vaughn::records {

struct BatesSeries {
  std::string key;               // series_key of its prefix
  std::string prefix;            // as most of its stamps print it
  std::string suffix;            // likewise
  std::set<std::size_t> widths;  // numbers of digits seen
  bool padded = false;           // some numbers have leading zeros
  int first_page = 0, last_page = 0;
  int strength = 0;  // pages that have its prefix, and as many again for those that continue the one before
};

// The strongest first.
std::vector<BatesSeries> find_series(const std::vector<PageEdges>& pages);

// A text that is a production number by its own form, whatever stands on other pages: capitals, then at least
// six digits padded with zeros. For files of a page or two.
bool is_plain_stamp(const std::string& text);

}  // namespace vaughn::records

#endif  // VAUGHN_RECORDS_BATES_SERIES_H_
