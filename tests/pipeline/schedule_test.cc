// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/schedule.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <functional>
#include <queue>
#include <string>

namespace vaughn::pipeline {
namespace {

std::vector<Schedule::Piece> all(Schedule schedule) {
  std::vector<Schedule::Piece> pieces;
  while (const auto piece = schedule.next()) pieces.push_back(*piece);
  return pieces;
}

TEST(Schedule, DealsEveryPageOnce) {
  const std::vector<std::size_t> pages = {3, 0, 41, 1, 500, 7};
  std::vector<std::vector<int>> dealt;
  for (const std::size_t count : pages) dealt.emplace_back(count, 0);
  for (const Schedule::Piece& piece : all(Schedule(pages, 3)))
    for (std::size_t i = 0; i < piece.count; ++i) ++dealt.at(piece.source).at(piece.first + i);
  for (const std::vector<int>& source : dealt) EXPECT_THAT(source, ::testing::Each(1));
}

TEST(Schedule, BeginsWithTheLongestSourceAndKeepsTheOrderOfEquals) {
  std::string order;
  for (const Schedule::Piece& piece : all(Schedule({2, 9, 2, 30}, 2)))
    if (order.empty() || order.back() != static_cast<char>('0' + piece.source))
      order += static_cast<char>('0' + piece.source);
  EXPECT_EQ(order, "3102");
}

TEST(Schedule, MakesJobsSmallerTowardsTheEnd) {
  const std::vector<Schedule::Piece> pieces = all(Schedule({300}, 2));
  EXPECT_EQ(pieces.front().count, 16u);
  EXPECT_EQ(pieces.back().count, 1u);
  EXPECT_TRUE(std::is_sorted(pieces.rbegin(), pieces.rend(),
                             [](const auto& a, const auto& b) { return a.count < b.count; }));
}

TEST(Schedule, IsThroughAtOnceWithNothing) {
  EXPECT_EQ(Schedule({}, 2).next(), std::nullopt);
  EXPECT_EQ(Schedule({0, 0}, 2).next(), std::nullopt);
}

// When the last of the workers is through, each taking the next job as soon as it is free.
double finish(const std::vector<Schedule::Piece>& pieces, int workers,
              const std::function<double(const Schedule::Piece&)>& cost) {
  std::priority_queue<double, std::vector<double>, std::greater<>> free_at;
  for (int i = 0; i < workers; ++i) free_at.push(0);
  double last = 0;
  for (const Schedule::Piece& piece : pieces) {
    const double end = free_at.top() + cost(piece);
    free_at.pop();
    free_at.push(end);
    last = std::max(last, end);
  }
  return last;
}

TEST(Schedule, LeavesNoWorkerAloneAtTheEnd) {
  // The longest source comes last in the folder, and a page in five is a scan, ten times as slow.
  const std::vector<std::size_t> pages = {3, 8, 1, 14, 2, 120};
  const auto cost = [](const Schedule::Piece& piece) {
    double seconds = 0;
    for (std::size_t i = 0; i < piece.count; ++i)
      seconds += (piece.first + i + piece.source) % 5 == 0 ? 2 : 0.2;
    return seconds;
  };
  for (const int workers : {2, 4, 8}) {
    const std::vector<Schedule::Piece> pieces = all(Schedule(pages, workers));
    double whole = 0;
    for (const Schedule::Piece& piece : pieces) whole += cost(piece);
    EXPECT_LT(finish(pieces, workers, cost), 1.08 * whole / workers + 0.5) << workers;
  }
}

}  // namespace
}  // namespace vaughn::pipeline
