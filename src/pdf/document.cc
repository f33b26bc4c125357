// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/pdf/document.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>
#include <poppler-version.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>
#include <utility>

#include "pdf/drawing.h"
#include "pdf/layer_lines.h"
#include "pdf/warning_text.h"
#include "vaughn/base/utf8.h"

namespace vaughn::pdf {
namespace {

// Kinds of complaint kept a document: more than Poppler has, so that what is kept does not depend on which
// came first.
constexpr std::size_t kMostWarnings = 200;

class WarningSink {
 public:
  void add(const std::string& message) {
    std::string text = warning_text(message);
    if (text.empty() || kinds_.size() >= kMostWarnings || !kinds_.insert(text).second) return;
    fresh_.push_back({ProblemKind::kParserWarning, std::move(text), ""});
  }
  std::vector<Problem> take() { return std::exchange(fresh_, {}); }

 private:
  std::set<std::string> kinds_;
  std::vector<Problem> fresh_;
};

// Poppler has one error function a process.
void collect_warning(const std::string& message, void* sink) {
  static_cast<WarningSink*>(sink)->add(message);
}

std::string to_utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return make_valid_utf8(std::string_view(bytes.data(), bytes.size()));
}

// White space inside a word (Poppler keeps no-break spaces there) would break the one-word-one-token rule.
std::string without_space(const std::string& text) {
  std::string kept;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    const char32_t c = next_code_point(text, &offset);
    if (c > 0x20 && c != 0xA0 && c != 0x3000 && !(c >= 0x2000 && c <= 0x200B) && c != 0xFEFF)
      kept.append(text, start, offset - start);
  }
  return kept;
}

// Finds out what hides a word, by the glyphs whose middle lies in its box. Glyphs are kept by bands of
// height, so that a page of tens of thousands of them stays quick.
class VisibilityLookup {
 public:
  explicit VisibilityLookup(const Drawing& drawing) : drawing_(drawing) {
    for (const DrawnGlyph& glyph : drawing.glyphs) bands_[band_of(glyph.y)].push_back(&glyph);
  }

  Visibility of(const Box& box) const {
    for (int band = band_of(box.y0); band <= band_of(box.y1); ++band) {
      const auto found = bands_.find(band);
      if (found == bands_.end()) continue;
      for (const DrawnGlyph* glyph : found->second)
        if (box.contains(glyph->x, glyph->y)) return of(*glyph);
    }
    return Visibility::kDrawn;
  }

 private:
  static int band_of(Points y) { return static_cast<int>(std::clamp(std::floor(y / 8), -1e6, 1e6)); }

  Visibility of(const DrawnGlyph& glyph) const {
    if (glyph.invisible) return Visibility::kInvisible;
    const bool hidden =
        std::any_of(drawing_.images.begin(), drawing_.images.end(), [&](const DrawnImage& drawn) {
          return drawn.opaque && drawn.order > glyph.order && drawn.image.box.contains(glyph.x, glyph.y);
        });
    return hidden ? Visibility::kPaintedOver : Visibility::kDrawn;
  }

  const Drawing& drawing_;
  std::unordered_map<int, std::vector<const DrawnGlyph*>> bands_;
};

}  // namespace

struct Document::Impl {
  std::unique_ptr<WarningSink> warnings = std::make_unique<WarningSink>();
  std::unique_ptr<poppler::document> document;
  std::unique_ptr<DrawingReader> drawing;  // closed before the document

  ~Impl() {
    drawing.reset();
    document.reset();
  }
};

Document::Document(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

Result<Document> Document::open(const std::string& path, const std::vector<std::string>& passwords) {
  auto impl = std::make_unique<Impl>();
  poppler::set_debug_error_function(collect_warning, impl->warnings.get());
  impl->document.reset(poppler::document::load_from_file(path));
  if (impl->document == nullptr) {
    std::vector<Problem> said = impl->warnings->take();
    return Problem{
        ProblemKind::kDamaged, "the PDF cannot be opened" + (said.empty() ? "" : ": " + said.front().cause),
        "Try to repair it with \"qpdf IN OUT\" and ingest the result, or ask the agency for a good copy."};
  }
  std::string password;
  for (const std::string& candidate : passwords) {
    if (!impl->document->is_locked()) break;
    // unlock() answers whether the document is still locked.
    if (!impl->document->unlock(candidate, candidate)) password = candidate;
  }
  if (impl->document->is_locked())
    return Problem{ProblemKind::kPasswordNeeded,
                   passwords.empty() ? "the PDF is encrypted and needs a password"
                                     : "the PDF is encrypted and none of the given passwords opens it",
                   "Put the password on a line of a file and name it with --password-file."};
  impl->drawing = DrawingReader::open(path, password);
  if (impl->drawing == nullptr || impl->document->pages() < 1)
    return Problem{
        ProblemKind::kDamaged, "the PDF has no page that can be found",
        "Try to repair it with \"qpdf IN OUT\" and ingest the result, or ask the agency for a good copy."};
  return Document(std::move(impl));
}

int Document::page_count() const {
  return impl_->document->pages();
}

Result<PageSize> Document::size(PageIndex page) const {
  const PageSize size = impl_->drawing->size(page);
  if (!(size.width > 0) || !(size.height > 0) || !std::isfinite(size.width * size.height))
    return Problem{ProblemKind::kDamaged, "the page has no usable page object or size", ""};
  return size;
}

Result<PageContent> Document::content(PageIndex page) const {
  const std::unique_ptr<poppler::page> read(impl_->document->create_page(page.value()));
  if (read == nullptr) return Problem{ProblemKind::kDamaged, "the page object cannot be read", ""};
  const Drawing drawing = impl_->drawing->drawing(page);
  const VisibilityLookup lookup(drawing);
  PageContent content;
  for (const DrawnImage& drawn : drawing.images) content.images.push_back(drawn.image);
  for (const poppler::text_box& found : read->text_list()) {
    const poppler::rectf box = found.bbox();
    Word word;
    word.text = without_space(to_utf8(found.text()));
    word.box = {box.left(), box.top(), box.right(), box.bottom()};
    if (word.text.empty() || word.box.empty()) continue;
    const Visibility visibility = lookup.of(word.box);
    content.words.push_back({std::move(word), visibility});
  }
  number_lines(&content.words);
  return content;
}

Result<image::Bitmap> Document::render(PageIndex page, double dpi) const {
  const std::unique_ptr<poppler::page> read(impl_->document->create_page(page.value()));
  if (read == nullptr) return Problem{ProblemKind::kCannotRender, "the page object cannot be read", ""};
  poppler::page_renderer renderer;
  renderer.set_render_hint(poppler::page_renderer::antialiasing);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
  const poppler::image drawn = renderer.render_page(read.get(), dpi, dpi);
  if (!drawn.is_valid() || drawn.format() != poppler::image::format_argb32)
    return Problem{ProblemKind::kCannotRender, "the page would not turn into a bitmap", ""};
  return image::Bitmap::from_bgra(reinterpret_cast<const unsigned char*>(drawn.const_data()), drawn.width(),
                                  drawn.height(), drawn.bytes_per_row());
}

std::vector<Problem> Document::take_warnings() {
  return impl_->warnings->take();
}

std::string poppler_version() {
  return poppler::version_string();
}

}  // namespace vaughn::pdf
