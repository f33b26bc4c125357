// SPDX-License-Identifier: GPL-3.0-or-later
// Marks on a copy of a page: outlines, tints and labels, for pictures people look at.
#ifndef VAUGHN_IMAGE_DRAWING_H_
#define VAUGHN_IMAGE_DRAWING_H_

#include <cstdint>
#include <string>

#include "vaughn/image/bitmap.h"

namespace vaughn::image {

struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
};

// Draws on its own colour copy of a page. What lies outside the page is cut off.
class Drawing {
 public:
  explicit Drawing(const Bitmap& page) : picture_(page.to_colour()) {}

  // A white strip below the page, for a legend that hides nothing. Returns where it is.
  PixelBox add_strip_below(int height);

  // The line lies inside the box's edge.
  void outline(const PixelBox& box, Colour colour, int line_width);
  // The same in dashes as long as the gaps between them.
  void dashed_outline(const PixelBox& box, Colour colour, int line_width, int dash);
  // opacity 0 (nothing) to 1 (covers).
  void tint(const PixelBox& box, Colour colour, double opacity);
  // ASCII text in a built-in face, top left corner at (x, y), on a white ground so that it can be read
  // anywhere. points: 4, 6, … 20. Returns the ground it used, cut to the picture.
  PixelBox label(int x, int y, const std::string& text, Colour colour, int points = 10);
  // What label would use up, beginning at (0, 0).
  static PixelBox label_size(const std::string& text, int points = 10);

  const Bitmap& picture() const { return picture_; }

 private:
  Bitmap picture_;
};

}  // namespace vaughn::image

#endif  // VAUGHN_IMAGE_DRAWING_H_
