// SPDX-License-Identifier: GPL-3.0-or-later
// Draws text and shapes in points, origin top left, on whatever cairo surface is behind it: a PDF page or the
// bitmap a scan is made of. Text with withheld passages never contains them: a passage is a gap of so many
// characters.
#ifndef VAUGHN_SAMPLES_CANVAS_H_
#define VAUGHN_SAMPLES_CANVAS_H_

#include <cairo.h>

#include <string>
#include <utility>
#include <vector>

#include "vaughn/model/geometry.h"

namespace vaughn::samples {

enum class Weight { kRegular, kBold };
enum class Slant { kUpright, kItalic };
enum class Align { kLeft, kCenter, kRight, kJustify };

struct Style {
  std::string family = "Liberation Sans";
  double size = 10;
  Weight weight = Weight::kRegular;
  Slant slant = Slant::kUpright;
  Align align = Align::kLeft;
  double grey = 0;            // 0 black, 1 white
  double line_spacing = 1.0;  // factor of the font's own

  Style bold() const;
  Style italic() const;
  Style sized(double points) const;
  Style aligned(Align to) const;
  Style grey_level(double level) const;
};

// A place left free in a text because what stood there is withheld.
struct Gap {
  Box box;
  std::vector<std::string> codes;
};

// One run of text as it was drawn, so that an OCR layer can be laid behind a scan of it.
struct Run {
  std::string text;
  double x = 0, baseline = 0;
  Style style;
};

struct Placed {
  double bottom = 0;  // where the next paragraph may begin
  std::vector<Gap> gaps;
};

class Canvas {
 public:
  // Borrows `cr`, whose user space must be points.
  explicit Canvas(cairo_t* cr);

  // One line; x is its left end, centre or right end, as the style aligns it. Returns the box around it.
  Box line(double x, double baseline, const std::string& text, const Style& style);
  double width_of(const std::string& text, const Style& style) const;

  // A paragraph wrapped to `width`, with gaps marked "[[b6,b7C|14]]": codes and length in characters.
  Placed paragraph(double x, double top, double width, const std::string& markup, const Style& style);

  void fill(const Box& box, double grey);
  // Alternating diagonal lines and a cross a character, as a previewer draws an applied redaction.
  void hatch(const Box& box);
  // A border of `thickness` points inside the edge of `box`.
  void rule_box(const Box& box, double thickness, double grey = 0);
  void stroke(const std::vector<std::pair<double, double>>& points, double thickness, double grey = 0);
  void polygon(const std::vector<std::pair<double, double>>& points, double thickness, double fill_grey);
  void rule(double x0, double y0, double x1, double y1, double thickness, double grey = 0);
  void disc(double x, double y, double radius, double grey);

  cairo_t* cairo() { return cr_; }
  const std::vector<Run>& runs() const { return runs_; }

 private:
  cairo_t* cr_;
  std::vector<Run> runs_;
};

}  // namespace vaughn::samples

#endif  // VAUGHN_SAMPLES_CANVAS_H_
