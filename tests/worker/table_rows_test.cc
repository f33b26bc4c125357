// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/table_rows.h"

#include <gtest/gtest.h>

#include <sstream>

#include "vaughn/model/page_text.h"

namespace vaughn::worker {
namespace {

// Lines of text set one below the other from a place on, as recognition gives a column.
void add_column(Points x, Points y, const std::vector<std::string>& lines, TextLayer* words) {
  const int block = words->empty() ? 0 : words->back().block + 1;
  int line = words->empty() ? 0 : words->back().line + 1;
  for (const std::string& text : lines) {
    std::istringstream in(text);
    Points at = x;
    for (std::string word; in >> word; at += 6.0 * static_cast<double>(word.size()) + 5)
      words->push_back(
          {word, {at, y, at + 6.0 * static_cast<double>(word.size()), y + 10}, .9, line, block, {}});
    ++line;
    y += 16;
  }
}

std::string text_of(TextLayer words) {
  return compose_page_text(with_table_rows(std::move(words)), {}).text;
}

TEST(TableRows, AColumnOfNamesAndOneOfAmountsAreRows) {
  TextLayer words;
  add_column(50, 100, {"Payments", "Corwin Vennick", "Cosmo Zeltner", "Rufus Jessamyne", "Ewan Ashgrove"},
             &words);
  add_column(400, 116, {"$89.10", "$77.44", "$12.00", "$3.18"}, &words);
  EXPECT_EQ(
      text_of(words),
      "Payments\nCorwin Vennick $89.10\nCosmo Zeltner $77.44\nRufus Jessamyne $12.00\nEwan Ashgrove $3.18");
}

TEST(TableRows, SeveralColumnsAreOneTable) {
  TextLayer words;
  add_column(50, 100, {"a1", "a2", "a3", "a4"}, &words);
  add_column(150, 100, {"b1", "b2", "b3", "b4"}, &words);
  add_column(250, 101, {"c1", "c2", "c3", "c4"}, &words);
  EXPECT_EQ(text_of(words), "a1 b1 c1\na2 b2 c2\na3 b3 c3\na4 b4 c4");
}

TEST(TableRows, ColumnsOfProseStayColumns) {
  TextLayer words;
  const std::vector<std::string> prose(6, "the order was sent on the fifth");
  add_column(50, 100, prose, &words);
  add_column(320, 100, prose, &words);
  EXPECT_EQ(text_of(words), compose_page_text(words, {}).text);
}

TEST(TableRows, LinesThatDoNotStandLevelAreNoRows) {
  TextLayer words;
  add_column(50, 100, {"one", "two", "three", "four", "five"}, &words);
  add_column(320, 108, {"six", "seven", "eight", "nine", "ten"}, &words);
  EXPECT_EQ(text_of(words), compose_page_text(words, {}).text);
}

TEST(TableRows, TwoShortAddressesBesideEachOtherStayWhole) {
  TextLayer words;
  add_column(50, 100, {"Marisol Wickstead", "12 Elm Street", "North Weir"}, &words);
  add_column(320, 100, {"Bureau of Records", "4 Main Street", "Calder"}, &words);
  EXPECT_EQ(text_of(words), compose_page_text(words, {}).text);
}

TEST(TableRows, WhatFollowsTheTableStaysBehindIt) {
  TextLayer words;
  add_column(50, 100, {"a1", "a2", "a3", "a4"}, &words);
  add_column(150, 100, {"b1", "b2", "b3", "b4"}, &words);
  add_column(50, 300, {"The end of it is here"}, &words);
  EXPECT_EQ(text_of(words), "a1 b1\na2 b2\na3 b3\na4 b4\n\nThe end of it is here");
}

TEST(TableRows, NothingIsNothing) {
  EXPECT_TRUE(with_table_rows({}).empty());
}

}  // namespace
}  // namespace vaughn::worker
