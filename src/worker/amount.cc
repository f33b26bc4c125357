// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/amount.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vaughn::worker {
namespace {

// A box reaches beyond the words it hides, by these shares of their height at each side.
constexpr double kPaddingAcross = 0.12, kPaddingDown = 0.06;

// Nine cases of ten lie between these multiples of an estimate: the 5 % and 95 % quantiles that eval_amounts
// found on one half of the files, rounded outwards until they held on the other half (docs/amounts.md).
struct Range {
  int most;  // characters estimated
  double low, high;
};
constexpr int kAny = 1 << 30;
// More fits on no page; a file may claim any size. Several such still add up within an int.
constexpr double kMostCharacters = 1e6, kMostLines = 1e5;
using Ranges = std::array<Range, 8>;  // five of a single line, three of several
constexpr std::size_t kSeveralFrom = 5;
constexpr Ranges kTypeAbout = {{{4, 0.66, 5.0},
                                {9, 0.72, 1.6},
                                {19, 0.70, 1.3},
                                {39, 0.70, 1.3},
                                {kAny, 0.80, 1.5},
                                {99, 0.38, 4.5},
                                {399, 0.40, 1.9},
                                {kAny, 0.40, 1.9}}};
constexpr Ranges kAssumed = {{{4, 0.66, 5.0},
                              {9, 0.65, 2.1},
                              {19, 0.65, 1.9},
                              {39, 0.65, 1.9},
                              {kAny, 0.60, 1.9},
                              {99, 0.30, 4.5},
                              {399, 0.33, 2.1},
                              {kAny, 0.33, 2.0}}};

const Range& range_of(const Amount& amount) {
  const Ranges& ranges = amount.basis == AmountBasis::kTypeAbout ? kTypeAbout : kAssumed;
  std::size_t i = amount.lines > 1 ? kSeveralFrom : 0;
  while (amount.characters > ranges[i].most) ++i;
  return ranges[i];
}

int lines_in(const Box& box, const Type& type) {
  const double beyond_first = box.height() - type.height * (1 + 2 * kPaddingDown);
  return static_cast<int>(std::clamp(std::round(beyond_first / type.pitch) + 1, 1.0, kMostLines));
}

// A box is as wide as the longest of its lines; the others are as full as those about it.
double fullness(const Box& box, int count, const std::vector<TypeLine>& lines) {
  if (count == 1) return 1;
  return (1 + (count - 1) * fullness_near(box, lines)) / count;
}

}  // namespace

Amount estimate_amount(const Box& box, const std::vector<TypeLine>& lines) {
  const Type type = type_near(box, lines);
  Amount amount;
  amount.basis = lines.empty() ? AmountBasis::kAssumed : AmountBasis::kTypeAbout;
  amount.lines = lines_in(box, type);
  const Points width = std::max(0.0, box.width() - 2 * kPaddingAcross * type.height);
  const double characters = std::clamp(
      fullness(box, amount.lines, lines) * amount.lines * width / type.advance, 1.0, kMostCharacters);
  amount.characters = static_cast<int>(std::lround(characters));
  amount.words = std::max(1, static_cast<int>(std::lround((characters + 1) / type.word_characters)));
  const Range& range = range_of(amount);
  amount.characters_low = std::max(1, static_cast<int>(std::floor(range.low * amount.characters)));
  amount.characters_high = static_cast<int>(std::ceil(range.high * amount.characters));
  return amount;
}

Amount estimate_amount(const std::vector<Box>& parts, const Box& box, const std::vector<TypeLine>& lines) {
  Amount sum = estimate_amount(box, lines);
  sum.words = sum.characters = sum.characters_low = sum.characters_high = 0;
  for (const Box& part : parts) {
    if (sum.characters > kMostCharacters) break;
    const Amount amount = estimate_amount(part, lines);
    sum.words += amount.words;
    sum.characters += amount.characters;
    sum.characters_low += amount.characters_low;
    sum.characters_high += amount.characters_high;
  }
  return sum;
}

}  // namespace vaughn::worker
