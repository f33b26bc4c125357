// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a page without some of its parts. What differs from the whole picture is what those parts contribute
// to what a reader sees: no reasoning about opacity, blend modes, clips and masks can be as sure. Uses
// Poppler's core headers (docs/decisions/0002-poppler-core-headers.md).
#ifndef VAUGHN_PDF_PARTIAL_RENDER_H_
#define VAUGHN_PDF_PARTIAL_RENDER_H_

#include "vaughn/base/result.h"
#include "vaughn/image/bitmap.h"
#include "vaughn/pdf/document.h"

class PDFDoc;

namespace vaughn::pdf {

// Pixel by pixel the same picture that Poppler's front end makes of the parts that are drawn.
// kGray, for pages on which nothing is drawn in a colour, takes half the time and gives a bitmap of depth 8.
enum class Colours { kAll, kGray };
Result<image::Bitmap> render_parts(PDFDoc& document, PageIndex page, double dpi, Parts parts,
                                   Colours colours);

}  // namespace vaughn::pdf

#endif  // VAUGHN_PDF_PARTIAL_RENDER_H_
