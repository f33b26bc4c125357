// SPDX-License-Identifier: GPL-3.0-or-later
// Wall-clock text for rows, and a stopwatch for durations.
#ifndef VAUGHN_BASE_CLOCK_H_
#define VAUGHN_BASE_CLOCK_H_

#include <chrono>
#include <string>

namespace vaughn {

// "2026-03-04T05:06:07Z". SOURCE_DATE_EPOCH, when set, is the time.
std::string utc_now();

class Stopwatch {
 public:
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

// What has been spent by now; only differences between two of them mean anything.
struct Moment {
  double cpu_seconds = 0;  // of this process, all its threads
  double wall_seconds = 0;

  static Moment now();
};

}  // namespace vaughn

#endif  // VAUGHN_BASE_CLOCK_H_
