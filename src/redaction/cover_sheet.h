// SPDX-License-Identifier: GPL-3.0-or-later
// A page as the cover detector looks at it: grey levels at one resolution, the paper's level, and the size of
// its type, in which all lengths are counted.
#ifndef VAUGHN_REDACTION_COVER_SHEET_H_
#define VAUGHN_REDACTION_COVER_SHEET_H_

#include <vector>

#include "vaughn/image/components.h"
#include "vaughn/image/gray_plane.h"

namespace vaughn::redaction {

struct Sheet {
  image::GrayPlane levels;
  image::GrayPlane::Histogram histogram{};  // of levels
  double factor = 1;                        // pixels of levels per pixel of the page given
  double skew = 0;  // degrees clockwise by which the page given is turned; levels is upright
  int paper = 255;
  double u = 0;  // text size: 12 to 24 pixels at 200 dpi, between x-height and capital height
  std::vector<image::Component> marks;  // connected ink at least .3 u high, letters mostly

  int width() const { return levels.width(); }
  int height() const { return levels.height(); }
  double page_area() const { return static_cast<double>(width()) * height(); }
  // Where a box stands on the page as it was given, at this resolution.
  image::PixelBox on_page(const image::PixelBox& box) const;
  // The level at a share of the way from black to paper.
  int level_at(double share) const { return static_cast<int>(share * paper + 0.5); }
};

// The size of the type beside and inside a box, within half and one and a half times that of the page; the
// page's where there is hardly any.
double text_size_near(const Sheet& sheet, const image::PixelBox& box);

Sheet make_sheet(const image::Bitmap& page);

// What a generator proposes and its verifier judges. Lengths in pixels of the sheet.
struct Candidate {
  image::PixelBox box;
  bool hollow = false;
  bool region = false;                 // a stepped outline, box around it
  bool stroke = false;                 // of a marker
  bool hatched = false;                // crossed by thin lines
  int level = 0;                       // median of the interior
  int luminance = 0;                   // of the interior; well above level where it is coloured
  double fill = 0;                     // share of the box that the shape fills
  double outliers = 0;                 // share of the interior that is of another level
  double deviation = 0;                // of the means of small cells of the interior
  double contrast = 0;                 // share of the surroundings clearly brighter than the interior
  bool doubtful = false;               // cut from a shape most of which is no cover
  double score = 0;                    // 0 to 1
  std::vector<image::PixelBox> parts;  // what box is around, where that is more than one rectangle
};

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_COVER_SHEET_H_
