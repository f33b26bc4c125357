// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/rows.h"

#include <gtest/gtest.h>

#include "records/page_builder.h"

namespace vaughn::records {
namespace {

using testing::PageBuilder;

TEST(Rows, PutColumnsThatAreLevelIntoOne) {
  PageReading page = PageBuilder().line("Page").line("Page").reading();
  page.words.push_back({"25", {300, 52, 312, 62}, std::nullopt, 9, 1, 0});
  page.words.push_back({"26", {300, 64, 312, 74}, std::nullopt, 10, 1, 0});
  const auto rows = rows_of(page);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].text, "Page 25");
  EXPECT_EQ(rows[1].text, "Page 26");
}

TEST(Rows, HaveRedactionsAtTheirPlaces) {
  EXPECT_EQ(PageBuilder().line("To: [] <[]@x.example>").rows().rows[0].text.find("To: ⟦(b)(6)"), 0u);
}

TEST(Rows, RepeatACoverInEachRowItSpans) {
  PageReading page = PageBuilder().line("From:").line("Sent:").line("To:").reading();
  Redaction cover;
  cover.box = {120, 50, 300, 86};
  page.redactions.push_back(cover);
  for (const Row& row : rows_of(page)) EXPECT_NE(row.text.find("⟦"), std::string::npos) << row.text;
}

TEST(Rows, LeaveOutWhatIsNotInTheText) {
  PageReading page = PageBuilder().line("plain").reading();
  page.words.push_back({"doubtful", {72, 300, 120, 310}, 0.1, 5, 5, std::nullopt});
  EXPECT_EQ(rows_of(page).size(), 1u);
}

TEST(Rows, KnowLinesOfTheEdgesThatNobodyElseRead) {
  PageReading page = PageBuilder().line("plain").reading();
  page.edge_lines.push_back({"FD-302 (Rev. 10-6-95)", 0.9, {72, 30, 160, 38}});
  EXPECT_EQ(rows_of(page)[0].text, "FD-302 (Rev. 10-6-95)");
}

}  // namespace
}  // namespace vaughn::records
