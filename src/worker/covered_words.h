// SPDX-License-Identifier: GPL-3.0-or-later
// Holds the file's text layer against the pixels: which of its words a reader can see on the page, which are
// printed inside a cover (a code, a heading on a dark bar), and which lie under a cover where nobody sees
// them.
#ifndef VAUGHN_WORKER_COVERED_WORDS_H_
#define VAUGHN_WORKER_COVERED_WORDS_H_

#include <optional>
#include <vector>

#include "vaughn/image/bitmap.h"
#include "vaughn/model/finding.h"
#include "vaughn/pdf/document.h"
#include "vaughn/redaction/cover_detector.h"

namespace vaughn::worker {

// What the layer has at one cover.
struct AtCover {
  TextLayer printed;            // words a reader sees inside it
  std::optional<Finding> leak;  // text under it that nobody sees
};

struct CoveredWords {
  TextLayer open;                  // under no cover
  int open_hidden = 0;             // of those: invisible or painted over
  std::vector<AtCover> at_covers;  // one for each cover, in their order
};

// page must be the rendered page that covers were found on. What lies under a cover is counted and then
// dropped here: its text leaves this function in no form.
CoveredWords hold_against_pixels(const std::vector<pdf::LayerWord>& layer,
                                 const std::vector<redaction::Cover>& covers, const image::Bitmap& page,
                                 const image::Scale& scale);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_COVERED_WORDS_H_
