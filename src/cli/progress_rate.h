// SPDX-License-Identifier: GPL-3.0-or-later
// How fast pages go by at present.
#ifndef VAUGHN_CLI_PROGRESS_RATE_H_
#define VAUGHN_CLI_PROGRESS_RATE_H_

#include <deque>
#include <string>

namespace vaughn::cli {

// Over the last half minute: scans and born-digital pages differ a hundredfold, so the mean of the whole run
// would mislead as soon as the kind of page changes.
class ProgressRate {
 public:
  void add(double seconds, int pages_done);
  double per_second() const;  // 0 while nothing can be said

 private:
  struct Sample {
    double seconds = 0;
    int pages_done = 0;
  };
  std::deque<Sample> samples_;
};

// "about 40 s", "about 3 min", "about 2 h".
std::string duration_in_words(double seconds);

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_PROGRESS_RATE_H_
