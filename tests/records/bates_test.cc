// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/records/bates.h"

#include <gtest/gtest.h>

#include "records/bates_candidate.h"

namespace vaughn::records {
namespace {

// One edge text a page; "" is a page without any.
std::vector<PageEdges> stamped(const std::vector<std::string>& stamps) {
  std::vector<PageEdges> pages;
  for (std::size_t i = 0; i < stamps.size(); ++i) {
    pages.push_back({PageIndex(static_cast<int>(i)), {}});
    if (!stamps[i].empty()) pages.back().texts.push_back({stamps[i], {500, 770, 600, 780}});
  }
  return pages;
}

// "value" read, "value~" repaired, "value+" inferred, in page order; pages without a number are left out.
std::vector<std::string> numbers(const std::vector<std::string>& stamps) {
  std::vector<std::string> values;
  for (const BatesNumber& bates : infer_bates(stamped(stamps)))
    values.push_back(bates.value + (bates.how == BatesHow::kRepaired   ? "~"
                                    : bates.how == BatesHow::kInferred ? "+"
                                                                       : ""));
  return values;
}

using Values = std::vector<std::string>;

TEST(BatesRun, TakesThePrefixAsItIsPrinted) {
  EXPECT_EQ(numbers({"DHS-001-1153-01799", "DHS-001-1153-01800", "DHS-001-1153-01801"}),
            (Values{"DHS-001-1153-01799", "DHS-001-1153-01800", "DHS-001-1153-01801"}));
  EXPECT_EQ(numbers({"19-cv-9999(FBI)-7", "19-cv-9999(FBI)-8"}),
            (Values{"19-cv-9999(FBI)-7", "19-cv-9999(FBI)-8"}));
  EXPECT_EQ(numbers({"NV 000001", "NV 000002"}), (Values{"NV 000001", "NV 000002"}));
}

TEST(BatesRun, InfersAPageWithoutANumberWhenBothNeighboursAgree) {
  EXPECT_EQ(numbers({"BBR-000101", "", "BBR-000103"}), (Values{"BBR-000101", "BBR-000102+", "BBR-000103"}));
}

TEST(BatesRun, InfersNothingAcrossAGap) {
  EXPECT_EQ(numbers({"BBR-000101", "BBR-000102", "", "BBR-000109"}),
            (Values{"BBR-000101", "BBR-000102", "BBR-000109"}));
}

TEST(BatesRun, RepairsAMisreadDigit) {
  EXPECT_EQ(numbers({"BBR-000107", "BBR-000703", "BBR-000109", "BBR-000110"})[1], "BBR-000108~");
}

TEST(BatesRun, RepairsAMisreadPrefix) {
  EXPECT_EQ(numbers({"19-cv-9999(FBI)-201", "19-cyv-9999(FB1}-202", "19-cv-9999(FBI)-203"})[1],
            "19-cv-9999(FBI)-202~");
}

TEST(BatesRun, KeepsAJumpThatNeighboursDoNotContradict) {
  EXPECT_EQ(numbers({"BBR-000101", "BBR-000102", "BBR-000105", "BBR-000106"}),
            (Values{"BBR-000101", "BBR-000102", "BBR-000105", "BBR-000106"}));
}

TEST(BatesRun, IsNotFooledByNumbersThatDoNotRise) {
  EXPECT_TRUE(numbers({"OMB 1653-0022", "OMB 1653-0022", "OMB 1653-0022"}).empty());
  EXPECT_TRUE(numbers({"C05739559", "C05739559"}).empty());
}

TEST(BatesRun, IsNotFooledByPageNumbers) {
  EXPECT_TRUE(numbers({"Page 1 of 3", "Page 2 of 3", "Page 3 of 3"}).empty());
  EXPECT_TRUE(numbers({"1", "2", "3"}).empty());
}

TEST(BatesRun, NeedsHalfOfThePages) {
  EXPECT_TRUE(numbers({"X-00001", "X-00002", "a b", "c d", "e f", "g h"}).empty());
}

TEST(BatesRun, OfNothingIsNothing) {
  EXPECT_TRUE(infer_bates({}).empty());
}

TEST(BatesCandidate, SplitsPrefixNumberAndSuffix) {
  const auto candidate = read_candidate({"ABC-000123.R", {}});
  ASSERT_TRUE(candidate);
  EXPECT_EQ(candidate->prefix, "ABC-");
  EXPECT_EQ(candidate->number, 123);
  EXPECT_EQ(candidate->suffix, ".R");
}

TEST(BatesCandidate, DropsTheSpeckBeforeTheStamp) {
  EXPECT_EQ(read_candidate({"_BBR-000106", {}})->prefix, "BBR-");
}

TEST(BatesCandidate, RefusesOtherNumbersOfPageEdges) {
  for (const char* text :
       {"Page 3", "3/4/2020", "9:14", "(REV. 3/2013)", "Tel 5550100", "no number", "$1,000", "Rev 2013"})
    EXPECT_FALSE(read_candidate({text, {}})) << text;
}

TEST(BatesCandidate, LevelsSeparatorsWithinASeries) {
  EXPECT_EQ(series_key("House Over_"), series_key("HOUSE_OVER "));
}

}  // namespace
}  // namespace vaughn::records
