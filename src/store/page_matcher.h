// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a page's text meets the tests of a question that are about its text, told from the text itself. The
// index gives the pages to look at; it cannot know that a redaction marker such as "⟦(b)(6) ~14⟧" is part of
// the text so that phrases do not reach across it, and that nobody who looks for "6" or "14" means it, nor
// what stands next to one.
#ifndef VAUGHN_STORE_PAGE_MATCHER_H_
#define VAUGHN_STORE_PAGE_MATCHER_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/fts_tokens.h"
#include "vaughn/store/question.h"

namespace vaughn::store {

// "(b)(7)(C)-1" has the parts b 7 c 1.
std::vector<std::string> parts_of(std::string_view code);
bool starts_with(const std::vector<std::string>& parts, const std::vector<std::string>& start);

// Bytes of a text, the second just behind.
using Span = std::pair<std::size_t, std::size_t>;

class TextMatcher {
 public:
  // Both must outlive it.
  TextMatcher(const FtsTokenizer& tokenizer, std::string_view text);

  bool holds(const Term& term) const { return !occurrences(term).empty(); }
  bool holds(const Near& near) const;
  bool holds(const Beside& beside) const { return !spans(beside).empty(); }
  bool holds(const Pattern& pattern) const;

  const std::vector<FtsToken>& tokens() const { return tokens_; }
  // Where it stands outside markers, in order.
  std::vector<Span> spans(const Term& term) const;
  // Of its term, those that have such a redaction beside them.
  std::vector<Span> spans(const Beside& beside) const;

 private:
  // Tokens, the second just behind.
  using Occurrence = std::pair<std::size_t, std::size_t>;
  struct Marker {
    std::size_t token = 0;  // how many tokens stand before it
    std::size_t end = 0;    // and up to its end
    std::string_view inside;
  };

  std::vector<Occurrence> occurrences(const Term& term) const;
  Span span(const Occurrence& place) const {
    return {tokens_[place.first].begin, tokens_[place.second - 1].end};
  }
  bool is_beside(const Occurrence& place, const Beside& beside) const;
  // Words between, without those in other markers.
  std::size_t words_between(std::size_t from, std::size_t to) const;

  const FtsTokenizer& tokenizer_;
  std::string_view text_;
  std::vector<FtsToken> tokens_;
  std::vector<bool> in_marker_;
  std::vector<Marker> markers_;
};

}  // namespace vaughn::store

#endif  // VAUGHN_STORE_PAGE_MATCHER_H_
