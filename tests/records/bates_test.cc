// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/records/bates.h"

#include <gtest/gtest.h>

#include <random>

#include "records/bates_candidate.h"
#include "records/bates_run.h"

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

PageReading declared(const std::string& says, const std::string& shows) {
  PageReading page;
  page.page = PageIndex(0);
  page.width = 612, page.height = 792;
  page.bates_artifacts.push_back({says, shows, {300, 400, 360, 410}});
  return page;
}

TEST(BatesArtifact, NeedsNoSeriesAndMayStandAnywhere) {
  const auto numbers = infer_bates({edges_of(declared("NV 17", "NV 17"))});
  ASSERT_EQ(numbers.size(), 1u);
  EXPECT_EQ(numbers[0].value, "NV 17");
  EXPECT_EQ(numbers[0].how, BatesHow::kRead);
  EXPECT_TRUE(artifact_findings(declared("NV 17", "NV 17")).empty());
}

TEST(BatesArtifact, WhatAReaderSeesIsTheNumber) {
  const PageReading page = declared("NV-17", "NV-18");
  EXPECT_EQ(infer_bates({edges_of(page)})[0].value, "NV-18");
  ASSERT_EQ(artifact_findings(page).size(), 1u);
  EXPECT_EQ(artifact_findings(page)[0].finding.type, "BATES_ARTIFACT_DIFFERS");
}

TEST(BatesArtifact, IsWholeWhereItsMarkEndsEarly) {
  EXPECT_EQ(infer_bates({edges_of(declared("NV-000017", "NV-0000"))})[0].value, "NV-000017");
  EXPECT_TRUE(artifact_findings(declared("NV-000017", "NV-0000")).empty());
}

TEST(BatesArtifact, TheLastOfASeriesOnAPageCounts) {
  PageReading page = declared("NV-1", "NV-1");
  page.bates_artifacts.push_back({"NV-51", "NV-51", {300, 700, 360, 710}});
  const auto numbers = infer_bates({edges_of(page)});
  ASSERT_EQ(numbers.size(), 1u);
  EXPECT_EQ(numbers[0].value, "NV-51");
}

TEST(BatesArtifact, IsWhatTheFileSaysWhenItsFontSaysNothing) {
  EXPECT_EQ(infer_bates({edges_of(declared("NV-17", ""))})[0].value, "NV-17");
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
  EXPECT_TRUE(numbers({"X-10001", "X-10002", "a b", "c d", "e f", "g h"}).empty());
}

TEST(BatesRun, OfNothingIsNothing) {
  EXPECT_TRUE(infer_bates({}).empty());
}

TEST(BatesRun, ReadsASeriesThatHasMoreGapsThanSteps) {
  EXPECT_EQ(numbers({"", "19-cv-9999(FBI)-1822", "19-cv-9999(FBI)-1823", "19-cv-9999(FBI)-1844",
                     "19-cv-9999(FBI)-1846", "19-cv-9999(FBI)-1850"}),
            (Values{"19-cv-9999(FBI)-1822", "19-cv-9999(FBI)-1823", "19-cv-9999(FBI)-1844",
                    "19-cv-9999(FBI)-1846", "19-cv-9999(FBI)-1850"}));
}

TEST(BatesRun, KeepsTheDigitsOfAMisreadPrefixWhereTheSequenceJumps) {
  EXPECT_EQ(numbers({"X-CV-1854", "X-CV-1855", "X-CY-1858", "X-CV-1860", "X-CV-1862"})[2], "X-CV-1858~");
}

TEST(BatesRun, RepairsTheSameMisreadingOnTwoPages) {
  const Values read = numbers({"BBR-5846", "BBR-5847", "BBR-5848", "BBR-5849", "BBR-5650", "BBR-5651",
                               "BBR-5852", "BBR-5853", "BBR-5854", "BBR-5855"});
  EXPECT_EQ(read[4], "BBR-5850~");
  EXPECT_EQ(read[5], "BBR-5851~");
}

TEST(BatesRun, PrintsAPrefixAsMostPagesDo) {
  EXPECT_EQ(numbers({"AB-9(X)-11", "AB-9(X) -12", "AB- 9(X)- 13", "AB-9(X)-14"}),
            (Values{"AB-9(X)-11", "AB-9(X)-12", "AB-9(X)-13", "AB-9(X)-14"}));
}

