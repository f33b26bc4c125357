// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/top_ranked.h"

#include "store/bm25.h"

namespace vaughn::store {
namespace {

int count_row(const Fts5ExtensionApi*, Fts5Context*, void* count) {
  ++*static_cast<sqlite3_int64*>(count);
  return SQLITE_OK;
}

}  // namespace

TopRanked::TopRanked(Connection& connection) {
  connection.define_for_index("top_rank", call);
}

void TopRanked::call(const Fts5ExtensionApi* api, Fts5Context* row, sqlite3_context* result, int count,
                     sqlite3_value** values) {
  auto* const self = static_cast<TopRanked*>(count == 1 ? sqlite3_value_pointer(values[0], kType) : nullptr);
  if (self == nullptr) return sqlite3_result_error(result, "top_rank is not for others", -1);
  self->rank(api, row, result);
}

int TopRanked::learn(const Fts5ExtensionApi* api, Fts5Context* row) {
  const int phrases = api->xPhraseCount(row);
  weights_.assign(static_cast<std::size_t>(phrases), 0);
  counts_.assign(static_cast<std::size_t>(phrases), 0);
  sqlite3_int64 rows = 0, tokens = 0;
  int result = api->xRowCount(row, &rows);
  if (result == SQLITE_OK) result = api->xColumnTotalSize(row, -1, &tokens);
  mean_length_ = rows > 0 ? static_cast<double>(tokens) / static_cast<double>(rows) : 1;
  for (int i = 0; result == SQLITE_OK && i < phrases; ++i) {
    sqlite3_int64 hits = 0;
    result = api->xQueryPhrase(row, i, &hits, count_row);
    weights_[static_cast<std::size_t>(i)] = bm25::weight(rows, hits);
  }
  is_known_ = result == SQLITE_OK;
  return result;
}

double TopRanked::score(double length) const {
  double score = 0;
  const double by_length = bm25::by_length(length, mean_length_);
  for (std::size_t i = 0; i < weights_.size(); ++i) score += bm25::part(weights_[i], counts_[i], by_length);
  return score;
}

void TopRanked::rank(const Fts5ExtensionApi* api, Fts5Context* row, sqlite3_context* result) {
  int status = is_known_ ? SQLITE_OK : learn(api, row);
  double total = 0;
  for (std::size_t i = 0; status == SQLITE_OK && i < counts_.size(); ++i) {
    int count = 0, column = 0, offset = 0;
    Fts5PhraseIter at{};
    status = api->xPhraseFirst(row, static_cast<int>(i), &at, &column, &offset);
    for (; status == SQLITE_OK && column >= 0; api->xPhraseNext(row, &at, &column, &offset)) ++count;
    counts_[i] = count;
    total += count;
  }
  if (status != SQLITE_OK) return sqlite3_result_error_code(result, status);
  const bool is_full = most_ > 0 && best_.size() >= most_;
  // A row is at least as long as what was found in it.
  if (is_full && score(total) <= best_.top()) return sqlite3_result_null(result);
  int length = 0;
  status = api->xColumnSize(row, -1, &length);
  if (status != SQLITE_OK) return sqlite3_result_error_code(result, status);
  const double reached = score(length);
  if (is_full && reached <= best_.top()) return sqlite3_result_null(result);
  if (is_full) best_.pop();
  if (most_ > 0) best_.push(reached);
  sqlite3_result_double(result, reached);
}

}  // namespace vaughn::store
