// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/open_source.h"

#include <optional>
#include <utility>

#include "vaughn/image/image_file.h"
#include "worker/stage_timer.h"

namespace vaughn::worker {
namespace {

class PdfSource : public OpenSource {
 public:
  explicit PdfSource(pdf::Document document) : document_(std::move(document)) {}

  Result<int> page_count() override { return document_.page_count(); }
  Result<PagePlan> plan(PageIndex page, double) override {
    const StageTimer timer(Stage::kFileText);
    auto size = document_.size(page);
    if (!size) return size.problem();
    auto content = document_.content(page);
    if (!content) return content.problem();
    return PagePlan{*size, std::move(content).value(), 0};
  }
  Result<PageBitmap> bitmap(PageIndex page, double dpi, double) override {
    const StageTimer timer(Stage::kRender);
    auto rendered = document_.render(page, dpi);
    if (!rendered) return rendered.problem();
    return PageBitmap{std::move(rendered).value(), dpi};
  }
  std::vector<Problem> take_warnings() override { return document_.take_warnings(); }
  const pdf::Document* document() const override { return &document_; }

 private:
  pdf::Document document_;
};

class ImageSource : public OpenSource {
 public:
  explicit ImageSource(const Source& source) : source_(source) {}

  Result<int> page_count() override { return image::count_frames(source_.path, *source_.format); }
  Result<PagePlan> plan(PageIndex page, double max_megapixels) override {
    if (auto problem = load(page, max_megapixels)) return *problem;
    PagePlan plan;
    plan.file_dpi = frame_->dpi;
    plan.full_dpi = frame_->full_dpi;
    plan.stretched = frame_->stretched;
    plan.size.width = frame_->bitmap.width() * 72 / frame_->dpi;
    plan.size.height = frame_->bitmap.height() * 72 / frame_->dpi;
    return plan;
  }
  Result<PageBitmap> bitmap(PageIndex page, double, double max_megapixels) override {
    if (auto problem = load(page, max_megapixels)) return *problem;
    return PageBitmap{frame_->bitmap.copy(), frame_->dpi};
  }
  std::vector<Problem> take_warnings() override { return {}; }
  const pdf::Document* document() const override { return nullptr; }

 private:
  std::optional<Problem> load(PageIndex page, double max_megapixels) {
    if (frame_ && frame_page_ == page) return std::nullopt;
    const StageTimer timer(Stage::kRender);
    frame_.reset();
    auto frame = image::load_frame(source_.path, *source_.format, page, max_megapixels);
    if (!frame) return frame.problem();
    frame_ = std::move(frame).value();
    frame_page_ = page;
    return std::nullopt;
  }

  Source source_;
  std::optional<image::Frame> frame_;
  PageIndex frame_page_;
};

}  // namespace

Result<std::unique_ptr<OpenSource>> open_source(const Source& source,
                                                const std::vector<std::string>& passwords) {
  if (!source.format)
    return Problem{ProblemKind::kNotADocument, "the content is none of PDF, TIFF, PNG, JPEG, JPEG 2000", ""};
  if (*source.format != SourceFormat::kPdf) return std::unique_ptr<OpenSource>(new ImageSource(source));
  auto document = pdf::Document::open(source.path, passwords);
  if (!document) return document.problem();
  return std::unique_ptr<OpenSource>(new PdfSource(std::move(document).value()));
}

}  // namespace vaughn::worker
