// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/pdf/document.h"

#include <fcntl.h>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>
#include <poppler-version.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "pdf/attachments.h"
#include "pdf/drawing.h"
#include "pdf/file_texts.h"
#include "pdf/layer_lines.h"
#include "pdf/partial_render.h"
#include "pdf/revisions.h"
#include "pdf/warning_text.h"
#include "vaughn/base/unique_fd.h"
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
    for (const Glyph& glyph : drawing.glyphs) bands_[band_of(glyph.box.center_y())].push_back(&glyph);
  }

  Visibility of(const Box& box) const {
    for (int band = band_of(box.y0); band <= band_of(box.y1); ++band) {
      const auto found = bands_.find(band);
      if (found == bands_.end()) continue;
      for (const Glyph* glyph : found->second)
        if (box.contains(glyph->box.center_x(), glyph->box.center_y())) return of(*glyph);
    }
    return Visibility::kDrawn;
  }

 private:
  static int band_of(Points y) { return static_cast<int>(std::clamp(std::floor(y / 8), -1e6, 1e6)); }

  Visibility of(const Glyph& glyph) const {
    if (glyph.invisible) return Visibility::kInvisible;
    const bool hidden =
        std::any_of(drawing_.images.begin(), drawing_.images.end(), [&](const DrawnImage& drawn) {
          return drawn.opaque && drawn.order > glyph.order &&
                 drawn.image.box.contains(glyph.box.center_x(), glyph.box.center_y());
        });
    return hidden ? Visibility::kPaintedOver : Visibility::kDrawn;
  }

  const Drawing& drawing_;
  std::unordered_map<int, std::vector<const Glyph*>> bands_;
};

Box box_of(const poppler::rectf& box) {
  return {box.left(), box.top(), box.right(), box.bottom()};
}

// One box a code point that without_space keeps; none when the library's count is another.
std::vector<Box> character_boxes(const poppler::text_box& found) {
  std::vector<Box> boxes;
  const std::string text = to_utf8(found.text());
  std::size_t i = 0;
  for (std::size_t offset = 0; offset < text.size(); ++i) {
    const std::size_t start = offset;
    next_code_point(text, &offset);
    if (without_space(text.substr(start, offset - start)).empty()) continue;
    boxes.push_back(box_of(found.char_bbox(i)));
    if (boxes.back().empty()) return {};
  }
  return boxes;
}

std::vector<LayerWord> layer_words(const poppler::page& page) {
  std::vector<LayerWord> words;
  for (const poppler::text_box& found : page.text_list()) {
    LayerWord word;
    word.word.text = without_space(to_utf8(found.text()));
    word.word.box = box_of(found.bbox());
    if (word.word.text.empty() || word.word.box.empty()) continue;
    word.characters = character_boxes(found);
    words.push_back(std::move(word));
  }
  return words;
}

// A file as memory, read by the system as it is needed.
class MappedFile {
 public:
  explicit MappedFile(const std::string& path) {
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status {};
    if (!file.valid() || ::fstat(file.get(), &status) != 0 || status.st_size <= 0) return;
    size_ = static_cast<std::size_t>(status.st_size);
    void* mapped = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file.get(), 0);
    if (mapped != MAP_FAILED) data_ = static_cast<const char*>(mapped);
  }
  ~MappedFile() {
    if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
  }
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  std::string_view bytes() const {
    return data_ != nullptr ? std::string_view(data_, size_) : std::string_view();
  }

 private:
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

// Other states of a document that are looked into: a file saved a hundred times holds much of the same.
constexpr std::size_t kMostRevisions = 6;
constexpr std::size_t kMostPagesKept = 40;  // of each, with their words
constexpr std::size_t kMostWordsKept = 20'000;

constexpr const char* kLookAtIt =
    "Open the file in a viewer; if the page is there, save it anew and read that copy.";

}  // namespace

struct Document::Impl {
  // The last page of which it is known that nothing is drawn in a colour.
  std::optional<PageIndex> gray_page;
  Colours colours_of(PageIndex page) const { return gray_page == page ? Colours::kGray : Colours::kAll; }

