// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a page is nothing but dark letters on bare paper and level rules: then its drawing instructions
// tell what a reader sees, and there is nothing to look for in its pixels. Any doubt is a no.
#ifndef VAUGHN_PDF_TEXT_ONLY_H_
#define VAUGHN_PDF_TEXT_ONLY_H_

#include <span>
#include <vector>

#include "vaughn/pdf/document.h"

namespace vaughn::pdf {

class TextOnly {
 public:
  // A glyph that is drawn, visibly, in a font's outlines.
  void add_glyph(const Glyph& glyph, std::span<const unsigned> meaning, const Box& clip);
  // A filled path's part, or a line as thick as it is drawn.
  void add_shape(const Box& box);
  // Anything else that puts colour on the page, or takes it away.
  void add_other() { holds_ = false; }

  bool holds() const { return holds_; }

 private:
  bool holds_ = true;
  std::vector<Box> rules_;
};

}  // namespace vaughn::pdf

#endif  // VAUGHN_PDF_TEXT_ONLY_H_
