// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of one series along the pages, as readings and sequence together make most likely.
#ifndef VAUGHN_RECORDS_BATES_RUN_H_
#define VAUGHN_RECORDS_BATES_RUN_H_

#include <optional>
#include <vector>

#include "records/stamp_reading.h"

namespace vaughn::records {

// The readings of one page, which may contradict one another; none where the stamp was not found.
using PageReadings = std::vector<StampReading>;

struct RunNumber {
  long long number = 0;
  std::optional<StampReading> reading;  // the one it rests on; none when neighbours alone say it
  bool repaired = false;                // the reading says another number, or is not exact
};

// The cheapest explanation of all readings, where a jump of the sequence costs less than two misread digits
// and more than none (Viterbi 1967, over the differences of number and page). A page without a reading has a
// number when the nearest readings on both sides agree on it; so does one whose reading no sequence explains.
// Precondition: elements of pages are in page order, one a page.
std::vector<std::optional<RunNumber>> fit_run(const std::vector<PageReadings>& pages);

// For each page the sequence it belongs to: number minus position in the list. The cheapest ones of all.
std::vector<long long> cheapest_sequences(const std::vector<PageReadings>& pages);

// What a reading costs if the page's number is this one: 0 when it says so exactly. With this and the costs
// of leaving a sequence a slow obvious search must come to the same.
double cost_of(const PageReadings& readings, long long number);
inline constexpr double kJumpCost = 1.0;
inline constexpr double kStepBackCost = 1.3;

}  // namespace vaughn::records

#endif  // VAUGHN_RECORDS_BATES_RUN_H_
