// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/drawing.h"

#include <Annot.h>
#include <Catalog.h>
#include <Gfx.h>
#include <GfxFont.h>
#include <GfxState.h>
#include <OptionalContent.h>
#include <OutputDev.h>
#include <PDFDoc.h>
#include <Page.h>
#include <Stream.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "pdf/overlays.h"
#include "pdf/text_only.h"
#include "pdf/text_string.h"
#include "vaughn/base/strings.h"
#include "vaughn/base/utf8.h"

namespace vaughn::pdf {
namespace {

constexpr double kOpaque = 0.5;         // alpha from which something may hide what lies below
constexpr double kSolid = 0.98;         // alpha of plain text
constexpr double kUnseen = 0.02;        // alpha of text that nobody sees
constexpr Points kThin = 2;             // narrower things are lines: they hide no text
constexpr std::size_t kMost = 400'000;  // glyphs or paintings kept a page
constexpr std::size_t kMostImages = 20'000;
constexpr std::size_t kMostMarks = 2'000;  // different ones of Redact annotations
constexpr int kMostMarksRead = 20'000;
constexpr std::size_t kMostArtifacts = 100;
constexpr int kSubpathsApart = 20'000;  // of one path, each with a box of its own

Box around(std::initializer_list<std::pair<double, double>> points) {
  Box box{1e9, 1e9, -1e9, -1e9};
  for (const auto& [x, y] : points)
    box = {std::min(box.x0, x), std::min(box.y0, y), std::max(box.x1, x), std::max(box.y1, y)};
  return box;
}

int luminance(const GfxRGB& rgb) {
  return static_cast<int>(
      std::lround(0.299 * colToByte(rgb.r) + 0.587 * colToByte(rgb.g) + 0.114 * colToByte(rgb.b)));
}

Box clip_of(const GfxState* state) {
  Box box;
  state->getClipBBox(&box.x0, &box.y0, &box.x1, &box.y1);
  return box;
}

bool is_white(Unicode c) {
  return c == 0x20 || c == 0x09 || c == 0x0A || c == 0x0D || c == 0xA0;
}

// How far a font's glyphs reach above and below the base line, in ems.
std::pair<double, double> reach_of(const GfxFont* font) {
  if (font == nullptr) return {0.8, -0.2};
  if (font->getType() == fontType3) {
    const double* bbox = font->getFontBBox();
    const double unit = font->getFontMatrix()[3];
    const double up = unit * bbox[3], down = unit * bbox[1];
    return std::abs(up - down) > 0.01 && std::abs(up - down) < 3 ? std::pair(up, down) : std::pair(0.8, -0.2);
  }
  return {std::clamp(font->getAscent(), 0.6, 1.0), std::clamp(font->getDescent(), -0.3, -0.15)};
}

// Interprets a page and writes down glyphs, pictures and other paintings in their order; draws nothing.
class DrawingProbe : public OutputDev {
 public:
  bool upsideDown() override { return true; }  // device space with its origin top left, as displayed
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool useTilingPatternFill() override { return true; }
  bool useShadedFills(int) override { return true; }

  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y,
                CharCode, int, const Unicode* unicode, int length) override {
    Glyph glyph;
    // Control characters are what a font without meaning comes to.
    const bool is_space = length > 0 && std::all_of(unicode, unicode + length, is_white);
    for (int i = 0; i < length; ++i)
      if (unicode[i] > 0x20 && !is_white(unicode[i])) append_utf8(unicode[i], &glyph.text);
    glyph.order = order_++;
    if (is_space || drawing_.glyphs.size() >= kMost) return;
    glyph.text = make_valid_utf8(glyph.text);
    glyph.box = glyph_box(state, x - origin_x, y - origin_y, dx, dy);
    const int render = state->getRender();
    glyph.clips = (render & 4) != 0;
    GfxRGB color;
    (render & 3) == 1 ? state->getStrokeRGB(&color) : state->getFillRGB(&color);
    if ((render & 3) != 3) note_colour(color);
    if ((render & 3) == 2) note_stroke_colour(state);
    glyph.level = luminance(color);
    const double alpha = (render & 3) == 1 ? state->getStrokeOpacity() : state->getFillOpacity();
    glyph.invisible = (render & 3) == 3 || alpha < kUnseen;
    const bool drawn_by_file = state->getFont() == nullptr || state->getFont()->getType() == fontType3;
    if (drawn_by_file) drawing_.coloured = true;  // in any colour
    if (drawn_by_file || alpha < kSolid || annotation_ || state->getBlendMode() != gfxBlendNormal)
      text_only_.add_other();
    if (artifact_ && is_seen(glyph, clip_of(state))) artifact_->add(glyph, drawing_.glyphs.size());
    text_only_.add_glyph(glyph, {unicode, static_cast<std::size_t>(length)}, clip_of(state));
    drawing_.glyphs.push_back(std::move(glyph));
  }