TEST(BatesRun, FindsTheStampBehindALineOfText) {
  EXPECT_EQ(numbers({"BBR-000101", "not to be distributed outside your agency. BBR-000102", "BBR-000103"})[1],
            "BBR-000102");
}

TEST(BatesRun, KeepsWhatWasReadTwice) {
  EXPECT_EQ(numbers({"ABC 1201", "ABC 1202", "ABC 1204", "ABC 1205", "", "ABC 1207", "ABC 1207", "ABC 1203"}),
            (Values{"ABC 1201", "ABC 1202", "ABC 1204", "ABC 1205", "ABC 1206+", "ABC 1207", "ABC 1207",
                    "ABC 1203"}));
}

TEST(BatesRun, DoesNotTakeRunningTitlesForStamps) {
  EXPECT_TRUE(numbers({"Privacy Policy 1", "Privacy Policy 2", "Privacy Policy 3"}).empty());
  EXPECT_TRUE(numbers({"b6", "b7C", "b6", "b7C"}).empty());
}

TEST(BatesRun, OfTwoCustodiansAreTwoSeries) {
  EXPECT_EQ(numbers({"DOJ-A-000121", "DOJ-A-000122", "DOJ-A-000123", "DOJ-B-000001", "DOJ-B-000002",
                     "DOJ-B-000003"}),
            (Values{"DOJ-A-000121", "DOJ-A-000122", "DOJ-A-000123", "DOJ-B-000001", "DOJ-B-000002",
                    "DOJ-B-000003"}));
}

TEST(BatesRun, KeepsSeveralSeriesOfAPage) {
  auto pages = stamped({"ICE 000011", "ICE 000012", "ICE 000013"});
  for (int i = 0; i < 3; ++i)
    pages[static_cast<std::size_t>(i)].texts.push_back({"HOUSE-" + std::to_string(9001 + i), {}});
  const auto all = infer_bates(pages);
  ASSERT_EQ(all.size(), 6u);
  EXPECT_EQ(all[0].page, all[1].page);
}

TEST(BatesRun, ReadsTheOnlyPageOfAFileByTheFormOfItsStamp) {
  EXPECT_EQ(numbers({"BBR-000128"}), Values{"BBR-000128"});
  EXPECT_TRUE(numbers({"C05739559"}).empty());
  EXPECT_TRUE(numbers({"FOIA 2031"}).empty());
}

TEST(BatesRun, CountsPagesThatWereNotRead) {
  auto pages = stamped({"ICE 000011", "ICE 000012", "", "ICE 000014"});
  pages.erase(pages.begin() + 2);
  const auto all = infer_bates(pages);
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[2].value, "ICE 000014");
  EXPECT_EQ(all[2].how, BatesHow::kRead);
}

std::vector<std::string> breaks(const std::vector<std::string>& stamps) {
  std::vector<std::string> found;
  for (const NumberingFinding& finding : numbering_findings(infer_bates(stamped(stamps))))
    found.push_back(std::to_string(finding.page.number().value()) + " " + finding.finding.type + " " +
                    finding.finding.found_in);
  return found;
}

TEST(BatesRun, TakesTheFilesOwnTextAsItStands) {
  auto pages = stamped({"AB-0006", "AB-0016", "AB-0008", "AB-0009", "AB-0010"});
  for (PageEdges& page : pages) page.texts[0].printed = true;
  EXPECT_EQ(infer_bates(pages)[1].value, "AB-0016");
  EXPECT_EQ(infer_bates(pages)[1].how, BatesHow::kRead);
}

TEST(BatesFindings, DoNotTakeASuffixForAWidth) {
  EXPECT_TRUE(breaks({"ABC-000001", "ABC-000002.R", "ABC-000003", "ABC-000004"}).empty());
}

TEST(BatesFindings, NameGapsDuplicatesAndStepsBack) {
  EXPECT_EQ(breaks({"ABC 1201", "ABC 1202", "ABC 1204", "ABC 1205", "", "ABC 1207", "ABC 1207", "ABC 1203"}),
            (Values{"3 BATES_GAP between ABC 1202 and ABC 1204", "7 BATES_DUPLICATE also on page 6",
                    "8 BATES_STEP_BACK after ABC 1207"}));
}

