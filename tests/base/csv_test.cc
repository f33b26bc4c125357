// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/base/csv.h"

#include <gmock/gmock.h>

namespace vaughn {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::vector<std::string>> cells_of(std::string_view text) {
  std::vector<std::vector<std::string>> cells;
  for (const CsvRecord& record : parse_csv(text)) cells.push_back(record.cells);
  return cells;
}

TEST(Csv, IsReadAsRfc4180HasIt) {
  EXPECT_THAT(cells_of("a,b\r\n\"c,d\",\"e \"\"f\"\"\"\r\n"),
              ElementsAre(ElementsAre("a", "b"), ElementsAre("c,d", "e \"f\"")));
  EXPECT_THAT(cells_of("a,\n,b"), ElementsAre(ElementsAre("a", ""), ElementsAre("", "b")));
  EXPECT_THAT(cells_of("\"two\nlines\""), ElementsAre(ElementsAre("two\nlines")));
}

TEST(Csv, IsReadAsSpreadsheetsWriteIt) {
  EXPECT_THAT(cells_of("\xEF\xBB\xBF"
                       "a\rb\r\r"),
              ElementsAre(ElementsAre("a"), ElementsAre("b")));
  EXPECT_THAT(cells_of("5\" disk,\"a\" b"), ElementsAre(ElementsAre("5\" disk", "a b")));
  EXPECT_THAT(cells_of("\n\n"), IsEmpty());
  EXPECT_THAT(cells_of(""), IsEmpty());
}

TEST(Csv, KnowsTheLineOfARecord) {
  const std::vector<CsvRecord> records = parse_csv("a\n\n\"b\nc\"\nd");
  ASSERT_EQ(records.size(), 3u);
  EXPECT_EQ(records[0].line, 1);
  EXPECT_EQ(records[1].line, 3);
  EXPECT_EQ(records[2].line, 5);
}

TEST(Csv, SaysWhenItEndsWithinQuotationMarks) {
  const std::vector<CsvRecord> records = parse_csv("a\n\"b\nc");
  ASSERT_EQ(records.size(), 2u);
  EXPECT_TRUE(records[0].is_closed);
  EXPECT_FALSE(records[1].is_closed);
}

}  // namespace
}  // namespace vaughn