  void fill(GfxState* state) override { add_path(state); }
  void eoFill(GfxState* state) override { add_path(state); }
  void stroke(GfxState* state) override { add_stroke(state); }
  bool tilingPatternFill(GfxState* state, Gfx*, Catalog*, GfxTilingPattern*, const double*, int, int, int,
                         int, double, double) override {
    drawing_.coloured = true;
    add(clip_of(state), Painter::kHatching, state->getFillOpacity());
    return true;
  }
  bool functionShadedFill(GfxState* state, GfxFunctionShading*) override { return add_shading(state); }
  bool axialShadedFill(GfxState* state, GfxAxialShading*, double, double) override {
    return add_shading(state);
  }
  bool radialShadedFill(GfxState* state, GfxRadialShading*, double, double) override {
    return add_shading(state);
  }
  bool gouraudTriangleShadedFill(GfxState* state, GfxGouraudTriangleShading*) override {
    return add_shading(state);
  }
  bool patchMeshShadedFill(GfxState* state, GfxPatchMeshShading*) override { return add_shading(state); }

  // The base class must still read the data of inline pictures, or the interpreter loses its place.
  void drawImageMask(GfxState* state, Object* ref, Stream* str, int width, int height, bool invert,
                     bool interpolate, bool inline_image) override {
    note_fill_colour(state);
    add_image(state, width, height, /*opaque=*/false);
    OutputDev::drawImageMask(state, ref, str, width, height, invert, interpolate, inline_image);
  }
  void drawImage(GfxState* state, Object* ref, Stream* str, int width, int height, GfxImageColorMap* map,
                 bool interpolate, const int* mask_colors, bool inline_image) override {
    if (!is_gray(map)) drawing_.coloured = true;
    add_image(state, width, height, mask_colors == nullptr);
    OutputDev::drawImage(state, ref, str, width, height, map, interpolate, mask_colors, inline_image);
  }
  void drawMaskedImage(GfxState* state, Object*, Stream*, int width, int height, GfxImageColorMap* map, bool,
                       Stream*, int, int, bool, bool) override {
    if (!is_gray(map)) drawing_.coloured = true;
    add_image(state, width, height, /*opaque=*/false);
  }
  void drawSoftMaskedImage(GfxState* state, Object*, Stream*, int width, int height, GfxImageColorMap* map,
                           bool, Stream*, int, int, GfxImageColorMap*, bool) override {
    if (!is_gray(map)) drawing_.coloured = true;
    add_image(state, width, height, /*opaque=*/false);
  }

  // Poppler asks before it draws an annotation, and draws them one after the other behind the content.
  static bool note_annotation(Annot* annotation, void* probe) {
    Painter painter = Painter::kAnnotation;
    if (annotation->getType() == Annot::typeHighlight) painter = Painter::kHighlight;
    if (annotation->getType() == Annot::typeWidget) painter = Painter::kField;
    static_cast<DrawingProbe*>(probe)->annotation_ = painter;
    return true;
  }

