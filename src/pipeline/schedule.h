// SPDX-License-Identifier: GPL-3.0-or-later
// In which order, and in jobs of what size, the pages of a run are dealt out.
#ifndef VAUGHN_PIPELINE_SCHEDULE_H_
#define VAUGHN_PIPELINE_SCHEDULE_H_

#include <cstddef>
#include <optional>
#include <vector>

namespace vaughn::pipeline {

// Sources with most to do come first and are gone through one after the other, which keeps them open in the
// workers; jobs get smaller as less is left (guided self-scheduling), so that no worker is alone with the
// rest at the end. What is stored does not depend on the order.
class Schedule {
 public:
  // pages[i]: how many are to do of source i.
  Schedule(std::vector<std::size_t> pages, int workers);

  struct Piece {
    std::size_t source = 0;  // as numbered in pages
    std::size_t first = 0;   // of the source's pages that are to do
    std::size_t count = 0;   // at least 1

    bool operator==(const Piece&) const = default;
  };
  // Nothing when all was dealt.
  std::optional<Piece> next();

 private:
  std::vector<std::size_t> pages_;
  std::vector<std::size_t> order_;  // of the sources
  std::size_t workers_;
  std::size_t left_ = 0;   // pages, of all sources
  std::size_t at_ = 0;     // in order_
  std::size_t dealt_ = 0;  // pages of that source
};

}  // namespace vaughn::pipeline

#endif  // VAUGHN_PIPELINE_SCHEDULE_H_
