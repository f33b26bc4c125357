// SPDX-License-Identifier: GPL-3.0-or-later
// Text as the index sees it: cut and folded by FTS5's own tokenizer, so that what is decided here cannot
// differ from what is decided there.
#ifndef VAUGHN_STORE_FTS_TOKENS_H_
#define VAUGHN_STORE_FTS_TOKENS_H_

#include <sqlite3.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "store/connection.h"

namespace vaughn::store {

struct FtsToken {
  std::string text;                // folded: small letters, no accents
  std::size_t begin = 0, end = 0;  // bytes of the text it was cut from
};

class FtsTokenizer {
 public:
  enum class Words { kAsTheyAre, kStems };  // kStems: each cut to its stem, by Porter's rules for English

  explicit FtsTokenizer(Connection& connection, Words words = Words::kAsTheyAre);
  ~FtsTokenizer();
  FtsTokenizer(const FtsTokenizer&) = delete;
  FtsTokenizer& operator=(const FtsTokenizer&) = delete;

  std::vector<FtsToken> tokens(std::string_view text) const;
  // Calls visit(text, begin, end) for each, which lasts no longer.
  template <class Visit>
  void each(std::string_view text, Visit visit) const {
    tokenize(text, &visit, [](void* data, int, const char* token, int length, int begin, int end) {
      (*static_cast<Visit*>(data))(std::string_view(token, static_cast<std::size_t>(length)),
                                   static_cast<std::size_t>(begin), static_cast<std::size_t>(end));
      return SQLITE_OK;
    });
  }

 private:
  using Token = int(void* data, int flags, const char* text, int length, int begin, int end);
  void tokenize(std::string_view text, void* data, Token* visit) const;

  fts5_tokenizer functions_{};
  Fts5Tokenizer* tokenizer_ = nullptr;
};

}  // namespace vaughn::store

#endif  // VAUGHN_STORE_FTS_TOKENS_H_
