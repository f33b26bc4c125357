// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/phrase_lists.h"

#include <algorithm>
#include <limits>

#include "store/bm25.h"

namespace vaughn::store {
namespace {

constexpr std::int64_t kRare = 30;  // a phrase on fewer than one in so many pages
constexpr int kMostPhrases = 8;     // whose lists are held in memory; nothing stops gathering them

// As docsize has them: a number of seven bits a byte for each column.
int sum_of_sizes(std::string_view sizes) {
  int sum = 0, size = 0;
  for (const char c : sizes) {
    const auto byte = static_cast<unsigned char>(c);
    size = size * 128 + (byte & 0x7F);
    if (byte >= 0x80) continue;
    sum += size;
    size = 0;
  }
  return sum;
}

}  // namespace

PhraseLists::PhraseLists(Connection& connection) : connection_(connection) {
  connection.define_for_index("phrase_lists", call);
}

void PhraseLists::call(const Fts5ExtensionApi* api, Fts5Context* row, sqlite3_context* result, int count,
                       sqlite3_value** values) {
  auto* const self =
      static_cast<PhraseLists*>(count == 1 ? sqlite3_value_pointer(values[0], kType) : nullptr);
  if (self == nullptr) return sqlite3_result_error(result, "phrase_lists is not for others", -1);
  const int status = self->gather(api, row);
  if (status != SQLITE_OK) sqlite3_result_error_code(result, status);
}

int PhraseLists::gather(const Fts5ExtensionApi* api, Fts5Context* row) {
  int status = api->xRowCount(row, &rows_);
  if (status == SQLITE_OK) status = api->xColumnTotalSize(row, -1, &tokens_);
  const int phrases = api->xPhraseCount(row);
  lists_.assign(static_cast<std::size_t>(phrases), {});
  worth_it_ = phrases <= kMostPhrases;
  for (int i = 0; status == SQLITE_OK && i < phrases && worth_it_; ++i) {
    std::int64_t left = rows_ / kRare;
    status = api->xQueryPhrase(row, i, &left, [](const Fts5ExtensionApi*, Fts5Context*, void* data) {
      return --*static_cast<std::int64_t*>(data) > 0 ? SQLITE_OK : SQLITE_DONE;
    });
    worth_it_ = left <= 0;
  }
  for (int i = 0; status == SQLITE_OK && i < phrases && worth_it_; ++i) {
    List& list = lists_[static_cast<std::size_t>(i)];
    status = api->xQueryPhrase(row, i, &list, [](const Fts5ExtensionApi* found, Fts5Context* at, void* data) {
      int count = 0, column = 0, offset = 0;
      Fts5PhraseIter place{};
      const int result = found->xPhraseFirst(at, 0, &place, &column, &offset);
      for (; result == SQLITE_OK && column >= 0; found->xPhraseNext(at, &place, &column, &offset)) ++count;
      static_cast<List*>(data)->push_back({found->xRowid(at), count});
      return result;
    });
  }
  return status;
}

void PhraseLists::join_all() {
  std::vector<List::const_iterator> at;
  for (const List& list : lists_) at.push_back(list.begin());
  for (const Place& first : lists_.front()) {
    bool all = true;
    for (std::size_t i = 0; all && i < lists_.size(); ++i) {
      while (at[i] != lists_[i].end() && at[i]->page < first.page) ++at[i];
      if (at[i] == lists_[i].end()) return;
      all = at[i]->page == first.page;
    }
    if (!all) continue;
    pages_.push_back(first.page);
    for (const auto& place : at) counts_.push_back(place->count);
  }
}

void PhraseLists::join_any() {
  std::vector<List::const_iterator> at;
  for (const List& list : lists_) at.push_back(list.begin());
  for (;;) {
    std::int64_t page = std::numeric_limits<std::int64_t>::max();
    for (std::size_t i = 0; i < lists_.size(); ++i)
      if (at[i] != lists_[i].end()) page = std::min(page, at[i]->page);
    if (page == std::numeric_limits<std::int64_t>::max()) return;
    pages_.push_back(page);
    for (std::size_t i = 0; i < lists_.size(); ++i) {
      const bool here = at[i] != lists_[i].end() && at[i]->page == page;
      counts_.push_back(here ? (at[i]++)->count : 0);
    }
  }
}

// Of pages_, in tokens.
std::vector<int> PhraseLists::lengths() const {
  constexpr std::int64_t kStepsALook = 6;
  std::vector<int> lengths;
  if (static_cast<std::int64_t>(pages_.size()) * kStepsALook < rows_) {
    for (const std::int64_t page : pages_) {
      Query row = connection_.query("SELECT sz FROM page_fts_docsize WHERE id = ?", page);
      lengths.push_back(row.step() ? sum_of_sizes(row.view(0)) : 0);
    }
    return lengths;
  }
  Query rows =
      connection_.query("SELECT id, sz FROM page_fts_docsize WHERE id >= ? ORDER BY id", pages_.front());
  while (lengths.size() < pages_.size() && rows.step())
    if (rows.integer(0) == pages_[lengths.size()]) lengths.push_back(sum_of_sizes(rows.view(1)));
  lengths.resize(pages_.size());
  return lengths;
}

PhraseLists::Ranked PhraseLists::ranked(std::size_t most) const {
  const std::size_t phrases = lists_.size();
  const double mean = static_cast<double>(tokens_) / static_cast<double>(std::max<std::int64_t>(rows_, 1));
  std::vector<double> weights;
  for (const List& list : lists_)
    weights.push_back(bm25::weight(rows_, static_cast<std::int64_t>(list.size())));
  const std::vector<int> lengths = this->lengths();
  Ranked ranked;
  ranked.reserve(pages_.size());
  for (std::size_t page = 0; page < pages_.size(); ++page) {
    const double by_length = bm25::by_length(lengths[page], mean);
    double score = 0;
    for (std::size_t i = 0; i < phrases; ++i)
      score += bm25::part(weights[i], counts_[page * phrases + i], by_length);
    ranked.emplace_back(score, pages_[page]);
  }
  if (ranked.size() <= most) return ranked;
  // Of equals the first page.
  std::nth_element(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(most) - 1, ranked.end(),
                   [](const auto& a, const auto& b) {
                     return a.first != b.first ? a.first > b.first : a.second < b.second;
                   });
  ranked.resize(most);
  return ranked;
}

std::optional<PhraseLists::Ranked> PhraseLists::best(const std::string& match, Joined joined,
                                                     std::size_t most) {
  lists_.clear(), pages_.clear(), counts_.clear();
  worth_it_ = false;
  {
    Query row =
        connection_.query("SELECT phrase_lists(page_fts, ?) FROM page_fts WHERE page_fts MATCH ? LIMIT 1",
                          Pointer{this, kType}, match);
    row.step();
  }
  if (!worth_it_ || lists_.empty()) return std::nullopt;
  joined == Joined::kAll ? join_all() : join_any();
  if (pages_.empty()) return Ranked{};
  return ranked(most);
}

}  // namespace vaughn::store