  void setSoftMask(GfxState*, const double*, bool, Function*, GfxColor*) override { text_only_.add_other(); }
  void beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool, bool) override {
    text_only_.add_other();
  }

  // What stands between the marks of a page number that Acrobat stamped.
  void beginMarkedContent(const char* name, Dict* properties) override {
    if (artifact_) {
      ++artifact_->depth;
    } else if (std::string_view(name) == "Artifact" && properties != nullptr) {
      const Object subtype = properties->lookup("Subtype");
      const Object contents = properties->lookup("Contents");
      if (!subtype.isName("BatesN") || !contents.isString()) return;
      std::string declared(trim(text_of(contents.getString())));
      if (!declared.empty() && drawing_.bates_artifacts.size() < kMostArtifacts)
        artifact_ = OpenArtifact{{std::move(declared), {}, {}}};
    }
  }
  void endMarkedContent(GfxState*) override {
    if (!artifact_ || --artifact_->depth > 0) return;
    if (artifact_->artifact.box.area() > 0) {
      drawing_.bates_artifacts.push_back(std::move(artifact_->artifact));
      glyphs_of_artifacts_.push_back(std::move(artifact_->glyphs));
    }
    artifact_.reset();
  }

  // Of each mark the glyphs, by their place among the page's.
  std::vector<std::vector<std::size_t>> take_glyphs_of_artifacts() { return std::move(glyphs_of_artifacts_); }

  Drawing take() {
    drawing_.text_only = text_only_.holds() && drawing_.glyphs.size() < kMost;
    return std::move(drawing_);
  }

 private:
  // Not in the paper's own colour, and not cut off.
  static bool is_seen(const Glyph& glyph, const Box& clip) {
    constexpr int kPaper = 240;
    return !glyph.invisible && glyph.level < kPaper && covered_share(glyph.box, clip) > 0.5;
  }

  static Box glyph_box(GfxState* state, double x, double y, double dx, double dy) {
    double px = 0, py = 0, ax = 0, ay = 0, ux = 0, uy = 0;
    state->transform(x, y, &px, &py);
    state->transformDelta(dx, dy, &ax, &ay);
    const double* text = state->getTextMat();
    const double size = state->getFontSize();
    state->transformDelta(text[2] * size, text[3] * size, &ux, &uy);
    const auto [up, down] = reach_of(state->getFont().get());
    if (const double em = std::hypot(ux, uy); std::hypot(ax, ay) < 0.1 * em) ax = 0.3 * em;
    return around({{px + up * ux, py + up * uy},
                   {px + down * ux, py + down * uy},
                   {px + ax + up * ux, py + ay + up * uy},
                   {px + ax + down * ux, py + ay + down * uy}});
  }

  void add(Box box, Painter painter, double opacity) {
    const int order = order_++;
    if (painter != Painter::kShape || annotation_) text_only_.add_other();
    if (box.width() < kThin || box.height() < kThin || drawing_.paintings.size() >= kMost) return;
    drawing_.paintings.push_back({box, annotation_.value_or(painter), order, opacity >= kOpaque});
  }

  void note_colour(const GfxRGB& color) {
    if (color.r != color.g || color.g != color.b) drawing_.coloured = true;
  }
  void note_fill_colour(GfxState* state) {
    GfxRGB color;
    state->getFillRGB(&color);
    note_colour(color);
  }
  void note_stroke_colour(GfxState* state) {
    GfxRGB color;
    state->getStrokeRGB(&color);
    note_colour(color);
  }
  // By what the picture's data are, not by what they hold.
  static bool is_gray(GfxImageColorMap* map) {
    GfxColorSpace* space = map == nullptr ? nullptr : map->getColorSpace();
    if (space == nullptr) return false;
    const GfxColorSpaceMode mode = space->getMode();
    return mode == csDeviceGray || mode == csCalGray;
  }

  bool add_shading(GfxState* state) {
    drawing_.coloured = true;
    text_only_.add_other();
    add(clip_of(state), Painter::kShape, state->getFillOpacity());
    return true;
  }

