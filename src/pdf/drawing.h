// SPDX-License-Identifier: GPL-3.0-or-later
// What a page's drawing instructions say and Poppler's C++ front end does not tell: every glyph with its
// place and colour, what was painted after it, what lies beyond the page's edge or in a layer switched off.
// One of the files that use Poppler's core headers; why is written down in
// docs/decisions/0002-poppler-core-headers.md.
#ifndef VAUGHN_PDF_DRAWING_H_
#define VAUGHN_PDF_DRAWING_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "vaughn/pdf/document.h"

class PDFDoc;

namespace vaughn::pdf {

struct DrawnImage {
  PlacedImage image;
  int order = 0;       // position among the page's painting operations
  bool opaque = true;  // stencils and soft-masked pictures let through what lies below
};

struct Drawing {
  std::vector<Glyph> glyphs;        // those beyond the page's edge too
  std::vector<DrawnImage> images;   // those of annotations too
  std::vector<Painting> paintings;  // in painting order
  std::vector<BatesArtifact> bates_artifacts;
  bool coloured = false;   // something may be drawn in a colour
  bool text_only = false;  // nothing but dark letters and level rules (text_only.h)
};

// A second view of the same file. Keep a poppler::document open beside it: the library's global state hangs
// on that.
class DrawingReader {
 public:
  // Null when the file cannot be opened.
  static std::unique_ptr<DrawingReader> open(const std::string& path, const std::string& password);
  // The bytes must outlive it.
  static std::unique_ptr<DrawingReader> open_bytes(std::string_view bytes, const std::string& password);
  ~DrawingReader();

  PageSize size(PageIndex page) const;
  // What may hold text of the page, in its coordinates as displayed: anything, unless the file has a trim
  // box, beyond which things are for the printer. What was cropped may lie outside the media box too: some
  // tools cut that.
  Box sheet(PageIndex page) const;
  Drawing drawing(PageIndex page) const;
  // The glyphs that are drawn only when layers that a reader does not see are switched on. Layers that the
  // file says are for print, watermarks, headers and backgrounds are left out.
  std::vector<Glyph> glyphs_in_hidden_layers(PageIndex page, const Drawing& shown) const;
  // The places that Redact annotations mark for removal.
  std::vector<Box> redact_marks(PageIndex page) const;

  PDFDoc& core() const;

 private:
  struct Impl;
  explicit DrawingReader(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace vaughn::pdf

#endif  // VAUGHN_PDF_DRAWING_H_
