// SPDX-License-Identifier: GPL-3.0-or-later
// Which account of a page to believe: the file's text layer, the pixels, or both. docs/reading.md.
#ifndef VAUGHN_WORKER_TEXT_DECISION_H_
#define VAUGHN_WORKER_TEXT_DECISION_H_

#include <string>

#include "vaughn/model/text.h"
#include "worker/layer_quality.h"

namespace vaughn::worker {

struct PageFeatures {
  int layer_words = 0;   // that lie under no cover
  int hidden_words = 0;  // of those, words that are invisible or painted over: an OCR layer's
  LayerQuality quality;
  bool text_only = false;    // nothing else is drawn; the bitmap was not looked at
  double picture_share = 0;  // of the page's area
  int marks = 0;             // text-like marks on the bitmap, outside covers
  double unread_share = 0;   // of the marks: those under no word of the layer, 0 to 1
};

enum class Recognise {
  kNothing,
  kAround,  // what the layer's words leave uncovered; the layer stays
  kAll,     // the whole page; of the layer only what recognition does not cover stays
};

struct TextDecision {
  TextSource source = TextSource::kBlank;
  Recognise recognise = Recognise::kNothing;
  std::string reason;  // one sentence for a person
};

TextDecision decide_text(const PageFeatures& features);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_TEXT_DECISION_H_
