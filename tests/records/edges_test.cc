// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "records/rows.h"
#include "vaughn/records/bates.h"

#include "vaughn/records/bates.h"

namespace vaughn::records {
namespace {

PageReading page_with(std::vector<Word> words) {
  PageReading page;
  page.width = 612;
  page.height = 792;
  page.words = std::move(words);
  return page;
}

Word word(const std::string& text, Box box) {
  return {text, box, std::nullopt, 0, 0, std::nullopt};
}

TEST(Edges, KeepOneStampTogether) {
  const auto edges =
      edges_of(page_with({word("NV", {500, 770, 515, 780}), word("000123", {519, 770, 560, 780})}));
  ASSERT_EQ(edges.texts.size(), 1u);
  EXPECT_EQ(edges.texts[0].text, "NV 000123");
  EXPECT_EQ(edges.texts[0].box, (Box{500, 770, 560, 780}));
}

TEST(Edges, PartWhatStandsFarApartInTheFooter) {
  const auto edges =
      edges_of(page_with({word("Draft", {60, 770, 90, 780}), word("NV-000123", {500, 770, 560, 780})}));
  EXPECT_EQ(edges.texts.size(), 2u);
}

TEST(Edges, LeaveTheBodyOut) {
  EXPECT_TRUE(edges_of(page_with({word("body", {200, 400, 230, 410})})).texts.empty());
}

TEST(Edges, SeeTheSideMargins) {
  EXPECT_EQ(edges_of(page_with({word("000123", {590, 400, 605, 410})})).texts.size(), 1u);
}

// Two words above each other in the margin, the upper one first.
PageReading with_sideways_stamp(int index) {
  PageReading page;
  page.page = PageIndex(index);
  page.width = 612, page.height = 792;
  page.text_source = TextSource::kBornDigital;
  page.words.push_back({"000" + std::to_string(120 + index), {582, 400, 590, 430}, {}, 0, 0, 0});
  page.words.push_back({"2030-ICLI-00054", {582, 434, 590, 500}, {}, 1, 0, 7});
  page.words.push_back({"Body", {100, 402, 130, 412}, {}, 2, 0, 23});
  return page;
}

TEST(Edges, StampsThatRunUpThePageAreReadBothWays) {
  std::vector<std::string> texts;
  for (const EdgeText& text : edges_of(with_sideways_stamp(0)).texts) texts.push_back(text.text);
  EXPECT_EQ(texts, (std::vector<std::string>{"000120 2030-ICLI-00054", "2030-ICLI-00054 000120"}));
  const auto numbers = infer_bates(
      {edges_of(with_sideways_stamp(0)), edges_of(with_sideways_stamp(1)), edges_of(with_sideways_stamp(2))});
  ASSERT_EQ(numbers.size(), 3u);
  EXPECT_EQ(numbers[2].value, "2030-ICLI-00054 000122");
}

TEST(Edges, ASidewaysStampHasOneDirection) {
  std::vector<PageEdges> pages;
  for (int i = 0; i < 3; ++i) {
    PageReading page = with_sideways_stamp(i);
    page.words[1].text = "CCB";
    pages.push_back(edges_of(page));
  }
  const auto numbers = infer_bates(pages);
  ASSERT_EQ(numbers.size(), 3u);
  EXPECT_EQ(numbers[0].value, "CCB 000120");
}

TEST(Rows, LeaveOutStampsThatRunUpThePage) {
  PageReading page = with_sideways_stamp(0);
  for (int i = 0; i < 8; ++i)
    page.words.push_back({"line", {100, 420.0 + 12 * i, 130, 430.0 + 12 * i}, {}, 3 + i, 0, 30});
  EXPECT_EQ(rows_of(page).size(), 9u);
}

}  // namespace
}  // namespace vaughn::records
