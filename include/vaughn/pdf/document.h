// SPDX-License-Identifier: GPL-3.0-or-later
// A PDF: what its pages say in so many words, and what they look like. The only folder that knows Poppler.
#ifndef VAUGHN_PDF_DOCUMENT_H_
#define VAUGHN_PDF_DOCUMENT_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "vaughn/base/result.h"
#include "vaughn/image/bitmap.h"
#include "vaughn/model/geometry.h"
#include "vaughn/model/page.h"
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
  std::vector<Box> characters{};  // one for each code point of the word; empty when the library does not say
};

// What put something on the page.
enum class Painter {
  kShape,       // a filled or thickly stroked path of the page's content
  kHatching,    // a pattern, or slanting lines
  kPicture,     // of the page's content
  kAnnotation,  // an annotation's appearance, whatever it is made of
  kHighlight,   // that of a highlight annotation
  kField,       // that of a form field
};

// Something that may lie over what was painted before it; thin lines are left out.
struct Painting {
  Box box;
  Painter painter = Painter::kShape;
  int order = 0;       // position among the page's painting operations
  bool opaque = true;  // nothing says that it lets through what lies below
};

// One glyph as the file draws it. White space is left out.
struct Glyph {
  std::string text;                // UTF-8; empty when the font does not say what the glyph means
  Box box;                         // of its advance and the font's ascent and descent
  int order = 0;                   // position among the page's painting operations
  int level = 0;                   // luminance of its colour, 0 black to 255 white
  bool invisible = false;          // text render mode 3 or no opacity: an OCR layer's
  bool clips = false;              // used as a stencil for what is painted next
  bool hatched = false;            // slanting lines were painted over it later
  std::optional<Painting> over{};  // the topmost thing painted over its middle later, opaque ones first
};

// A picture on the page (clipping is not taken into account).
struct PlacedImage {
  Box box;
  int pixel_width = 0, pixel_height = 0;
};

struct PageContent {
  std::vector<LayerWord> words{};  // in reading order
  std::vector<PlacedImage> images{};
  std::vector<Glyph> glyphs{};                   // on the page, in painting order
  std::vector<Glyph> beyond_edge{};              // outside what is displayed, and not for the printer
  std::vector<Glyph> in_hidden_layers{};         // drawn only when layers are switched on that are off
  std::vector<Painting> paintings{};             // in painting order
  std::vector<Box> redact_marks{};               // what Redact annotations mark that were never applied
  std::vector<BatesArtifact> bates_artifacts{};  // those that a reader sees something of
  // Nothing is drawn but dark letters on bare paper, all of them with a meaning, and rules level with them.
  bool text_only = false;
};

// Which of a page's parts to draw.
enum class Parts {
  kAll,
  kAllButText,
  kPictures,  // of the page's content
};

// A text of the file that stands on no page: somewhere a reader may look who does not see it on the page.
struct FileText {
  enum class Kind { kOutline, kFormValue, kMetadata, kAttachment, kAnnotation, kAlternative, kLink };
  Kind kind = Kind::kMetadata;
  std::string where;  // "outline entry 3", "attachment 1": says nothing of what the text says
  std::string text;
  std::optional<PageIndex> page{};  // kOutline: that it leads to
  std::optional<Points> y{};        // kOutline: how far down that page
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
  // The page as displayed, in colour if it has any (depth 32, else 8). kCannotRender on failure.
  // Precondition: dpi > 0 and a bitmap the caller can hold.
  Result<image::Bitmap> render(PageIndex page, double dpi) const;
  // The same picture of some of its parts: whatever differs from the whole is what the others contribute.
  Result<image::Bitmap> render_parts(PageIndex page, double dpi, Parts parts) const;

  // The visible and invisible words of a page, without a look at how they are drawn.
  TextLayer words(PageIndex page) const;

  // Outline, form values, metadata, names and plain text of attachments, ...; read on first use.
  const std::vector<FileText>& texts() const;

  // Other states of the pages that the same file holds: what it was before each incremental update, oldest
  // first, and PDFs attached to it. Opened on first use; those that do not open, are very large, or are more
  // than a handful, are left out.
  struct Other;
  const std::vector<Other>& revisions() const;
  const std::vector<Other>& attached() const;

  // What the parser complained about since the last call, each kind of complaint once.
  std::vector<Problem> take_warnings();

 private:
  struct Impl;
  explicit Document(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

struct Document::Other {
  enum class Kind { kRevision, kAttachment };
  Kind kind = Kind::kRevision;
  std::string where;  // "revision 1 of 2", "attachment 1"
  std::unique_ptr<Document> document;
};

std::string poppler_version();

}  // namespace vaughn::pdf

#endif  // VAUGHN_PDF_DOCUMENT_H_
