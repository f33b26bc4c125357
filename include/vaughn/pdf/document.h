// SPDX-License-Identifier: GPL-3.0-or-later
// A PDF: what its pages say in so many words, and what they look like. The only folder that knows Poppler.
#ifndef VAUGHN_PDF_DOCUMENT_H_
#define VAUGHN_PDF_DOCUMENT_H_

#include <memory>
#include <string>
#include <vector>

#include "vaughn/base/result.h"
#include "vaughn/image/bitmap.h"
#include "vaughn/model/geometry.h"
#include "vaughn/model/page_number.h"
#include "vaughn/model/text.h"

namespace vaughn::pdf {

// Whether a reader can see a word of the text layer, as far as the drawing instructions tell.
enum class Visibility {
  kDrawn,        // painted as glyphs, and no picture painted over it later
  kInvisible,    // text render mode 3: an OCR layer's
  kPaintedOver,  // a picture was painted over it later: an OCR layer behind the scan, or something hidden
};

struct LayerWord {
  Word word;  // no confidence; line and block by geometry
  Visibility visibility = Visibility::kDrawn;
};

// A picture on the page (clipping is not taken into account).
struct PlacedImage {
  Box box;
  int pixel_width = 0, pixel_height = 0;
};

struct PageContent {
  std::vector<LayerWord> words;  // in reading order
  std::vector<PlacedImage> images;
};

struct PageSize {
  Points width = 0, height = 0;  // of the crop box, as displayed
  int rotation = 0;              // /Rotate: 0, 90, 180, 270
};

// Owns Poppler's document. Not for several threads. Poppler may crash on a hostile file: use it in a worker
// only.
class Document {
 public:
  // The empty user password is tried first, then those given, each as user and as owner password.
  // Problems: kPasswordNeeded, kTruncated, kDamaged, kUnreadable.
  static Result<Document> open(const std::string& path, const std::vector<std::string>& passwords);
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;
  ~Document();

  int page_count() const;
  // kDamaged when the page object is missing or has no usable size.
  Result<PageSize> size(PageIndex page) const;
  Result<PageContent> content(PageIndex page) const;
  // The page as displayed, in colour. kCannotRender on failure. Precondition: dpi > 0 and a bitmap the caller
  // can hold.
  Result<image::Bitmap> render(PageIndex page, double dpi) const;

  // What the parser complained about since the last call, each kind of complaint once.
  std::vector<Problem> take_warnings();

 private:
  struct Impl;
  explicit Document(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

std::string poppler_version();

}  // namespace vaughn::pdf

#endif  // VAUGHN_PDF_DOCUMENT_H_
