// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

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

}  // namespace
}  // namespace vaughn::records
