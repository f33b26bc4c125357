// SPDX-License-Identifier: GPL-3.0-or-later
// What a page needs before it is recognised, and doing it: straightening, cleaning, the size of type that
// Tesseract reads best. docs/reading.md says what each step gains.
#ifndef VAUGHN_WORKER_PREPARATION_H_
#define VAUGHN_WORKER_PREPARATION_H_

#include <vector>

#include "vaughn/image/cleanup.h"
#include "vaughn/model/geometry.h"
#include "worker/marks.h"

namespace vaughn::worker {

// How a page is printed, told from its marks.
struct Print {
  int letters = 0;    // marks of a letter's size
  Points height = 0;  // of the middle one; 0 without any
  // The middle half of the heights over the middle one. Type has up to .6, a grainy copy .8; handwriting,
  // sketches and dirt have more.
  double spread = 0;
  int specks = 0;
  bool stretched = false;  // the dots of the scan were not square (a fax), so that edges come in large steps

  bool is_type() const { return spread < 0.8; }
};

Print measure_print(const Marks& marks);

// A bitmap to recognise, and the way back to the page.
struct Prepared {
  image::Bitmap bitmap;  // depth 8
  image::Scale scale;    // of the bitmap, before it was straightened
  double dpi = 0;        // what Tesseract is told
  double degrees = 0;    // by how much it was turned to be straight, clockwise
  bool reduced = false;  // smaller than it came

  // Where a box on the bitmap, given in points by its scale, is on the page: of the same size, about its
  // middle.
  Box on_page(const Box& box) const;
};

enum class Size { kFitting, kFull };

// gray: the page with its covers painted over; paper_dpi: of the sheet it most likely shows (resolution.h).
Prepared prepare(const image::Bitmap& gray, const image::Scale& scale, double paper_dpi, const Print& print,
                 Size size);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_PREPARATION_H_
