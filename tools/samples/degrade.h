// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a clean drawing look scanned: skew, noise along the edges of the type, specks, two levels. Everything
// random comes from a seeded generator whose output the standard fixes, so the same build gives the same
// bits.
#ifndef VAUGHN_SAMPLES_DEGRADE_H_
#define VAUGHN_SAMPLES_DEGRADE_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "samples/canvas.h"
#include "vaughn/model/geometry.h"

struct Pix;

namespace vaughn::samples {

struct PixDeleter {
  void operator()(Pix* pix) const;
};
using Bitmap = std::unique_ptr<Pix, PixDeleter>;

struct Resolution {
  double x = 300, y = 300;  // pixels an inch; a fax has two
};

struct ScanLook {
  Resolution dpi = {};
  double skew_degrees = 0;  // clockwise, about the middle of the page
  int specks = 120;
  int edge_noise = 50;  // grey levels, before thresholding
  int threshold = 150;  // of 255; higher gives bolder type
  std::uint32_t seed = 1;
};

// A white bitmap to draw on in points.
class Sheet {
 public:
  Sheet(double width, double height, Resolution dpi);
  // Transparent, for what is put on a scan afterwards.
  static Sheet transparent(double width, double height, Resolution dpi);

  Canvas& canvas() { return canvas_; }
  Bitmap grey() const;  // 8 bits a pixel
  // Sets black and white pixels of `bilevel` where something was drawn here.
  void burn_into(Pix* bilevel) const;

 private:
  Sheet(cairo_surface_t* surface, double width, Resolution dpi);

  std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface_;
  std::unique_ptr<cairo_t, decltype(&cairo_destroy)> cr_;
  Canvas canvas_;
};

Bitmap to_bilevel_scan(const Bitmap& grey, const ScanLook& look);
// Keeps the grey levels: off-white paper, black that is not quite black.
Bitmap to_grey_scan(const Bitmap& grey, const ScanLook& look);

// The box around `box` after the page was turned about its middle.
Box skewed(const Box& box, double degrees, double page_width, double page_height);

std::vector<unsigned char> encode_g4(const Bitmap& bilevel);
std::vector<unsigned char> encode_jpeg(const Bitmap& grey, int quality);

}  // namespace vaughn::samples

#endif  // VAUGHN_SAMPLES_DEGRADE_H_
