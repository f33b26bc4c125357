// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of a page while it is being read, and the first look at it: what the file says, what a reader
// sees, what lies under covers, which account to believe.
#ifndef VAUGHN_WORKER_PAGE_LOOK_H_
#define VAUGHN_WORKER_PAGE_LOOK_H_

#include <optional>
#include <vector>

#include "vaughn/base/result.h"
#include "vaughn/model/page.h"
#include "vaughn/redaction/cover_detector.h"
#include "worker/box_labels.h"
#include "worker/covered_words.h"
#include "worker/hidden_text.h"
#include "worker/marks.h"
#include "worker/open_source.h"
#include "worker/preparation.h"
#include "worker/text_decision.h"

namespace vaughn::worker {

// A covered region and what is known about it.
struct Covered {
  redaction::Cover cover;
  AtCover layer;  // what the file has there
  BoxLabel label;
  bool marked = false;  // by a Redact annotation: what can be read there was to be withheld
};

// What is known of a page while it is being read.
struct Page {
  PagePlan plan;
  PageBitmap look;  // the bitmap that covers were looked for on; empty where there could be none
  std::vector<Covered> covered;
  TextLayer open;                  // the file's words that lie under no cover
  int shift = 0;                   // that was added to the characters of the file's words (shifted_text.h)
  int open_hidden = 0;             // of those: invisible or painted over
  Marks marks;                     // outside covers: what could be letters
  std::vector<HiddenText> hidden;  // what the file has and nobody sees
  TextDecision decision;
  std::optional<PageBitmap> fine;  // the bitmap that is recognised, when anything is

  bool is_drawn() const { return look.dpi > 0; }
  const PageBitmap& finest() const { return fine ? *fine : look; }
};

std::vector<redaction::Cover> covers_of(const Page& page);
Print print_of(const Page& page);

Result<Page> look_at(OpenSource& source, PageIndex index, const ReadOptions& options);

// Adds the bitmap that will be recognised, when the one looked at is too coarse. An image file has one bitmap
// only.
std::optional<Problem> refine(OpenSource& source, PageIndex index, const ReadOptions& options, Page* page);

// The page as if it were displayed turned by so many quarters clockwise. What the file says about it
// (plan.content) stays as it was: that is held against the page as displayed only.
void turn(Page* page, int quarters);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_PAGE_LOOK_H_
