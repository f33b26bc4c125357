// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progress_rate.h"

#include <fmt/format.h>

namespace vaughn::cli {
namespace {

constexpr double kWindowSeconds = 30;
constexpr double kSampleSeconds = 0.5;

}  // namespace

void ProgressRate::add(double seconds, int pages_done) {
  // The last sample moves with the time until it is far enough from the one before it to stay.
  if (samples_.size() > 1 && seconds - samples_[samples_.size() - 2].seconds < kSampleSeconds)
    samples_.back() = {seconds, pages_done};
  else
    samples_.push_back({seconds, pages_done});
  while (samples_.size() > 2 && seconds - samples_[1].seconds >= kWindowSeconds) samples_.pop_front();
}

double ProgressRate::per_second() const {
  if (samples_.size() < 2) return 0;
  const double seconds = samples_.back().seconds - samples_.front().seconds;
  return seconds > 0 ? (samples_.back().pages_done - samples_.front().pages_done) / seconds : 0;
}

std::string duration_in_words(double seconds) {
  if (seconds < 90) return fmt::format("about {:.0f} s", seconds);
  if (seconds < 90 * 60) return fmt::format("about {:.0f} min", seconds / 60);
  return fmt::format("about {:.0f} h", seconds / 3600);
}

}  // namespace vaughn::cli
