// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/scoring.h"

#include <algorithm>
#include <tuple>

namespace vaughn::eval {
namespace {

constexpr double kLeastIou = 0.5;

double area(const LabelBox& box) {
  return (box[2] - box[0]) * (box[3] - box[1]);
}

double iou(const LabelBox& a, const LabelBox& b) {
  const double w = std::min(a[2], b[2]) - std::max(a[0], b[0]);
  const double h = std::min(a[3], b[3]) - std::max(a[1], b[1]);
  return w > 0 && h > 0 ? w * h / (area(a) + area(b) - w * h) : 0;
}

}  // namespace

std::vector<Match> match_boxes(const std::vector<LabelBox>& truth, const std::vector<LabelBox>& found) {
  std::vector<Match> pairs;
  for (std::size_t t = 0; t < truth.size(); ++t) {
    for (std::size_t f = 0; f < found.size(); ++f) {
      const double value = iou(truth[t], found[f]);
      if (value >= kLeastIou) pairs.push_back({value, t, f});
    }
  }
  std::sort(pairs.begin(), pairs.end(), [](const Match& a, const Match& b) {
    return std::tuple(-a.iou, a.truth, a.found) < std::tuple(-b.iou, b.truth, b.found);
  });
  std::vector<bool> truth_used(truth.size()), found_used(found.size());
  std::vector<Match> matches;
  for (const Match& pair : pairs) {
    if (truth_used[pair.truth] || found_used[pair.found]) continue;
    truth_used[pair.truth] = found_used[pair.found] = true;
    matches.push_back(pair);
  }
  return matches;
}

void Tally::add(const std::vector<LabelBox>& truth_boxes, const std::vector<LabelBox>& found_boxes) {
  ++pages;
  truth += static_cast<int>(truth_boxes.size());
  found += static_cast<int>(found_boxes.size());
  matched += static_cast<int>(match_boxes(truth_boxes, found_boxes).size());
  if (!truth_boxes.empty()) return;
  ++clean_pages;
  clean_flagged += found_boxes.empty() ? 0 : 1;
  boxes_on_clean += static_cast<int>(found_boxes.size());
}

double Tally::f1() const {
  const double p = precision(), r = recall();
  return p + r > 0 ? 2 * p * r / (p + r) : 0;
}

}  // namespace vaughn::eval
