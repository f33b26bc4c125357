// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the text of a page's content that a reader does not see: under shapes, pictures and annotations, in
// the colour of its ground, in an OCR layer under what was burnt in, under Redact annotations that were never
// applied. docs/findings.md says what each kind means.
//
// Whether a drawn glyph can be seen is settled by drawing the page without its text: where that makes no
// difference, nobody sees it, whatever hides it. The drawing order then says what does.
#ifndef VAUGHN_WORKER_HIDDEN_TEXT_H_
#define VAUGHN_WORKER_HIDDEN_TEXT_H_

#include <functional>
#include <string>
#include <vector>

#include "vaughn/base/result.h"
#include "vaughn/model/finding.h"
#include "vaughn/pdf/document.h"
#include "vaughn/redaction/cover_detector.h"
#include "worker/open_source.h"

namespace vaughn::worker {

// The text stays in the worker: it is compared with other places of the file there and answered only when the
// job asks for it.
struct HiddenText {
  Finding finding;
  std::string text;
  Box cover{};            // what hides it
  bool burnt_in = false;  // known by the cover's look alone: when that turns out to be none, neither is this
};

struct HiddenOnPage {
  std::vector<HiddenText> texts;
  std::vector<bool> glyphs;  // one for each glyph of the page: nobody is to read it from here on
};

// Draws the page without its text, at the resolution of the picture that was looked at.
using DrawWithoutText = std::function<Result<image::Bitmap>()>;

HiddenOnPage find_hidden_text(const PagePlan& plan, const PageBitmap& look,
                              const std::vector<redaction::Cover>& covers,
                              const DrawWithoutText& draw_without_text);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_HIDDEN_TEXT_H_