  std::shared_ptr<WarningSink> warnings = std::make_shared<WarningSink>();
  std::string path, password;
  std::shared_ptr<const void> bytes;  // what a document read from memory is read from
  std::unique_ptr<poppler::document> document;
  std::unique_ptr<DrawingReader> drawing;  // closed before the document
  std::optional<std::vector<FileText>> texts;
  std::optional<std::vector<Attachment>> attachments;
  std::optional<std::vector<Other>> revisions, attached;
  std::map<int, TextLayer> words;  // of pages of a document read from memory

  ~Impl() {
    revisions.reset();
    attached.reset();
    drawing.reset();
    document.reset();
  }

  // Null when it does not open. Keeps owner alive.
  static std::unique_ptr<Document> open_bytes(std::string_view bytes, std::shared_ptr<const void> owner,
                                              const Impl& parent);
  const std::vector<Attachment>& read_attachments();
  void add_revisions();
  void add_attached();
};

namespace {

// What is looked at only to hold it against the pages is no business of who asks for warnings.
class Quiet {
 public:
  explicit Quiet(WarningSink* sink) : sink_(sink) {
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  }
  ~Quiet() { poppler::set_debug_error_function(collect_warning, sink_); }
  Quiet(const Quiet&) = delete;
  Quiet& operator=(const Quiet&) = delete;

 private:
  WarningSink* sink_;
};

}  // namespace

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
  impl->path = path;
  impl->password = password;
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
  std::optional<Quiet> quiet;
  if (impl_->bytes != nullptr) quiet.emplace(impl_->warnings.get());
  const PageSize size = impl_->drawing->size(page);
  if (!(size.width > 0) || !(size.height > 0) || !std::isfinite(size.width * size.height))
    return Problem{ProblemKind::kDamaged, "the page has no usable page object or size", kLookAtIt};
  return size;
}

Result<PageContent> Document::content(PageIndex page) const {
  const std::unique_ptr<poppler::page> read(impl_->document->create_page(page.value()));
  if (read == nullptr) return Problem{ProblemKind::kDamaged, "the page object cannot be read", kLookAtIt};
  Drawing drawing = impl_->drawing->drawing(page);
  if (!drawing.coloured) impl_->gray_page = page;
  const PageSize size = impl_->drawing->size(page);
  const VisibilityLookup lookup(drawing);
  PageContent content;
  for (const DrawnImage& drawn : drawing.images) content.images.push_back(drawn.image);
  content.words = layer_words(*read);
  for (LayerWord& word : content.words) word.visibility = lookup.of(word.word.box);
  number_lines(&content.words);
  const Box displayed{0, 0, size.width, size.height};
  {
    const Quiet quiet(impl_->warnings.get());
    for (Glyph& glyph : impl_->drawing->glyphs_in_hidden_layers(page, drawing))
      if (displayed.contains(glyph.box.center_x(), glyph.box.center_y()))
        content.in_hidden_layers.push_back(std::move(glyph));
    content.redact_marks = impl_->drawing->redact_marks(page);
  }
  const Box sheet = impl_->drawing->sheet(page);
  for (Glyph& glyph : drawing.glyphs) {
    const Points x = glyph.box.center_x(), y = glyph.box.center_y();
    if (displayed.contains(x, y)) {
      content.glyphs.push_back(std::move(glyph));
    } else if (sheet.contains(x, y)) {
      content.beyond_edge.push_back(std::move(glyph));
    }
  }
  content.paintings = std::move(drawing.paintings);
  for (BatesArtifact& artifact : drawing.bates_artifacts)
    if (displayed.contains(artifact.box.center_x(), artifact.box.center_y()))
      content.bates_artifacts.push_back(std::move(artifact));
  content.text_only = drawing.text_only && content.in_hidden_layers.empty() && content.redact_marks.empty();
  return content;
}

TextLayer Document::words(PageIndex page) const {
  if (const auto kept = impl_->words.find(page.value()); kept != impl_->words.end()) return kept->second;
  const Quiet quiet(impl_->warnings.get());
  const std::unique_ptr<poppler::page> read(impl_->document->create_page(page.value()));
  TextLayer words;
  if (read == nullptr) return words;
  for (LayerWord& word : layer_words(*read)) words.push_back(std::move(word.word));
  // An attachment is held against page after page of the file it is attached to.
  if (impl_->bytes != nullptr && impl_->words.size() < kMostPagesKept && words.size() < kMostWordsKept)
    impl_->words.emplace(page.value(), words);
  return words;
}

