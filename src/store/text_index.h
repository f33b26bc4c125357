// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the full-text index and the list of its words right while pages are written. The triggers of the
// schema do so a page at a time; to FTS5 each of those is a savepoint, at which it writes a segment of its
// own. So here all texts of a transaction go in together, in the order of their pages.
#ifndef VAUGHN_STORE_TEXT_INDEX_H_
#define VAUGHN_STORE_TEXT_INDEX_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "store/connection.h"
#include "store/fts_tokens.h"

namespace vaughn::store {

class TextIndex {
 public:
  explicit TextIndex(Connection& connection);

  // Changes the text of a page by change(). If that throws, and what it did is rolled back to a savepoint
  // from before, all is as it was.
  template <class Change>
  auto change_text(std::int64_t page, Change change) {
    const bool is_there_empty = take_out(page);
    const auto result = change();
    put_in_later(page, is_there_empty);
    return result;
  }
  // For what changes which pages there are; nothing may wait then.
  template <class Change>
  void with_triggers(Change change) {
    const Connection::WithTriggers scope(connection_);
    change();
  }
  // Before a commit: puts in what waits. When that fails, the transaction has to be rolled back.
  void flush();
  // After a rollback.
  void forget();

  // After many pages: fewer and larger segments, if that is worth the writing.
  void merge();

 private:
  // A page that is in the index with a text is taken out; one that is there without a text stays (true).
  bool take_out(std::int64_t page);
  void put_in_later(std::int64_t page, bool is_there_empty) { waiting_.emplace(page, is_there_empty); }
  void put_in(std::int64_t page, bool is_there_empty);
  void note(std::string_view word);
  void learn_words();

  Connection& connection_;
  FtsTokenizer tokenizer_;
  std::map<std::int64_t, bool> waiting_;   // and whether the page is in the index, without a text
  std::unordered_set<std::string> words_;  // to learn
  std::vector<std::size_t> known_;         // hashes of words that need not be learnt, each in its place
  std::int64_t put_in_ = 0;                // pages, since the last merge
};

}  // namespace vaughn::store

#endif  // VAUGHN_STORE_TEXT_INDEX_H_
