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
#include "worker/text_decision.h"

namespace vaughn::worker {

// The page's words: those recognised, and those of the layer that recognition does not replace. paper_dpi is
// what Tesseract is told.
Result<TextLayer> recognise_page(const PageBitmap& page, double paper_dpi,
                                 const std::vector<redaction::Cover>& covers, const TextLayer& layer,
                                 Recognise what, ocr::Recogniser& recogniser);

// Words of the layer and recognised words as one reading order, without doubles: where both have a word, the
// layer's stays. Exposed for tests.
TextLayer merge_words(const TextLayer& layer, TextLayer recognised);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_RECOGNITION_H_
