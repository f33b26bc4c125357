// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hit_rows.h"
#include "store/page_search.h"
#include "store/reader_parts.h"

namespace vaughn::store {

std::vector<HitRow> find_hits(Connection& connection, const SearchRequest& request) {
  std::vector<HitRow> hits;
  PageSearch search(connection, request);
  int to_skip = request.offset;
  const int most = request.limit <= 0 ? 0 : request.limit + request.offset;
  search.each(static_cast<std::size_t>(most), [&](std::int64_t page, double score) {
    if (to_skip-- > 0) return true;
    hits.push_back(read_hit(connection, search.tokenizer(), request, page));
    hits.back().score = score;
    return request.limit <= 0 || static_cast<int>(hits.size()) < request.limit;
  });
  return hits;
}

SqlExplanation explain_search(Connection& connection, const SearchRequest& request) {
  return PageSearch(connection, request).explain();
}

}  // namespace vaughn::store
