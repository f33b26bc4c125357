// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/bates_run.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <utility>

#include "vaughn/base/strings.h"

namespace vaughn::records {
namespace {

constexpr double kFirstDigit = 1.6;       // misread in an exact stamp
constexpr double kFirstLooseDigit = 1.2;  // in one that is misread elsewhere too
constexpr double kNextDigit = 0.6;
constexpr double kMostCost = 4;
constexpr double kMisfitCost = 0.1;  // a character of the prefix
// More sequences than this are chaos, and only the best supported are followed; fewer on very many pages,
// for memory.
constexpr std::size_t kMostSequences = 2000;
constexpr std::size_t kMostSteps = 20'000'000;  // pages times sequences
constexpr std::size_t kLongestAside = 3;        // pages of a sequence that the one about it may overrule

std::string padded(long long number, std::size_t width) {
  std::string digits = std::to_string(number);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

// How many digits differ.
double misread_digits(long long number, const std::string& digits) {
  const std::string expected = padded(number, digits.size());
  if (expected.size() != digits.size()) return static_cast<double>(edit_distance(expected, digits));
  double differing = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) differing += expected[i] == digits[i] ? 0 : 1;
  return std::max(differing, 1.0);
}

double cost_of(const StampReading& reading, long long number) {
  if (number < 0) return kMostCost;
  const double misfit = kMisfitCost * reading.misfit;
  if (reading.number == number) return misfit;
  const double first = reading.exact ? kFirstDigit : kFirstLooseDigit;
  const double edits = misread_digits(number, reading.digits);
  return std::min(kMostCost, misfit + first + kNextDigit * (edits - 1));
}

std::size_t most_sequences(std::size_t pages) {
  return std::min(kMostSequences, std::max<std::size_t>(2, kMostSteps / std::max<std::size_t>(1, pages)));
}

// Numbers minus pages: what stays the same while a sequence runs.
std::vector<long long> sequences_of(const std::vector<PageReadings>& pages) {
  std::map<long long, double> votes;
  for (std::size_t page = 0; page < pages.size(); ++page)
    for (const StampReading& reading : pages[page])
      votes[reading.number - static_cast<long long>(page)] += reading.exact ? 1 : 0.5;
  std::vector<std::pair<double, long long>> ranked;
  for (const auto& [sequence, vote] : votes) ranked.emplace_back(-vote, sequence);
  std::sort(ranked.begin(), ranked.end());
  if (ranked.size() > most_sequences(pages.size())) ranked.resize(most_sequences(pages.size()));
  std::vector<long long> sequences;
  for (const auto& [vote, sequence] : ranked) sequences.push_back(sequence);
  std::sort(sequences.begin(), sequences.end());
  return sequences;
}

// The best sequence up to each one when sequences rise (or fall) in the list.
struct Best {
  double cost = std::numeric_limits<double>::infinity();
  std::size_t sequence = 0;
};

// Which sequence each page belongs to.
std::vector<long long> follow(const std::vector<PageReadings>& pages,
                              const std::vector<long long>& sequences) {
  const std::size_t count = sequences.size();
  std::vector<double> cost(count, 0);
  std::vector<std::vector<std::uint16_t>> came_from(pages.size(), std::vector<std::uint16_t>(count));
  for (std::size_t page = 0; page < pages.size(); ++page) {
    std::vector<double> next(count);
    // From lower sequences by a jump, from higher ones by a step back.
    std::vector<Best> above(count + 1);
    for (std::size_t i = count; i-- > 0;)
      above[i] = cost[i] < above[i + 1].cost ? Best{cost[i], i} : above[i + 1];
    Best below;
    for (std::size_t i = 0; i < count; ++i) {
      double best = cost[i];
      std::size_t from = i;
      if (page > 0 && below.cost + kJumpCost < best) best = below.cost + kJumpCost, from = below.sequence;
      if (page > 0 && above[i + 1].cost + kStepBackCost < best)
        best = above[i + 1].cost + kStepBackCost, from = above[i + 1].sequence;
      came_from[page][i] = static_cast<std::uint16_t>(from);
      next[i] = best + cost_of(pages[page], sequences[i] + static_cast<long long>(page));
      if (cost[i] < below.cost) below = {cost[i], i};
    }
    cost = std::move(next);
  }
  std::size_t at = static_cast<std::size_t>(std::min_element(cost.begin(), cost.end()) - cost.begin());
  std::vector<long long> followed(pages.size());
  for (std::size_t page = pages.size(); page-- > 0;) {
    followed[page] = sequences[at];
    at = came_from[page][at];
  }
  return followed;
}

const StampReading* closest(const PageReadings& readings, long long number) {
  const StampReading* best = nullptr;
  for (const StampReading& reading : readings)
    if (!best || cost_of(reading, number) < cost_of(*best, number)) best = &reading;
  return best;
}

// A short run of another sequence between two pieces of one that goes on behind it takes up exactly the
// numbers that are missing there: it was misread the same way on all its pages.
void overrule_asides(const std::vector<PageReadings>& pages, std::vector<long long>* followed) {
  std::vector<std::size_t> read;
  for (std::size_t page = 0; page < pages.size(); ++page)
    if (!pages[page].empty()) read.push_back(page);
  for (std::size_t first = 1; first < read.size(); ++first) {
    const long long around = (*followed)[read[first - 1]];
    std::size_t end = first;
    while (end < read.size() && end - first <= kLongestAside && (*followed)[read[end]] != around) ++end;
    const std::size_t length = end - first;
    if (length == 0 || length > kLongestAside || end == read.size()) continue;
    std::size_t before = 0, behind = 0;
    while (before <= length && first > before && (*followed)[read[first - 1 - before]] == around) ++before;
    while (behind <= length && end + behind < read.size() && (*followed)[read[end + behind]] == around)
      ++behind;
    if (before <= length || behind <= length) continue;
    for (std::size_t page = read[first]; page <= read[end - 1]; ++page) (*followed)[page] = around;
  }
}

// The file's own text was not misread, whatever its neighbours say; and where there are more sequences than
// were followed, an exact reading of one that was left out is no misreading either.
void keep_what_is_printed(const std::vector<PageReadings>& pages, std::vector<long long>* followed) {
  const std::vector<long long> sequences = sequences_of(pages);
  const bool cut_off = sequences.size() >= most_sequences(pages.size());
  for (std::size_t page = 0; page < pages.size(); ++page)
    for (const StampReading& reading : pages[page]) {
      const long long sequence = reading.number - static_cast<long long>(page);
      const bool left_out = cut_off && !std::binary_search(sequences.begin(), sequences.end(), sequence);
      if (!reading.exact || !(reading.text.printed || left_out)) continue;
      (*followed)[page] = sequence;
      break;
    }
}

}  // namespace

double cost_of(const PageReadings& readings, long long number) {
  double least = readings.empty() ? 0 : kMostCost;
  for (const StampReading& reading : readings) least = std::min(least, cost_of(reading, number));
  return least;
}

std::vector<long long> cheapest_sequences(const std::vector<PageReadings>& pages) {
  const std::vector<long long> sequences = sequences_of(pages);
  return sequences.empty() ? std::vector<long long>(pages.size(), 0) : follow(pages, sequences);
}

std::vector<std::optional<RunNumber>> fit_run(const std::vector<PageReadings>& pages) {
  std::vector<std::optional<RunNumber>> run(pages.size());
  std::vector<long long> followed = cheapest_sequences(pages);
  overrule_asides(pages, &followed);

  std::optional<std::size_t> last_read;
  keep_what_is_printed(pages, &followed);
  for (std::size_t page = 0; page < pages.size(); ++page) {
    if (pages[page].empty()) continue;
    const long long number = followed[page] + static_cast<long long>(page);
    const StampReading* reading = closest(pages[page], number);
    run[page] = RunNumber{number, *reading, !reading->exact || reading->number != number};
    if (last_read && followed[*last_read] == followed[page])
      for (std::size_t between = *last_read + 1; between < page; ++between)
        run[between] = RunNumber{followed[page] + static_cast<long long>(between), std::nullopt, false};
    last_read = page;
  }
  return run;
}

}  // namespace vaughn::records