TEST(BatesFindings, NameChangesOfPrefixAndWidth) {
  EXPECT_EQ(breaks({"A-0098", "A-0099", "A-0100", "B-0001", "B-0002"}),
            (Values{"4 BATES_PREFIX_CHANGE after A-0100"}));
  EXPECT_EQ(breaks({"A-00998", "A-00999", "A-1000", "A-1001"}),
            (Values{"3 BATES_WIDTH_CHANGE after A-00999"}));
  EXPECT_TRUE(breaks({"A-9998", "A-9999", "A-10000", "A-10001"}).empty());
}

// Generated productions: runs with gaps, some stamps missing, some misread.
struct Production {
  std::vector<PageReadings> readings;
  std::vector<long long> numbers;
};

StampReading reading_of(long long number, bool exact) {
  StampReading reading;
  reading.digits = std::to_string(number);
  reading.number = number;
  reading.exact = exact;
  reading.misfit = exact ? 0 : 1;
  return reading;
}

Production generated(std::mt19937& random, int pages, int noise_percent) {
  const auto chance = [&](int percent) { return static_cast<int>(random() % 100) < percent; };
  Production production;
  long long number = 1000 + static_cast<long long>(random() % 5000);
  for (int page = 0; page < pages; ++page) {
    number += chance(8) ? 1 + static_cast<long long>(random() % 40) : 1;
    production.numbers.push_back(number);
    PageReadings readings;
    if (!chance(noise_percent)) {
      long long read = number;
      if (chance(noise_percent)) {
        std::string digits = std::to_string(read);
        digits[1 + random() % (digits.size() - 1)] = static_cast<char>('0' + random() % 10);
        read = std::stoll(digits);
      }
      readings.push_back(reading_of(read, !chance(noise_percent)));
      if (chance(20)) readings.push_back(reading_of(number, true));
    }
    production.readings.push_back(std::move(readings));
  }
  return production;
}

double cost_of_jump(long long from, long long to) {
  return from == to ? 0 : from < to ? kJumpCost : kStepBackCost;
}

double cost_of_path(const std::vector<PageReadings>& pages, const std::vector<long long>& sequences) {
  double cost = 0;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    cost += cost_of(pages[i], sequences[i] + static_cast<long long>(i));
    if (i > 0) cost += cost_of_jump(sequences[i - 1], sequences[i]);
  }
  return cost;
}

// Every sequence against every other, page by page.
double least_cost(const std::vector<PageReadings>& pages) {
  std::vector<long long> sequences;
  for (std::size_t i = 0; i < pages.size(); ++i)
    for (const StampReading& reading : pages[i])
      sequences.push_back(reading.number - static_cast<long long>(i));
  if (sequences.empty()) return 0;
  std::vector<double> cost(sequences.size());
  for (std::size_t i = 0; i < pages.size(); ++i) {
    std::vector<double> next;
    for (const long long to : sequences) {
      double best = 1e9;
      for (std::size_t from = 0; from < sequences.size(); ++from)
        best = std::min(best, cost[from] + (i > 0 ? cost_of_jump(sequences[from], to) : 0));
      next.push_back(best + cost_of(pages[i], to + static_cast<long long>(i)));
    }
    cost = next;
  }
  return *std::min_element(cost.begin(), cost.end());
}

TEST(BatesRunProperty, IsTheCheapestOfAllRuns) {
  std::mt19937 random(20310304);
  for (int round = 0; round < 300; ++round) {
    const Production production = generated(random, 1 + static_cast<int>(random() % 40), 5 + round % 30);
    EXPECT_NEAR(cost_of_path(production.readings, cheapest_sequences(production.readings)),
                least_cost(production.readings), 1e-9)
        << "round " << round;
  }
}

TEST(BatesRunProperty, SaysNothingWrongWithoutMarkingIt) {
  std::mt19937 random(417);
  int pages = 0, right = 0, wrong_unmarked = 0;
  for (int round = 0; round < 200; ++round) {
    const Production production = generated(random, 60, 6);
    const auto run = fit_run(production.readings);
    for (std::size_t i = 0; i < run.size(); ++i) {
      ++pages;
      if (!run[i]) continue;
      if (run[i]->number == production.numbers[i])
        ++right;
      else if (!run[i]->repaired && run[i]->reading && run[i]->reading->number != run[i]->number)
        ++wrong_unmarked;
    }
  }
  EXPECT_EQ(wrong_unmarked, 0);
  EXPECT_GT(right, pages * 96 / 100);
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
