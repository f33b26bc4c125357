// SPDX-License-Identifier: GPL-3.0-or-later
// What a page's drawing instructions say and Poppler's C++ front end does not tell: which glyphs are
// invisible, where pictures are, and what was painted after what. The only file that uses Poppler's core
// headers; why is written down in docs/decisions/0002-poppler-core-headers.md.
#ifndef VAUGHN_PDF_DRAWING_H_
#define VAUGHN_PDF_DRAWING_H_

#include <memory>
#include <string>
#include <vector>

#include "vaughn/pdf/document.h"

namespace vaughn::pdf {

struct DrawnGlyph {
  Points x = 0, y = 0;  // middle of its advance, on the base line raised a little
  int order = 0;        // position among the page's painting operations
  bool invisible = false;
};

struct DrawnImage {
  PlacedImage image;
  int order = 0;
  bool opaque = true;  // stencils and soft-masked pictures let through what lies below
};

struct Drawing {
  std::vector<DrawnGlyph> glyphs;
  std::vector<DrawnImage> images;
};

// A second view of the same file. Keep a poppler::document open beside it: the library's global state hangs
// on that.
class DrawingReader {
 public:
  // Null when the file cannot be opened.
  static std::unique_ptr<DrawingReader> open(const std::string& path, const std::string& password);
  ~DrawingReader();

  PageSize size(PageIndex page) const;
  Drawing drawing(PageIndex page) const;

 private:
  struct Impl;
  explicit DrawingReader(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace vaughn::pdf

#endif  // VAUGHN_PDF_DRAWING_H_
