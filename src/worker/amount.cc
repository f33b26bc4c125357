// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/amount.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "vaughn/base/utf8.h"

namespace vaughn::worker {
namespace {

constexpr std::size_t kNeighbours = 12;
constexpr double kLeading = 1.45;  // line pitch by height of a word's box, for type set solid to 120 %

double distance(const Box& a, const Box& b) {
  const double across = std::max({0.0, b.x0 - a.x1, a.x0 - b.x1});
  const double down = std::max({0.0, b.y0 - a.y1, a.y0 - b.y1});
  return across + 2 * down;  // words of the same line are the better witnesses
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace

int estimate_characters(const Box& box, const TextLayer& words) {
  std::vector<std::pair<double, const Word*>> near;
  for (const Word& word : words)
    if (count_code_points(word.text) >= 3) near.emplace_back(distance(box, word.box), &word);
  const std::size_t taken = std::min(kNeighbours, near.size());
  std::partial_sort(near.begin(), near.begin() + static_cast<std::ptrdiff_t>(taken), near.end(),
                    [](const auto& a, const auto& b) { return a.first < b.first; });
  double advance = 5.5, height = 9.5;
  if (taken > 0) {
    std::vector<double> advances, heights;
    for (std::size_t i = 0; i < taken; ++i) {
      const Word& word = *near[i].second;
      advances.push_back(word.box.width() / static_cast<double>(count_code_points(word.text)));
      heights.push_back(word.box.height());
    }
    advance = std::clamp(median(std::move(advances)), 2.0, 30.0);
    height = std::clamp(median(std::move(heights)), 4.0, 60.0);
  }
  const double lines = std::max(1.0, std::floor(box.height() / (kLeading * height) + 0.3));
  return static_cast<int>(std::lround(lines * std::max(1.0, box.width() / advance)));
}

}  // namespace vaughn::worker
