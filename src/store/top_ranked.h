// SPDX-License-Identifier: GPL-3.0-or-later
// BM25 as FTS5 computes it, of the rows that can still be among the best. FTS5's own looks up the length of
// every row that matches, which for a common word takes most of the time. How often a phrase stands in a row
// is at hand, and bounds what the row can reach; what cannot win is left at that.
#ifndef VAUGHN_STORE_TOP_RANKED_H_
#define VAUGHN_STORE_TOP_RANKED_H_

#include <cstddef>
#include <queue>
#include <vector>

#include "store/connection.h"

namespace vaughn::store {

// Known to the statements of a connection as top_rank(page_fts, argument()): the score, higher is better, or
// NULL for a row that so many before it outdo. Rows must come in the order of their ids: of equals the first
// is better. One statement at a time uses it.
class TopRanked {
 public:
  explicit TopRanked(Connection& connection);
  TopRanked(const TopRanked&) = delete;
  TopRanked& operator=(const TopRanked&) = delete;

  Pointer argument() { return {this, kType}; }
  // Before each statement that uses it.
  void begin(std::size_t most) {
    most_ = most;
    best_ = {};
    is_known_ = false;
  }

 private:
  static constexpr const char* kType = "vaughn top_rank";
  static void call(const Fts5ExtensionApi* api, Fts5Context* row, sqlite3_context* result, int count,
                   sqlite3_value** values);
  int learn(const Fts5ExtensionApi* api, Fts5Context* row);
  void rank(const Fts5ExtensionApi* api, Fts5Context* row, sqlite3_context* result);
  double score(double length) const;

  std::size_t most_ = 0;
  std::priority_queue<double, std::vector<double>, std::greater<>> best_;
  // Of the statement at hand.
  bool is_known_ = false;
  std::vector<double> weights_;  // how rare each phrase is
  std::vector<double> counts_;   // how often each stands in the row
  double mean_length_ = 1;
};

}  // namespace vaughn::store

#endif  // VAUGHN_STORE_TOP_RANKED_H_
