// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/named_pages.h"

#include <gtest/gtest.h>

namespace vaughn::report {
namespace {

store::PlaceRow place(int page) {
  return {.release = "march", .source = "file.pdf", .sha256 = "3f", .page = page, .bates = {}};
}

std::vector<store::BatesRow> carried(const std::vector<long long>& numbers) {
  std::vector<store::BatesRow> rows;
  for (const long long number : numbers)
    rows.push_back({place(static_cast<int>(rows.size()) + 2), "NIS-", number});
  return rows;
}

store::SheetRow list(const std::vector<int>& pages) {
  store::SheetRow row;
  row.place = place(1);
  row.sheet.kind = "deleted-pages";
  for (const int page : pages) {
    AbsentPage absent;
    absent.number = std::to_string(page);
    row.sheet.pages.push_back(absent);
  }
  return row;
}

TEST(NamedPages, AreThoseMissingByOneDifference) {
  const auto numbers = carried({101, 102, 105, 107, 108});
  const std::vector<store::SheetRow> sheets = {list({3, 4, 6, 9, 10})};
  const NamedPages named(sheets, numbers);
  const auto first = named.between(numbers[1], numbers[2]);
  ASSERT_TRUE(first);
  EXPECT_EQ(first->first, 3);
  EXPECT_EQ(first->last, 4);
  EXPECT_EQ(first->list.page, 1);
  EXPECT_TRUE(named.between(numbers[2], numbers[3]));
}

TEST(NamedPages, AccountForNothingWhenAPageTheyNameIsThere) {
  const auto numbers = carried({101, 102, 106, 107, 110});
  const std::vector<store::SheetRow> sheets = {list({3, 4, 5, 7})};
  EXPECT_FALSE(NamedPages(sheets, numbers).between(numbers[1], numbers[2])) << "its page 7 would be 107";
}

TEST(NamedPages, AccountForNothingWhenSeveralDifferencesWouldDo) {
  const auto numbers = carried({101, 105, 109});
  const std::vector<store::SheetRow> sheets = {list({2, 3, 4})};
  EXPECT_FALSE(NamedPages(sheets, numbers).between(numbers[0], numbers[1]));
}

TEST(NamedPages, LeaveAGapOpenThatTheyNameInPart) {
  const auto numbers = carried({101, 105, 107, 109});
  const std::vector<store::SheetRow> sheets = {list({2, 3, 6, 8})};
  const NamedPages named(sheets, numbers);
  EXPECT_FALSE(named.between(numbers[0], numbers[1])) << "its page 4 is not named";
  EXPECT_TRUE(named.between(numbers[1], numbers[2]));
}

}  // namespace
}  // namespace vaughn::report