  static Box subpath_box(GfxState* state, const GfxSubpath* subpath) {
    Box box{1e9, 1e9, -1e9, -1e9};
    for (int i = 0; i < subpath->getNumPoints(); ++i) {
      double x = 0, y = 0;
      state->transform(subpath->getX(i), subpath->getY(i), &x, &y);
      box = {std::min(box.x0, x), std::min(box.y0, y), std::max(box.x1, x), std::max(box.y1, y)};
    }
    return box;
  }

  // A box for each part of the path: bars on successive lines are often one path.
  void add_path(GfxState* state) {
    note_fill_colour(state);
    const GfxPath* path = state->getPath();
    const Box clip = clip_of(state);
    for (int i = 0; i < std::min(path->getNumSubpaths(), kSubpathsApart); ++i) {
      const Box box = intersection(subpath_box(state, path->getSubpath(i)), clip);
      text_only_.add_shape(box);
      add(box, Painter::kShape, state->getFillOpacity());
    }
  }

  // A thick line hides what a bar would; slanting thin ones are hatching.
  void add_stroke(GfxState* state) {
    note_stroke_colour(state);
    const GfxPath* path = state->getPath();
    const Box clip = clip_of(state);
    const double width = state->getTransformedLineWidth();
    int left = kSubpathsApart;
    for (int i = 0; i < path->getNumSubpaths(); ++i) {
      const GfxSubpath* subpath = path->getSubpath(i);
      for (int j = 1; j < subpath->getNumPoints() && left-- > 0; ++j) {
        double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
        state->transform(subpath->getX(j - 1), subpath->getY(j - 1), &x0, &y0);
        state->transform(subpath->getX(j), subpath->getY(j), &x1, &y1);
        const Box line = around({{x0, y0}, {x1, y1}});
        text_only_.add_shape(grown(line, width / 2));
        const bool slants = line.width() > kThin && line.height() > kThin;
        // A pen's wriggles are as wide as their line; across they reach no further than half of it.
        const bool thick = width >= 2 * kThin;
        if (!slants && !thick) continue;
        add(intersection(thick ? grown(line, width / 2) : line, clip),
            thick ? Painter::kShape : Painter::kHatching, state->getStrokeOpacity());
      }
    }
  }

  void add_image(GfxState* state, int width, int height, bool opaque) {
    // The unit square under the current matrix; a turned picture gets its bounding box.
    const double* m = state->getCTM();
    const Box box = around({{m[4], m[5]},
                            {m[4] + m[0], m[5] + m[1]},
                            {m[4] + m[2], m[5] + m[3]},
                            {m[4] + m[0] + m[2], m[5] + m[1] + m[3]}});
    if (drawing_.images.size() < kMostImages)
      drawing_.images.push_back({{box, width, height}, order_, opaque});
    add(intersection(box, clip_of(state)), Painter::kPicture, opaque ? state->getFillOpacity() : 0);
  }

  struct OpenArtifact {
    BatesArtifact artifact;
    int depth = 1;                      // marks within it
    std::vector<std::size_t> glyphs{};  // indices
    Box last{};

    void add(const Glyph& glyph, std::size_t index) {
      // White space is drawn by no glyph; a stamp may run up the page.
      const double apart = std::max(std::max(glyph.box.x0 - last.x1, last.x0 - glyph.box.x1),
                                    std::max(glyph.box.y0 - last.y1, last.y0 - glyph.box.y1));
      const double letter = std::max(glyph.box.width(), glyph.box.height());
      artifact.shown += (!glyphs.empty() && apart > 0.15 * letter ? " " : "") + glyph.text;
      artifact.box = bounding(artifact.box, glyph.box);
      last = glyph.box;
      glyphs.push_back(index);
    }
  };

  Drawing drawing_;
  std::optional<OpenArtifact> artifact_;
  std::vector<std::vector<std::size_t>> glyphs_of_artifacts_;
  TextOnly text_only_;
  int order_ = 0;
  std::optional<Painter> annotation_;  // while annotations are drawn
};

