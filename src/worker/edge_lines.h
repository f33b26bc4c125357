// SPDX-License-Identifier: GPL-3.0-or-later
// The lines at a scan's edges that may be stamps with a number, each recognised alone. Recognition of the
// whole page loses one of four, and an OCR layer misreads as many; a second reading also says whether the
// first can be trusted.
#ifndef VAUGHN_WORKER_EDGE_LINES_H_
#define VAUGHN_WORKER_EDGE_LINES_H_

#include <vector>

#include "vaughn/image/bitmap.h"
#include "vaughn/model/page.h"
#include "vaughn/ocr/recogniser.h"

namespace vaughn::worker {

// Lines near the top and bottom that the words of the page do not account for, or have numbers in, at most a
// few: those nearest to the edges. In points of the page that scale belongs to.
std::vector<Box> edge_lines_worth_reading(const image::Bitmap& page, const image::Scale& scale,
                                          const TextLayer& words);

std::vector<EdgeLine> read_edge_lines(const std::vector<Box>& lines, const image::Bitmap& page,
                                      const image::Scale& scale, ocr::Recogniser& recogniser);

// The same in the left and right margin, of lines that run up or down, as some productions are stamped. Each
// is read in both directions; what reads better counts.
std::vector<Box> side_lines_worth_reading(const image::Bitmap& page, const image::Scale& scale,
                                          const TextLayer& words);
std::vector<EdgeLine> read_side_lines(const std::vector<Box>& lines, const image::Bitmap& page,
                                      const image::Scale& scale, ocr::Recogniser& recogniser);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_EDGE_LINES_H_
