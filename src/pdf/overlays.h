// SPDX-License-Identifier: GPL-3.0-or-later
// Finds out, for each glyph, what was painted over it later.
#ifndef VAUGHN_PDF_OVERLAYS_H_
#define VAUGHN_PDF_OVERLAYS_H_

#include <vector>

#include "vaughn/pdf/document.h"

namespace vaughn::pdf {

// Sets over and hatched of every glyph. By boxes alone: a polygon counts as its bounding box, so what this
// names may cover something, and whether it hides it is for the pixels to say.
void set_overlays(const std::vector<Painting>& paintings, std::vector<Glyph>* glyphs);

}  // namespace vaughn::pdf

#endif  // VAUGHN_PDF_OVERLAYS_H_