const std::vector<FileText>& Document::texts() const {
  if (!impl_->texts) {
    const Quiet quiet(impl_->warnings.get());
    impl_->texts = file_texts(impl_->drawing->core());
    for (const Attachment& file : impl_->read_attachments())
      if (file.kind == Attachment::Kind::kText)
        impl_->texts->push_back({FileText::Kind::kAttachment,
                                 "attachment " + std::to_string(file.number),
                                 make_valid_utf8(*file.bytes),
                                 {},
                                 {}});
  }
  return *impl_->texts;
}

std::unique_ptr<Document> Document::Impl::open_bytes(std::string_view bytes,
                                                     std::shared_ptr<const void> owner, const Impl& parent) {
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return nullptr;
  auto impl = std::make_unique<Impl>();
  impl->warnings = parent.warnings;
  impl->password = parent.password;
  impl->bytes = std::move(owner);
  impl->document.reset(poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size()),
                                                             parent.password, parent.password));
  if (impl->document == nullptr || impl->document->is_locked() || impl->document->pages() < 1) return nullptr;
  impl->drawing = DrawingReader::open_bytes(bytes, parent.password);
  if (impl->drawing == nullptr) return nullptr;
  impl->revisions.emplace();  // theirs are not looked into
  impl->attached.emplace();
  return std::unique_ptr<Document>(new Document(std::move(impl)));
}

void Document::Impl::add_revisions() {
  const auto file = std::make_shared<MappedFile>(path);
  const std::vector<std::size_t> ends = earlier_revisions(file->bytes());
  for (std::size_t i = ends.size() - std::min(ends.size(), kMostRevisions); i < ends.size(); ++i)
    if (auto opened = open_bytes(file->bytes().substr(0, ends[i]), file, *this))
      revisions->push_back({Other::Kind::kRevision,
                            "revision " + std::to_string(i + 1) + " of " + std::to_string(ends.size() + 1),
                            std::move(opened)});
}

const std::vector<Attachment>& Document::Impl::read_attachments() {
  if (!attachments) attachments = pdf::attachments(drawing->core());
  return *attachments;
}

void Document::Impl::add_attached() {
  for (const Attachment& file : read_attachments())
    if (file.kind == Attachment::Kind::kPdf)
      if (auto opened = open_bytes(*file.bytes, file.bytes, *this))
        attached->push_back(
            {Other::Kind::kAttachment, "attachment " + std::to_string(file.number), std::move(opened)});
}

const std::vector<Document::Other>& Document::revisions() const {
  if (!impl_->revisions) {
    const Quiet quiet(impl_->warnings.get());
    impl_->revisions.emplace();
    impl_->add_revisions();
  }
  return *impl_->revisions;
}

const std::vector<Document::Other>& Document::attached() const {
  if (!impl_->attached) {
    const Quiet quiet(impl_->warnings.get());
    impl_->attached.emplace();
    impl_->add_attached();
  }
  return *impl_->attached;
}

Result<image::Bitmap> Document::render_parts(PageIndex page, double dpi, Parts parts) const {
  const Quiet quiet(impl_->warnings.get());
  return pdf::render_parts(impl_->drawing->core(), page, dpi, parts, impl_->colours_of(page));
}

Result<image::Bitmap> Document::render(PageIndex page, double dpi) const {
  if (impl_->colours_of(page) == Colours::kGray)
    return pdf::render_parts(impl_->drawing->core(), page, dpi, Parts::kAll, Colours::kGray);
  const std::unique_ptr<poppler::page> read(impl_->document->create_page(page.value()));
  if (read == nullptr)
    return Problem{ProblemKind::kCannotRender, "the page object cannot be read", kLookAtIt};
  poppler::page_renderer renderer;
  renderer.set_render_hint(poppler::page_renderer::antialiasing);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
  const poppler::image drawn = renderer.render_page(read.get(), dpi, dpi);
  if (!drawn.is_valid() || drawn.format() != poppler::image::format_argb32)
    return Problem{ProblemKind::kCannotRender, "the page would not turn into a bitmap", kLookAtIt};
  return image::Bitmap::from_bgra_or_gray(drawn.const_data(), drawn.width(), drawn.height(),
                                          drawn.bytes_per_row());
}

std::vector<Problem> Document::take_warnings() {
  return impl_->warnings->take();
}

std::string poppler_version() {
  return poppler::version_string();
}

}  // namespace vaughn::pdf
