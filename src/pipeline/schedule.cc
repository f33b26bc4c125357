// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/schedule.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace vaughn::pipeline {
namespace {

// A worker that has grown is replaced between jobs, and a stop is noticed by the page: more gains nothing.
constexpr std::size_t kMostPages = 16;
// Of what is left a job takes this part of a worker's share: pages differ in cost by a factor of ten.
constexpr std::size_t kPartOfShare = 4;

}  // namespace

Schedule::Schedule(std::vector<std::size_t> pages, int workers)
    : pages_(std::move(pages)),
      order_(pages_.size()),
      workers_(static_cast<std::size_t>(std::max(1, workers))),
      left_(std::accumulate(pages_.begin(), pages_.end(), std::size_t{0})) {
  std::iota(order_.begin(), order_.end(), std::size_t{0});
  std::stable_sort(order_.begin(), order_.end(),
                   [&](std::size_t a, std::size_t b) { return pages_[a] > pages_[b]; });
}

std::optional<Schedule::Piece> Schedule::next() {
  while (at_ < order_.size() && dealt_ >= pages_[order_[at_]]) {
    ++at_;
    dealt_ = 0;
  }
  if (at_ == order_.size()) return std::nullopt;
  const std::size_t source = order_[at_];
  const std::size_t fair = std::clamp<std::size_t>(left_ / (kPartOfShare * workers_), 1, kMostPages);
  const Piece piece{source, dealt_, std::min(fair, pages_[source] - dealt_)};
  dealt_ += piece.count;
  left_ -= piece.count;
  return piece;
}

}  // namespace vaughn::pipeline
