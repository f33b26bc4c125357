// SPDX-License-Identifier: GPL-3.0-or-later
// The ways from a page image to boxes that can be measured: the cover detector alone, or the whole program.
#ifndef VAUGHN_EVAL_PAGE_READERS_H_
#define VAUGHN_EVAL_PAGE_READERS_H_

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "eval/labelled_set.h"

namespace vaughn::eval {

struct PageResult {
  std::vector<LabelBox> boxes;
  double cpu_seconds = 0;  // of the detection; of the whole program, with start and decoding, on the average
};

// One result for each page, in their order. Throws vaughn::Error for an image that cannot be read.
using PagesReader = std::function<std::vector<PageResult>(const std::vector<LabelledPage>&)>;

// What is done to the images first, to see what it costs.
struct Ordeal {
  double degrees = 0;  // turned clockwise about the middle
  double scale = 1;    // made coarser and given so; boxes come back in pixels of the image as it was
  bool bilevel = false;
  int specks = 0;  // black dots of one to three pixels strewn over the page

  bool operator==(const Ordeal&) const = default;
};

PagesReader detector_reader(const Ordeal& ordeal);
// Runs `PROGRAM inspect --jsonl OPTIONS IMAGE…`, once for all pages.
PagesReader program_reader(const std::filesystem::path& program, const std::string& options);

}  // namespace vaughn::eval

#endif  // VAUGHN_EVAL_PAGE_READERS_H_
