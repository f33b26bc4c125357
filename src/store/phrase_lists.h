// SPDX-License-Identifier: GPL-3.0-or-later
// Ranking of words that stand on very many pages. Asking SQL for each page in turn, and FTS5 for the length
// of each, takes most of the time there; so the pages of each phrase are gathered at once, joined here, and
// the lengths of all pages are read in one go. Scores are those of top_ranked.h.
#ifndef VAUGHN_STORE_PHRASE_LISTS_H_
#define VAUGHN_STORE_PHRASE_LISTS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "store/connection.h"

namespace vaughn::store {

// How the phrases of a MATCH expression are joined, where that is all there is to it.
enum class Joined { kAll, kAny };

class PhraseLists {
 public:
  explicit PhraseLists(Connection& connection);
  PhraseLists(const PhraseLists&) = delete;
  PhraseLists& operator=(const PhraseLists&) = delete;

  using Ranked = std::vector<std::pair<double, std::int64_t>>;  // score and page

  // The best pages, in no order; at least so many if there are. None when one of the phrases is too rare for
  // this to be worth it, or there are many phrases.
  std::optional<Ranked> best(const std::string& match, Joined joined, std::size_t most);

 private:
  struct Place {
    std::int64_t page;
    int count;  // how often the phrase stands on it
  };
  using List = std::vector<Place>;  // by page

  static constexpr const char* kType = "vaughn phrase_lists";
  static void call(const Fts5ExtensionApi* api, Fts5Context* row, sqlite3_context* result, int count,
                   sqlite3_value** values);
  int gather(const Fts5ExtensionApi* api, Fts5Context* row);
  void join_all();
  void join_any();
  std::vector<int> lengths() const;
  Ranked ranked(std::size_t most) const;

  Connection& connection_;
  bool worth_it_ = false;
  sqlite3_int64 rows_ = 0, tokens_ = 0;  // of the index
  std::vector<List> lists_;              // of each phrase
  // Pages that have what is asked for, and how often each phrase stands on each.
  std::vector<std::int64_t> pages_;
  std::vector<int> counts_;  // of the phrases of the first page, of the second, ...
};

}  // namespace vaughn::store

#endif  // VAUGHN_STORE_PHRASE_LISTS_H_
