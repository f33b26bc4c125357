// SPDX-License-Identifier: GPL-3.0-or-later
// Recognition of a page that knows about its covers: they are painted over with paper first, since a box
// makes false words of itself and spoils its neighbours.
#ifndef VAUGHN_WORKER_RECOGNITION_H_
#define VAUGHN_WORKER_RECOGNITION_H_

#include <vector>

#include "vaughn/base/result.h"
#include "vaughn/model/text.h"
#include "vaughn/ocr/recogniser.h"
#include "vaughn/redaction/cover_detector.h"
#include "worker/open_source.h"
#include "worker/preparation.h"
#include "worker/text_decision.h"

namespace vaughn::worker {

struct ToRecognise {
  const PageBitmap& page;
  double paper_dpi = 0;                         // what Tesseract is told (resolution.h)
  const std::vector<redaction::Cover>& covers;  // painted over first
  const TextLayer& layer;                       // words that stay
  Recognise what = Recognise::kAll;
  Print print;  // of what is to be recognised
};

// The page's words: those recognised, and those of the layer that recognition does not replace.
Result<TextLayer> recognise_page(const ToRecognise& task, ocr::Recogniser& recogniser);

// A copy of the page, depth 8, with the covers painted over with paper, margin included.
image::Bitmap without_covers(const PageBitmap& page, const std::vector<redaction::Cover>& covers);

// Words of the layer and recognised words as one reading order, without doubles: where both have a word, the
// layer's stays. Exposed for tests.
TextLayer merge_words(const TextLayer& layer, TextLayer recognised);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_RECOGNITION_H_
