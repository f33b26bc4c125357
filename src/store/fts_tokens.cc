// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/fts_tokens.h"

#include <array>

#include "vaughn/base/error.h"

namespace vaughn::store {
FtsTokenizer::FtsTokenizer(Connection& connection, Words words) {
  // As in kTextIndex.
  std::array<const char*, 3> options{"unicode61", "remove_diacritics", "2"};
  const bool stems = words == Words::kStems;
  void* data = nullptr;
  fts5_api* api = connection.fts5();
  if (api == nullptr ||
      api->xFindTokenizer(api, stems ? "porter" : "unicode61", &data, &functions_) != SQLITE_OK ||
      functions_.xCreate(data, options.data() + (stems ? 0 : 1), stems ? 3 : 2, &tokenizer_) != SQLITE_OK)
    throw Error(ErrorCode::kDatabase, "this SQLite has no full-text search",
                "Install a SQLite with FTS5; 'vaughn doctor' says which one is in use.");
}

FtsTokenizer::~FtsTokenizer() {
  functions_.xDelete(tokenizer_);
}

std::vector<FtsToken> FtsTokenizer::tokens(std::string_view text) const {
  std::vector<FtsToken> list;
  each(text, [&](std::string_view token, std::size_t begin, std::size_t end) {
    list.push_back({std::string(token), begin, end});
  });
  return list;
}

void FtsTokenizer::tokenize(std::string_view text, void* data, Token* visit) const {
  functions_.xTokenize(tokenizer_, data, FTS5_TOKENIZE_DOCUMENT, text.data(), static_cast<int>(text.size()),
                       visit);
}

}  // namespace vaughn::store
