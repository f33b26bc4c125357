// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of a page by the time other places of its file are held against it.
#ifndef VAUGHN_WORKER_PAGE_FACTS_H_
#define VAUGHN_WORKER_PAGE_FACTS_H_

#include <set>
#include <string>
#include <vector>

#include "vaughn/pdf/document.h"
#include "worker/hidden_text.h"
#include "worker/open_source.h"

namespace vaughn::worker {

struct PageFacts {
  const pdf::Document& document;
  PageIndex page;
  const PagePlan& plan;
  const PageBitmap& look;
  const TextLayer& seen;                        // words a reader sees, recognised ones included
  const std::vector<redaction::Cover>& covers;  // that hide something
  const std::vector<HiddenText>& hidden;        // on the page itself
};

// Tokens (hidden_words.h) of the words that can be seen.
std::set<std::string> seen_tokens(const TextLayer& seen);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_PAGE_FACTS_H_
