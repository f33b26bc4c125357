// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/partial_render.h"

#include <GfxState.h>
#include <PDFDoc.h>
#include <SplashOutputDev.h>
#include <splash/SplashBitmap.h>

namespace vaughn::pdf {
namespace {

SplashColor white = {255, 255, 255, 255};

// Text that serves as a stencil stays: without it, what is painted through it would spread over the page.
class PartialOutput : public SplashOutputDev {
 public:
  PartialOutput(Parts parts, Colours colours)
      : SplashOutputDev(colours == Colours::kGray ? splashModeMono8 : splashModeXBGR8, 4, false, white, true,
                        splashThinLineDefault),
        parts_(parts) {
    setFontAntialias(true);
    setVectorAntialias(true);
    setFreeTypeHinting(false, false);
  }

  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y,
                CharCode code, int bytes, const Unicode* unicode, int length) override {
    if (parts_ == Parts::kAll || (state->getRender() & 4) != 0)
      SplashOutputDev::drawChar(state, x, y, dx, dy, origin_x, origin_y, code, bytes, unicode, length);
  }
  bool beginType3Char(GfxState* state, double x, double y, double dx, double dy, CharCode code,
                      const Unicode* unicode, int length) override {
    if (parts_ != Parts::kAll) return true;  // done
    return SplashOutputDev::beginType3Char(state, x, y, dx, dy, code, unicode, length);
  }

  void stroke(GfxState* state) override {
    if (shapes()) SplashOutputDev::stroke(state);
  }
  void fill(GfxState* state) override {
    if (shapes()) SplashOutputDev::fill(state);
  }
  void eoFill(GfxState* state) override {
    if (shapes()) SplashOutputDev::eoFill(state);
  }
  bool tilingPatternFill(GfxState* state, Gfx* gfx, Catalog* catalog, GfxTilingPattern* pattern,
                         const double* matrix, int x0, int y0, int x1, int y1, double x_step,
                         double y_step) override {
    return !shapes() || SplashOutputDev::tilingPatternFill(state, gfx, catalog, pattern, matrix, x0, y0, x1,
                                                           y1, x_step, y_step);
  }
  bool functionShadedFill(GfxState* state, GfxFunctionShading* shading) override {
    return !shapes() || SplashOutputDev::functionShadedFill(state, shading);
  }
  bool axialShadedFill(GfxState* state, GfxAxialShading* shading, double from, double to) override {
    return !shapes() || SplashOutputDev::axialShadedFill(state, shading, from, to);
  }
  bool radialShadedFill(GfxState* state, GfxRadialShading* shading, double from, double to) override {
    return !shapes() || SplashOutputDev::radialShadedFill(state, shading, from, to);
  }
  bool gouraudTriangleShadedFill(GfxState* state, GfxGouraudTriangleShading* shading) override {
    return !shapes() || SplashOutputDev::gouraudTriangleShadedFill(state, shading);
  }

 private:
  bool shapes() const { return parts_ != Parts::kPictures; }

  Parts parts_;
};

bool no_annotation(Annot*, void*) {
  return false;
}

}  // namespace

Result<image::Bitmap> render_parts(PDFDoc& document, PageIndex page, double dpi, Parts parts,
                                   Colours colours) {
  PartialOutput output(parts, colours);
  output.startDoc(&document);
  const int number = page.number().value();
  document.displayPageSlice(&output, number, dpi, dpi, 0, /*useMediaBox=*/false, /*crop=*/true,
                            /*printing=*/false, -1, -1, -1, -1, nullptr, nullptr,
                            parts == Parts::kPictures ? no_annotation : nullptr, nullptr, /*copyXRef=*/true);
  SplashBitmap* bitmap = output.getBitmap();
  if (bitmap == nullptr || bitmap->getDataPtr() == nullptr)
    return Problem{ProblemKind::kCannotRender, "the page would not turn into a bitmap", ""};
  if (colours == Colours::kGray)
    return image::Bitmap::from_gray(bitmap->getDataPtr(), bitmap->getWidth(), bitmap->getHeight(),
                                    bitmap->getRowSize());
  return image::Bitmap::from_bgra_or_gray(bitmap->getDataPtr(), bitmap->getWidth(), bitmap->getHeight(),
                                          bitmap->getRowSize());
}

}  // namespace vaughn::pdf
