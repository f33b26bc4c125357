// SPDX-License-Identifier: GPL-3.0-or-later
// Times of many queries of one kind.
#ifndef VAUGHN_TOOLS_BENCH_SEARCH_TIMING_H_
#define VAUGHN_TOOLS_BENCH_SEARCH_TIMING_H_

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace vaughn::bench {

using Clock = std::chrono::steady_clock;

inline double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

struct Times {
  std::vector<double> ms;
  long long hits = 0;

  // Runs search(query) for each, which answers with how many hits it shows.
  template <class Search>
  static Times of(const std::vector<std::string>& queries, Search search) {
    Times times;
    for (const std::string& query : queries) {
      const auto start = Clock::now();
      times.hits += static_cast<long long>(search(query));
      times.ms.push_back(1'000 * seconds_since(start));
    }
    std::sort(times.ms.begin(), times.ms.end());
    return times;
  }

  double at(double share) const {
    if (ms.empty()) return 0;
    return ms[std::min(ms.size() - 1, static_cast<std::size_t>(share * static_cast<double>(ms.size())))];
  }
};

}  // namespace vaughn::bench

#endif  // VAUGHN_TOOLS_BENCH_SEARCH_TIMING_H_
