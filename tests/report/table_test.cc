// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/report/table.h"

#include <gtest/gtest.h>

#include "report/builders.h"
#include "vaughn/base/strings.h"
#include "vaughn/base/utf8.h"

namespace vaughn::report {
namespace {

using testing::plain;
using testing::printed;

std::string shown(const Table& table, const Terminal& terminal) {
  return printed([&](std::ostream& out) { print_table(table, terminal, out); });
}

std::string csv(const std::vector<std::string>& cells) {
  return printed([&](std::ostream& out) { print_csv_record(cells, out); });
}

TEST(Table, AlignsNumbersAtTheRightAndWordsAtTheLeft) {
  const Table table{.columns = {{"Source"}, {"Pages", Align::kRight}},
                    .rows = {{"a.pdf", "7"}, {"letters.pdf", "1,203"}}};
  EXPECT_EQ(shown(table, plain()),
            "Source       Pages\n"
            "a.pdf            7\n"
            "letters.pdf  1,203\n");
}

TEST(Table, MeasuresColumnsNotBytes) {
  const Table table{.columns = {{"Name"}, {"N"}}, .rows = {{"Ærøskøbing", "1"}, {"東京", "2"}}};
  EXPECT_EQ(shown(table, plain()),
            "Name        N\n"
            "Ærøskøbing  1\n"
            "東京        2\n");
}

TEST(Table, FitsTheTerminalByCuttingTheColumnsThatMayBeCut) {
  const Table table{
      .columns = {{"Source", Align::kLeft, Shrink::kStart}, {"Cause", Align::kLeft, Shrink::kEnd}, {"Code"}},
      .rows = {{"productions/first/letter-of-march.pdf", "the file ends before it should", "(b)(7)(C)"}}};
  for (const std::string& line : split(shown(table, plain(40)), '\n'))
    EXPECT_LE(display_width(line), 40u) << line;
  EXPECT_NE(shown(table, plain(40)).find("f-march.pdf"), std::string::npos);
  EXPECT_NE(shown(table, plain(40)).find("the file"), std::string::npos);
  EXPECT_NE(shown(table, plain(40)).find("(b)(7)(C)"), std::string::npos);
}

TEST(Table, CutsAListBetweenItsItems) {
  const Table table{.columns = {{"Codes", Align::kLeft, Shrink::kItems}},
                    .rows = {{"(b)(4), (b)(6), (b)(7)(C)"}, {"(b)(6), NR"}, {"(b)(7)(E)-1,2,3"}}};
  EXPECT_EQ(shown(table, plain(14)), "Codes\n(b)(4), +2\n(b)(6), NR\n(b)(7)(E)-1,2…\n");
}

TEST(Table, KeepsALeastWidthOnATinyTerminal) {
  const Table table{.columns = {{"Source", Align::kLeft, Shrink::kEnd}}, .rows = {{"productions/first.pdf"}}};
  EXPECT_EQ(shown(table, plain(3)), "Source\nproduct…\n");
}

TEST(Table, LetsNoControlCharacterThrough) {
  const Table table{.columns = {{"Source"}}, .rows = {{"a\x1b[2J\nb.pdf"}}};
  EXPECT_EQ(shown(table, plain()), "Source\na\uFFFD[2J b.pdf\n");
}

struct CsvCase {
  std::vector<std::string> cells;
  std::string record;
};

TEST(CsvRecord, QuotesWhatRfc4180WantsQuoted) {
  const CsvCase cases[] = {
      {{"a", "b c"}, "a,b c\r\n"},
      {{"a,b", "c"}, "\"a,b\",c\r\n"},
      {{"say \"no\"", ""}, "\"say \"\"no\"\"\",\r\n"},
      {{"two\nlines"}, "\"two\nlines\"\r\n"},
  };
  for (const CsvCase& each : cases) EXPECT_EQ(csv(each.cells), each.record);
}

TEST(CsvRecord, DefusesWhatASpreadsheetWouldRun) {
  const CsvCase cases[] = {
      {{"=1+1", "-x", "@y", "+z"}, "'=1+1,'-x,'@y,'+z\r\n"},
      {{"\t=1"}, "'\t=1\r\n"},
      {{"\r=1"}, "\"'\r=1\"\r\n"},
      {{"-----Original Message-----"}, "'-----Original Message-----\r\n"},
      {{"-3.25", "-7", "a=b", ""}, "-3.25,-7,a=b,\r\n"},
  };
  for (const CsvCase& each : cases) EXPECT_EQ(csv(each.cells), each.record);
}

}  // namespace
}  // namespace vaughn::report
