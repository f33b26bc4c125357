// SPDX-License-Identifier: GPL-3.0-or-later
// How a text layer reads by itself, without a look at the page.
#ifndef VAUGHN_WORKER_LAYER_QUALITY_H_
#define VAUGHN_WORKER_LAYER_QUALITY_H_

#include "vaughn/model/text.h"
#include "worker/known_words.h"

namespace vaughn::worker {

struct LayerQuality {
  int characters = 0;
  double odd_share = 0;  // of the characters: neither language nor typography explains them
  double broken_share =
      0;  // of the words: digits, quotes or brackets among their small letters, "pho1'(g\"n1ph"
  double unmapped_share = 0;  // of the characters: U+FFFD, private use; glyphs without a meaning
  Language language{};
};

LayerQuality judge_layer(const TextLayer& words);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_LAYER_QUALITY_H_
