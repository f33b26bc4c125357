// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples/canvas.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "samples/markup.h"

namespace vaughn::samples {
namespace {

using Layout = std::unique_ptr<PangoLayout, decltype(&g_object_unref)>;

constexpr double kUnits = PANGO_SCALE;

void set_grey(cairo_t* cr, double grey) {
  cairo_set_source_rgb(cr, grey, grey, grey);
}

PangoAlignment pango_alignment(Align align) {
  if (align == Align::kCenter) return PANGO_ALIGN_CENTER;
  return align == Align::kRight ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

// Metrics must not depend on the surface, or a scan and its OCR layer would break lines differently.
void use_device_independent_metrics(PangoContext* context) {
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
  pango_cairo_context_set_resolution(context, 72);
  pango_context_set_round_glyph_positions(context, FALSE);
}

// Showing text leaves a current point behind, which a path begun with line_to would start from.
void trace(cairo_t* cr, const std::vector<std::pair<double, double>>& points) {
  cairo_new_path(cr);
  for (const auto& [x, y] : points) cairo_line_to(cr, x, y);
}

Layout make_layout(cairo_t* cr, const Style& style) {
  Layout layout(pango_cairo_create_layout(cr), &g_object_unref);
  use_device_independent_metrics(pango_layout_get_context(layout.get()));
  PangoFontDescription* font = pango_font_description_new();
  pango_font_description_set_family(font, style.family.c_str());
  pango_font_description_set_absolute_size(font, style.size * kUnits);
  if (style.weight == Weight::kBold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
  if (style.slant == Slant::kItalic) pango_font_description_set_style(font, PANGO_STYLE_ITALIC);
  pango_layout_set_font_description(layout.get(), font);
  pango_font_description_free(font);
  pango_layout_set_line_spacing(layout.get(), static_cast<float>(style.line_spacing));
  return layout;
}

PangoAttrList* plain_attributes() {
  PangoAttrList* attributes = pango_attr_list_new();
  // A ligature would come out of the text layer as one character.
  pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0, clig=0"));
  return attributes;
}

void set_text(PangoLayout* layout, const std::string& text) {
  pango_layout_set_text(layout, text.c_str(), static_cast<int>(text.size()));
  PangoAttrList* attributes = plain_attributes();
  pango_layout_set_attributes(layout, attributes);
  pango_attr_list_unref(attributes);
}

void set_text(PangoLayout* layout, const MarkedText& marked, double character_width, double size) {
  pango_layout_set_text(layout, marked.text.c_str(), static_cast<int>(marked.text.size()));
  PangoAttrList* attributes = plain_attributes();
  for (const Passage& passage : marked.passages) {
    const PangoRectangle room = {0, static_cast<int>(-0.8 * size * kUnits),
                                 static_cast<int>(passage.characters * character_width * kUnits),
                                 static_cast<int>(size * kUnits)};
    PangoAttribute* shape = pango_attr_shape_new(&room, &room);
    shape->start_index = static_cast<guint>(passage.offset);
    shape->end_index = static_cast<guint>(passage.offset + kGapCharacter.size());
    pango_attr_list_insert(attributes, shape);
  }
  pango_layout_set_attributes(layout, attributes);
  pango_attr_list_unref(attributes);
}

double x_at(PangoLayout* layout, std::size_t index) {
  PangoRectangle place;
  pango_layout_index_to_pos(layout, static_cast<int>(index), &place);
  return place.x / kUnits;
}

// The pieces of text between gaps and line ends, where they stand.
std::vector<Run> runs_of(PangoLayout* layout, const std::string& text, double x, double top,
                         const Style& style) {
  std::vector<Run> runs;
  PangoLayoutIter* iter = pango_layout_get_iter(layout);
  do {
    const PangoLayoutLine* line = pango_layout_iter_get_line_readonly(iter);
    const double baseline = top + pango_layout_iter_get_baseline(iter) / kUnits;
    const std::size_t end = static_cast<std::size_t>(line->start_index + line->length);
    std::size_t at = static_cast<std::size_t>(line->start_index);
    while (at < end) {
      const std::size_t gap = std::min(text.find(kGapCharacter, at), end);
      if (gap > at) runs.push_back({text.substr(at, gap - at), x + x_at(layout, at), baseline, style});
      at = gap < end ? gap + kGapCharacter.size() : end;
    }
  } while (pango_layout_iter_next_line(iter));
  pango_layout_iter_free(iter);
  return runs;
}

std::vector<Gap> gaps_of(PangoLayout* layout, const MarkedText& marked, double x, double top) {
  std::vector<Gap> gaps;
  for (const Passage& passage : marked.passages) {
    PangoRectangle place;
    pango_layout_index_to_pos(layout, static_cast<int>(passage.offset), &place);
    const double left = x + place.x / kUnits;
    const double above = top + place.y / kUnits;
    gaps.push_back(
        {{left, above, left + place.width / kUnits, above + place.height / kUnits}, passage.codes});
  }
  return gaps;
}

}  // namespace

Style Style::bold() const {
  Style copy = *this;
  copy.weight = Weight::kBold;
  return copy;
}

Style Style::italic() const {
  Style copy = *this;
  copy.slant = Slant::kItalic;
  return copy;
}

Style Style::sized(double points) const {
  Style copy = *this;
  copy.size = points;
  return copy;
}

Style Style::aligned(Align to) const {
  Style copy = *this;
  copy.align = to;
  return copy;
}

Style Style::grey_level(double level) const {
  Style copy = *this;
  copy.grey = level;
  return copy;
}

Canvas::Canvas(cairo_t* cr) : cr_(cr) {}

double Canvas::width_of(const std::string& text, const Style& style) const {
  const Layout layout = make_layout(cr_, style);
  set_text(layout.get(), text);
  PangoRectangle extents;
  pango_layout_get_extents(layout.get(), nullptr, &extents);
  return extents.width / kUnits;
}

Box Canvas::line(double x, double baseline, const std::string& text, const Style& style) {
  const Layout layout = make_layout(cr_, style);
  set_text(layout.get(), text);
  const double width = width_of(text, style);
  double left = x;
  if (style.align == Align::kCenter) left -= width / 2;
  if (style.align == Align::kRight) left -= width;
  set_grey(cr_, style.grey);
  cairo_move_to(cr_, left, baseline - pango_layout_get_baseline(layout.get()) / kUnits);
  pango_cairo_show_layout(cr_, layout.get());
  runs_.push_back({text, left, baseline, style.aligned(Align::kLeft)});
  return {left, baseline - 0.76 * style.size, left + width, baseline + 0.22 * style.size};
}

Placed Canvas::paragraph(double x, double top, double width, const std::string& markup, const Style& style) {
  const MarkedText marked = parse_markup(markup);
  const Layout layout = make_layout(cr_, style);
  pango_layout_set_width(layout.get(), static_cast<int>(width * kUnits));
  pango_layout_set_alignment(layout.get(), pango_alignment(style.align));
  pango_layout_set_justify(layout.get(), style.align == Align::kJustify);
  set_text(layout.get(), marked, width_of("abcdefghijklmnopqrstuvwxyz", style) / 26, style.size);
  set_grey(cr_, style.grey);
  cairo_move_to(cr_, x, top);
  pango_cairo_show_layout(cr_, layout.get());
  for (Run& run : runs_of(layout.get(), marked.text, x, top, style)) runs_.push_back(std::move(run));
  PangoRectangle extents;
  pango_layout_get_extents(layout.get(), nullptr, &extents);
  return {top + extents.height / kUnits, gaps_of(layout.get(), marked, x, top)};
}

void Canvas::fill(const Box& box, double grey) {
  set_grey(cr_, grey);
  cairo_rectangle(cr_, box.x0, box.y0, box.width(), box.height());
  cairo_fill(cr_);
}

void Canvas::hatch(const Box& box) {
  fill(box, 0);
  cairo_save(cr_);
  cairo_rectangle(cr_, box.x0, box.y0, box.width(), box.height());
  cairo_clip(cr_);
  const double cell = box.height() * 0.62;
  for (double x = box.x0; x < box.x1; x += cell) {
    rule(x, box.y0, x + cell, box.y1, 0.5, 1);
    rule(x + cell, box.y0, x, box.y1, 0.5, 1);
  }
  cairo_restore(cr_);
}

void Canvas::rule_box(const Box& box, double thickness, double grey) {
  set_grey(cr_, grey);
  cairo_set_line_width(cr_, thickness);
  const Box middle = grown(box, -thickness / 2);
  cairo_rectangle(cr_, middle.x0, middle.y0, middle.width(), middle.height());
  cairo_stroke(cr_);
}

void Canvas::stroke(const std::vector<std::pair<double, double>>& points, double thickness, double grey) {
  set_grey(cr_, grey);
  cairo_set_line_width(cr_, thickness);
  cairo_set_line_cap(cr_, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join(cr_, CAIRO_LINE_JOIN_ROUND);
  trace(cr_, points);
  cairo_stroke(cr_);
}

void Canvas::polygon(const std::vector<std::pair<double, double>>& points, double thickness,
                     double fill_grey) {
  trace(cr_, points);
  cairo_close_path(cr_);
  set_grey(cr_, fill_grey);
  cairo_fill_preserve(cr_);
  set_grey(cr_, 0);
  cairo_set_line_width(cr_, thickness);
  cairo_stroke(cr_);
}

void Canvas::rule(double x0, double y0, double x1, double y1, double thickness, double grey) {
  set_grey(cr_, grey);
  cairo_set_line_width(cr_, thickness);
  cairo_set_line_cap(cr_, CAIRO_LINE_CAP_BUTT);
  cairo_move_to(cr_, x0, y0);
  cairo_line_to(cr_, x1, y1);
  cairo_stroke(cr_);
}

void Canvas::disc(double x, double y, double radius, double grey) {
  set_grey(cr_, grey);
  cairo_new_sub_path(cr_);
  cairo_arc(cr_, x, y, radius, 0, 2 * M_PI);
  cairo_fill(cr_);
}

}  // namespace vaughn::samples
