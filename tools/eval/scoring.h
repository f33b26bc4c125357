// SPDX-License-Identifier: GPL-3.0-or-later
// Precision and recall of boxes: pairs are matched one to one by falling IoU, and count from IoU 0.5 on.
#ifndef VAUGHN_EVAL_SCORING_H_
#define VAUGHN_EVAL_SCORING_H_

#include <vector>

#include "eval/labelled_set.h"

namespace vaughn::eval {

struct Match {
  double iou = 0;
  std::size_t truth = 0, found = 0;
};

std::vector<Match> match_boxes(const std::vector<LabelBox>& truth, const std::vector<LabelBox>& found);

struct Tally {
  int pages = 0, truth = 0, found = 0, matched = 0;
  int clean_pages = 0, clean_flagged = 0, boxes_on_clean = 0;

  void add(const std::vector<LabelBox>& truth_boxes, const std::vector<LabelBox>& found_boxes);

  // 1 when there was nothing to be wrong about.
  double precision() const { return found > 0 ? static_cast<double>(matched) / found : 1; }
  double recall() const { return truth > 0 ? static_cast<double>(matched) / truth : 1; }
  double f1() const;
};

}  // namespace vaughn::eval

#endif  // VAUGHN_EVAL_SCORING_H_
