// SPDX-License-Identifier: GPL-3.0-or-later
// The mix of queries.
#ifndef VAUGHN_TOOLS_BENCH_SEARCH_KINDS_H_
#define VAUGHN_TOOLS_BENCH_SEARCH_KINDS_H_

#include <string>
#include <vector>

namespace vaughn::bench {

struct Kind {
  std::string name;
  std::vector<std::string> queries;
  bool summarise = false;  // count all and divide them by facets
  double target_ms = 0;    // of the 95th percentile; 0: none
  bool xapian = false;     // Xapian's language says the same so
};

// Of each kind so many queries, on a release of so many invented pages.
std::vector<Kind> kinds(int pages, int queries);

}  // namespace vaughn::bench

#endif  // VAUGHN_TOOLS_BENCH_SEARCH_KINDS_H_
