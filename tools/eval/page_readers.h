// SPDX-License-Identifier: GPL-3.0-or-later
// The ways from a page image to boxes that can be measured: the cover detector alone, or the whole program.
#ifndef VAUGHN_EVAL_PAGE_READERS_H_
#define VAUGHN_EVAL_PAGE_READERS_H_

#include <filesystem>
#include <functional>
#include <vector>

#include "eval/labelled_set.h"

namespace vaughn::eval {

struct PageResult {
  std::vector<LabelBox> boxes;
  double cpu_seconds = 0;  // of the detection; of the whole program with start and decoding
};

using PageReader = std::function<PageResult(const LabelledPage&)>;

// Both throw vaughn::Error for an image that cannot be read.
// Turns the image clockwise about its middle first.
PageReader detector_reader(double degrees);
// Runs `PROGRAM inspect --jsonl --no-ocr IMAGE` for each page.
PageReader program_reader(const std::filesystem::path& program);

}  // namespace vaughn::eval

#endif  // VAUGHN_EVAL_PAGE_READERS_H_
