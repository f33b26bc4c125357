// SPDX-License-Identifier: GPL-3.0-or-later
// Which pages meet a question. SQL and FTS5 choose and rank (question_sql.h); what they cannot know is
// decided on the text of the pages (page_matcher.h).
#ifndef VAUGHN_STORE_PAGE_SEARCH_H_
#define VAUGHN_STORE_PAGE_SEARCH_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "store/connection.h"
#include "store/fts_tokens.h"
#include "store/page_matcher.h"
#include "store/phrase_lists.h"
#include "store/question_sql.h"
#include "store/top_ranked.h"
#include "vaughn/store/reader.h"

namespace vaughn::store {

class PageSearch {
 public:
  // The request has to outlive it.
  PageSearch(Connection& connection, const SearchRequest& request);

  // Calls visit with the id and score of each page, in order, until it says that it is enough. Most is how
  // many it may want; 0: all.
  template <class Visit>
  void each(std::size_t most, Visit visit) {
    if (!by_rank()) {
      Query rows = candidates();
      while (rows.step())
        if (const std::int64_t page = rows.integer(0); meets(page) && !visit(page, 0)) return;
      return;
    }
    // The best are tried; where too many of them do not meet the question, more are asked for.
    for (std::size_t tried = 0;; most *= 16) {
      const auto ranked = best_ranked(most);
      for (; tried < ranked.size(); ++tried) {
        const auto& [score, page] = ranked[tried];
        if (meets(page) && !visit(page, score)) return;
      }
      if (most == 0 || ranked.size() < most) return;
    }
  }
  // Of each page, in no order that matters.
  template <class Visit>
  void each_id(Visit visit) {
    Query rows = candidates();
    while (rows.step())
      if (const std::int64_t page = rows.integer(0); meets(page)) visit(page);
  }
  const FtsTokenizer& tokenizer() const { return tokenizer_; }
  SqlExplanation explain();

 private:
  bool by_rank() const { return !sql_.match.empty() && request_.sort == SortHits::kRank; }
  std::vector<std::pair<double, std::int64_t>> best_ranked(std::size_t most);
  std::vector<std::pair<double, std::int64_t>> ranked_by_sql(std::size_t most);
  bool chooses_many(const std::string& match) const;
  std::pair<std::string, bool> conditions_sql() const;
  std::string candidates_sql() const;
  std::string ranked_sql() const;
  Query candidates();
  void bind_all(Query* rows) const;
  bool meets(std::int64_t page);
  bool holds(const Question& question, std::int64_t page, const std::vector<TextMatcher>& texts);
  bool holds(const PageTest& test, std::int64_t page);

  Connection& connection_;
  const SearchRequest& request_;
  FtsTokenizer tokenizer_;
  QuestionCompiler compiler_;
  QuestionSql sql_;
  TopRanked top_;
  PhraseLists lists_;
};

}  // namespace vaughn::store

#endif  // VAUGHN_STORE_PAGE_SEARCH_H_
