// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/drawing.h"

#include <Gfx.h>
#include <GfxState.h>
#include <OutputDev.h>
#include <PDFDoc.h>
#include <Page.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace vaughn::pdf {
namespace {

// Interprets a page and writes down glyphs and pictures in painting order; draws nothing.
class DrawingProbe : public OutputDev {
 public:
  bool upsideDown() override { return true; }  // device space with its origin top left, as displayed
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }

  void drawChar(GfxState* state, double x, double y, double dx, double dy, double, double, CharCode, int,
                const Unicode*, int) override {
    double px = 0, py = 0, pdx = 0, pdy = 0;
    state->transform(x, y, &px, &py);
    state->transformDelta(dx, dy, &pdx, &pdy);
    const double rise = 0.25 * state->getTransformedFontSize();
    drawing_.glyphs.push_back({px + pdx / 2, py + pdy / 2 - rise, order_++, (state->getRender() & 3) == 3});
  }
  // The base class must still read the data of inline pictures, or the interpreter loses its place.
  void drawImageMask(GfxState* state, Object* ref, Stream* str, int width, int height, bool invert,
                     bool interpolate, bool inline_image) override {
    add_image(state, width, height, /*opaque=*/false);
    OutputDev::drawImageMask(state, ref, str, width, height, invert, interpolate, inline_image);
  }
  void drawImage(GfxState* state, Object* ref, Stream* str, int width, int height, GfxImageColorMap* map,
                 bool interpolate, const int* mask_colors, bool inline_image) override {
    add_image(state, width, height, mask_colors == nullptr);
    OutputDev::drawImage(state, ref, str, width, height, map, interpolate, mask_colors, inline_image);
  }
  void drawMaskedImage(GfxState* state, Object*, Stream*, int width, int height, GfxImageColorMap*, bool,
                       Stream*, int, int, bool, bool) override {
    add_image(state, width, height, /*opaque=*/false);
  }
  void drawSoftMaskedImage(GfxState* state, Object*, Stream*, int width, int height, GfxImageColorMap*, bool,
                           Stream*, int, int, GfxImageColorMap*, bool) override {
    add_image(state, width, height, /*opaque=*/false);
  }

  Drawing take() { return std::move(drawing_); }

 private:
  void add_image(GfxState* state, int width, int height, bool opaque) {
    // The unit square under the current matrix; a turned picture gets its bounding box.
    const double* m = state->getCTM();
    const double xs[] = {m[4], m[4] + m[0], m[4] + m[2], m[4] + m[0] + m[2]};
    const double ys[] = {m[5], m[5] + m[1], m[5] + m[3], m[5] + m[1] + m[3]};
    const auto [x0, x1] = std::minmax_element(std::begin(xs), std::end(xs));
    const auto [y0, y1] = std::minmax_element(std::begin(ys), std::end(ys));
    drawing_.images.push_back({{{*x0, *y0, *x1, *y1}, width, height}, order_++, opaque});
  }

  Drawing drawing_;
  int order_ = 0;
};

}  // namespace

struct DrawingReader::Impl {
  std::unique_ptr<PDFDoc> document;
};

DrawingReader::DrawingReader(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
DrawingReader::~DrawingReader() = default;

std::unique_ptr<DrawingReader> DrawingReader::open(const std::string& path, const std::string& password) {
  const std::optional<GooString> secret(std::in_place, password);
  auto impl = std::make_unique<Impl>();
  impl->document = std::make_unique<PDFDoc>(std::make_unique<GooString>(path), secret, secret);
  if (!impl->document->isOk()) return nullptr;
  return std::unique_ptr<DrawingReader>(new DrawingReader(std::move(impl)));
}

PageSize DrawingReader::size(PageIndex page) const {
  PDFDoc& document = *impl_->document;
  const int number = page.number().value();
  if (document.getPage(number) == nullptr) return {};
  PageSize size{document.getPageCropWidth(number), document.getPageCropHeight(number),
                ((document.getPageRotate(number) % 360) + 360) % 360};
  if (size.rotation == 90 || size.rotation == 270) std::swap(size.width, size.height);
  return size;
}

Drawing DrawingReader::drawing(PageIndex page) const {
  DrawingProbe probe;
  impl_->document->displayPage(&probe, page.number().value(), 72, 72, 0, /*useMediaBox=*/false, /*crop=*/true,
                               /*printing=*/false);
  return probe.take();
}

}  // namespace vaughn::pdf
