// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/model/page_number.h"

#include <gtest/gtest.h>

namespace vaughn {
namespace {

std::vector<int> numbers(const PageChoice& choice, int page_count) {
  std::vector<int> pages;
  for (const PageIndex page : choice.of(page_count)) pages.push_back(page.number().value());
  return pages;
}

TEST(PageNumber, CountsFromOneWhereTheIndexCountsFromNought) {
  EXPECT_EQ(PageIndex(0).number(), PageNumber(1));
  EXPECT_EQ(PageNumber(7).index(), PageIndex(6));
}

TEST(PageChoice, ReadsRangesAndSinglePages) {
  EXPECT_EQ(numbers(PageChoice::parse("1-3,7").value(), 10), (std::vector<int>{1, 2, 3, 7}));
}

TEST(PageChoice, AnOpenRangeGoesToTheEnd) {
  EXPECT_EQ(numbers(PageChoice::parse("9-").value(), 11), (std::vector<int>{9, 10, 11}));
}

TEST(PageChoice, PagesBehindTheEndAreLeftOut) {
  EXPECT_EQ(numbers(PageChoice::parse("2,99").value(), 3), (std::vector<int>{2}));
}

TEST(PageChoice, NothingChosenMeansAll) {
  EXPECT_EQ(numbers(PageChoice(), 2), (std::vector<int>{1, 2}));
}

TEST(PageChoice, SaysWhichPartItCouldNotRead) {
  for (const char* text : {"", "0", "3-1", "1,x", "1--2", "-3", "1-2-3", "99999999999"}) {
    const auto choice = PageChoice::parse(text);
    ASSERT_FALSE(choice.ok()) << text;
    EXPECT_FALSE(choice.problem().advice.empty());
  }
}

}  // namespace
}  // namespace vaughn