// A file that is stamped anew has the old stamp below a white patch: no reader sees that.
void drop_covered_artifacts(const std::vector<std::vector<std::size_t>>& glyphs, Drawing* drawing) {
  std::vector<BatesArtifact> seen;
  for (std::size_t i = 0; i < drawing->bates_artifacts.size(); ++i) {
    const auto covered = std::count_if(glyphs[i].begin(), glyphs[i].end(), [&](std::size_t glyph) {
      return glyph < drawing->glyphs.size() && drawing->glyphs[glyph].over &&
             drawing->glyphs[glyph].over->opaque;
    });
    if (2 * covered < static_cast<std::ptrdiff_t>(glyphs[i].size()))
      seen.push_back(std::move(drawing->bates_artifacts[i]));
  }
  drawing->bates_artifacts = std::move(seen);
}

Drawing probed(PDFDoc& document, PageIndex page) {
  DrawingProbe probe;
  document.displayPage(&probe, page.number().value(), 72, 72, 0, /*useMediaBox=*/false, /*crop=*/true,
                       /*printing=*/false, nullptr, nullptr, &DrawingProbe::note_annotation, &probe);
  Drawing drawing = probe.take();
  set_overlays(drawing.paintings, &drawing.glyphs);
  drop_covered_artifacts(probe.take_glyphs_of_artifacts(), &drawing);
  return drawing;
}

// Layers that are off on the screen for another reason than to hide what they hold.
bool is_for_another_use(PDFDoc& document, const OptionalContentGroup& layer) {
  if (layer.getPrintState() == OptionalContentGroup::ocUsageOn) return true;
  const std::string name = layer.getName() != nullptr ? to_lower_ascii(layer.getName()->toStr()) : "";
  for (const std::string_view use : {"watermark", "header", "footer", "background"})
    if (name.find(use) != std::string::npos) return true;
  const Object group = document.getXRef()->fetch(layer.getRef());
  const Object usage = group.isDict() ? group.dictLookup("Usage") : Object();
  return usage.isDict() && usage.dictLookup("PageElement").isDict();
}

// Two readings of one page draw the same glyph at the same place.
using GlyphKey = std::tuple<std::string, long, long>;

GlyphKey key_of(const Glyph& glyph) {
  return {glyph.text, std::lround(glyph.box.x0 * 10), std::lround(glyph.box.y0 * 10)};
}

Box on_page(const double* to_page, const PDFRectangle& box) {
  const auto at = [&](double x, double y) {
    return std::pair(to_page[0] * x + to_page[2] * y + to_page[4],
                     to_page[1] * x + to_page[3] * y + to_page[5]);
  };
  return around({at(box.x1, box.y1), at(box.x2, box.y2)});
}

