// SPDX-License-Identifier: GPL-3.0-or-later
// Holds the file's text layer against the pixels: which of its words a reader can see on the page, which are
// printed inside a cover (a code, a heading on a dark bar), and which lie under a cover where nobody sees
// them.
#ifndef VAUGHN_WORKER_COVERED_WORDS_H_
#define VAUGHN_WORKER_COVERED_WORDS_H_

#include <vector>

#include "vaughn/image/bitmap.h"
#include "vaughn/pdf/document.h"
#include "vaughn/redaction/cover_detector.h"

namespace vaughn::worker {

// What the layer has at one cover for a reader to see.
struct AtCover {
  TextLayer printed;
};

struct CoveredWords {
  TextLayer open;                  // under no cover
  int open_hidden = 0;             // of those: invisible or painted over
  std::vector<AtCover> at_covers;  // one for each cover, in their order
};

// page must be the rendered page that covers were found on. What lies under a cover is dropped here, and so
// is what the glyphs found hidden (hidden_text.h) make up: a word of which a part is hidden leaves the rest.
CoveredWords hold_against_pixels(const std::vector<pdf::LayerWord>& layer,
                                 const std::vector<redaction::Cover>& covers, const image::Bitmap& page,
                                 const image::Scale& scale);

// The words without what the hidden glyphs, one flag for each, make up.
std::vector<pdf::LayerWord> without_hidden(std::vector<pdf::LayerWord> layer,
                                           const std::vector<pdf::Glyph>& glyphs,
                                           const std::vector<bool>& hidden);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_COVERED_WORDS_H_
