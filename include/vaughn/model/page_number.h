// SPDX-License-Identifier: GPL-3.0-or-later
// Two ways to say which page, as two types: PageIndex counts from 0 in code, PageNumber from 1 for people.
#ifndef VAUGHN_MODEL_PAGE_NUMBER_H_
#define VAUGHN_MODEL_PAGE_NUMBER_H_

#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include "vaughn/base/result.h"

namespace vaughn {

class PageNumber;

class PageIndex {
 public:
  constexpr explicit PageIndex(int value = 0) : value_(value) {}
  constexpr int value() const { return value_; }
  constexpr PageNumber number() const;
  auto operator<=>(const PageIndex&) const = default;

 private:
  int value_;
};

class PageNumber {
 public:
  constexpr explicit PageNumber(int value = 1) : value_(value) {}
  constexpr int value() const { return value_; }
  constexpr PageIndex index() const { return PageIndex(value_ - 1); }
  auto operator<=>(const PageNumber&) const = default;

 private:
  int value_;
};

constexpr PageNumber PageIndex::number() const {
  return PageNumber(value_ + 1);
}

// A choice of pages as people type it: "1-3,7", "12-" (to the end). Empty means all.
class PageChoice {
 public:
  PageChoice() = default;

  // The problem's cause says which part could not be read.
  static Result<PageChoice> parse(std::string_view text);

  bool all() const { return ranges_.empty(); }
  bool contains(PageNumber page) const;
  // The chosen pages of a source that has page_count of them, in order.
  std::vector<PageIndex> of(int page_count) const;

 private:
  struct Range {
    int first = 1, last = 1;  // inclusive
  };
  std::vector<Range> ranges_;
};

}  // namespace vaughn

#endif  // VAUGHN_MODEL_PAGE_NUMBER_H_