// Groups of eight numbers, four corners each; the annotation's own box where there are none.
std::vector<Box> marked_places(const Object& annotation, const double* to_page) {
  const auto box_of = [&](const Object& numbers, int first, int count) {
    PDFRectangle box(1e9, 1e9, -1e9, -1e9);
    for (int i = first; i + 1 < first + count; i += 2) {
      const double x = numbers.arrayGet(i).getNumWithDefaultValue(0);
      const double y = numbers.arrayGet(i + 1).getNumWithDefaultValue(0);
      box.x1 = std::min(box.x1, x), box.x2 = std::max(box.x2, x);
      box.y1 = std::min(box.y1, y), box.y2 = std::max(box.y2, y);
    }
    return on_page(to_page, box);
  };
  std::vector<Box> places;
  const Object quads = annotation.dictLookup("QuadPoints");
  if (quads.isArray())
    for (int i = 0; i + 7 < std::min(quads.arrayGetLength(), 8'000); i += 8)
      places.push_back(box_of(quads, i, 8));
  const Object rect = annotation.dictLookup("Rect");
  if (places.empty() && rect.isArray() && rect.arrayGetLength() >= 4) places.push_back(box_of(rect, 0, 4));
  return places;
}

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

std::unique_ptr<DrawingReader> DrawingReader::open_bytes(std::string_view bytes,
                                                         const std::string& password) {
  const std::optional<GooString> secret(std::in_place, password);
  auto impl = std::make_unique<Impl>();
  // The document owns the stream, which only reads what it is given.
  auto* stream =
      new MemStream(const_cast<char*>(bytes.data()), 0, static_cast<Goffset>(bytes.size()), Object(objNull));
  impl->document = std::make_unique<PDFDoc>(stream, secret, secret);
  if (!impl->document->isOk()) return nullptr;
  return std::unique_ptr<DrawingReader>(new DrawingReader(std::move(impl)));
}

PDFDoc& DrawingReader::core() const {
  return *impl_->document;
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

Box DrawingReader::sheet(PageIndex page) const {
  Page* found = impl_->document->getPage(page.number().value());
  if (found == nullptr) return {};
  double to_page[6];
  found->getDefaultCTM(to_page, 72, 72, 0, /*useMediaBox=*/false, /*upsideDown=*/true);
  const Object object = impl_->document->getXRef()->fetch(found->getRef());
  if (object.isDict() && object.dictLookup("TrimBox").isArray())
    return on_page(to_page, *found->getTrimBox());
  constexpr Points kFarAway = 20'000;
  return {-kFarAway, -kFarAway, kFarAway, kFarAway};
}

Drawing DrawingReader::drawing(PageIndex page) const {
  return probed(*impl_->document, page);
}

std::vector<Glyph> DrawingReader::glyphs_in_hidden_layers(PageIndex page, const Drawing& shown) const {
  PDFDoc& document = *impl_->document;
  OCGs* layers = document.getCatalog()->getOptContentConfig();
  std::vector<OptionalContentGroup*> off;
  if (layers != nullptr && layers->hasOCGs())
    for (const auto& [ref, layer] : layers->getOCGs())
      if (layer->getState() == OptionalContentGroup::Off && !is_for_another_use(document, *layer))
        off.push_back(layer.get());
  if (off.empty()) return {};
  for (OptionalContentGroup* layer : off) layer->setState(OptionalContentGroup::On);
  Drawing all = probed(document, page);
  for (OptionalContentGroup* layer : off) layer->setState(OptionalContentGroup::Off);

  std::multiset<GlyphKey> seen;
  for (const Glyph& glyph : shown.glyphs) seen.insert(key_of(glyph));
  std::vector<Glyph> hidden;
  for (Glyph& glyph : all.glyphs) {
    const auto found = seen.find(key_of(glyph));
    if (found == seen.end()) {
      hidden.push_back(std::move(glyph));
    } else {
      seen.erase(found);
    }
  }
  return hidden;
}

std::vector<Box> DrawingReader::redact_marks(PageIndex page) const {
  Page* found = impl_->document->getPage(page.number().value());
  if (found == nullptr) return {};
  double to_page[6];
  found->getDefaultCTM(to_page, 72, 72, 0, /*useMediaBox=*/false, /*upsideDown=*/true);
  std::vector<Box> marks;
  std::set<std::tuple<Points, Points, Points, Points>> known;
  int read = 0;
  const Object annotations = found->getAnnotsObject();
  if (!annotations.isArray()) return marks;
  for (int i = 0; i < std::min(annotations.arrayGetLength(), 10'000); ++i) {
    const Object annotation = annotations.arrayGet(i);
    if (!annotation.isDict() || !annotation.dictLookup("Subtype").isName("Redact")) continue;
    for (const Box& place : marked_places(annotation, to_page)) {
      if (marks.size() >= kMostMarks || ++read > kMostMarksRead) return marks;
      if (known.emplace(place.x0, place.y0, place.x1, place.y1).second) marks.push_back(place);
    }
  }
  return marks;
}

}  // namespace vaughn::pdf
