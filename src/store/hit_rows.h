// SPDX-License-Identifier: GPL-3.0-or-later
// What is told of a page that was found.
#ifndef VAUGHN_STORE_HIT_ROWS_H_
#define VAUGHN_STORE_HIT_ROWS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "store/connection.h"
#include "store/fts_tokens.h"
#include "vaughn/store/reader.h"

namespace vaughn::store {

// What of a page a question is held against.
struct PageTexts {
  std::string text;
  std::vector<std::string> unbroken;  // lines that follow one another, with their words whole

  std::vector<std::string_view> all() const {
    std::vector<std::string_view> views{text};
    views.insert(views.end(), unbroken.begin(), unbroken.end());
    return views;
  }
};

PageTexts read_texts(Connection& connection, std::int64_t page);

HitRow read_hit(Connection& connection, const FtsTokenizer& tokenizer, const SearchRequest& request,
                std::int64_t page);

// Of the words that are looked for, where they stand on a page.
std::vector<Box> boxes_of_hits(Connection& connection, const FtsTokenizer& tokenizer,
                               const Question& question, std::int64_t page);

}  // namespace vaughn::store

#endif  // VAUGHN_STORE_HIT_ROWS_H_
