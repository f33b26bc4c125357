// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/query_list.h"

#include <gmock/gmock.h>

#include <fstream>

#include "support/temporary_folder.h"
#include "vaughn/base/error.h"

namespace vaughn::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

QueryList list_of(const std::string& name, const std::string& text) {
  TemporaryFolder folder;
  std::ofstream(folder.path() / name) << text;
  return read_query_list(folder.path() / name);
}

TEST(QueryList, OfACsvFileHasItsOtherColumns) {
  const QueryList list = list_of("q.CSV", "item,Query,who\n1,\"NEAR(a b, 3)\",Ada\n2,memo\n");
  EXPECT_THAT(list.columns, ElementsAre("item", "who"));
  ASSERT_EQ(list.queries.size(), 2u);
  EXPECT_EQ(list.queries[0].query, "NEAR(a b, 3)");
  EXPECT_THAT(list.queries[0].cells, ElementsAre("1", "Ada"));
  EXPECT_THAT(list.queries[1].cells, ElementsAre("2", ""));
  EXPECT_EQ(list.queries[1].line, 3);
  EXPECT_EQ(list.queries[1].problem, "");
}

TEST(QueryList, SaysWhatIsWrongWithARowAndKeepsTheOthers) {
  const QueryList list = list_of("q.csv", "query\nNEAR(a b, 3)\n\" \"\nmemo\n\"open\n");
  ASSERT_EQ(list.queries.size(), 4u);
  EXPECT_THAT(list.queries[0].problem, HasSubstr("quotation marks about it"));
  EXPECT_EQ(list.queries[1].problem, "there is no query");
  EXPECT_EQ(list.queries[2].problem, "");
  EXPECT_THAT(list.queries[3].problem, HasSubstr("ends within quotation marks"));
}

TEST(QueryList, OfAnyOtherFileHasAQueryALine) {
  const QueryList list = list_of("q.txt", "# the request\n\nNEAR(a b, 3)\r\n  memo  \n");
  EXPECT_THAT(list.columns, IsEmpty());
  ASSERT_EQ(list.queries.size(), 2u);
  EXPECT_EQ(list.queries[0].query, "NEAR(a b, 3)");
  EXPECT_EQ(list.queries[0].line, 3);
  EXPECT_EQ(list.queries[1].query, "memo");
}

TEST(QueryList, GivesEveryColumnANameOfItsOwn) {
  EXPECT_THAT(list_of("q.csv", "note,query,who,who,,query,\nx,memo\n").columns,
              ElementsAre("note 2", "who", "who 2", "column 2", "query 2", "column 3"));
}

TEST(QueryList, BeginsBehindAByteOrderMark) {
  const QueryList list = list_of("q.txt", "\xEF\xBB\xBF# comment\nmemo\n");
  ASSERT_EQ(list.queries.size(), 1u);
  EXPECT_EQ(list.queries[0].query, "memo");
  EXPECT_EQ(list_of("q.csv", "\xEF\xBB\xBFquery\nmemo\n").queries.size(), 1u);
}

TEST(QueryList, NeedsAColumnOfQueries) {
  EXPECT_THROW(list_of("q.csv", "words\nmemo\n"), Error);
  EXPECT_THROW(list_of("q.csv", ""), Error);
  EXPECT_THROW(read_query_list("/nowhere/q.csv"), Error);
}

}  // namespace
}  // namespace vaughn::cli
