// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/image/drawing.h"

#include <algorithm>

#include "image/pixels.h"

namespace vaughn::image {
namespace {

l_uint32 value_of(Colour colour) {
  l_uint32 value = 0;
  composeRGBPixel(colour.red, colour.green, colour.blue, &value);
  return value;
}

struct BoxDeleter {
  void operator()(BOX* box) const { boxDestroy(&box); }
};
using BoxPtr = std::unique_ptr<BOX, BoxDeleter>;

BoxPtr box_of(const PixelBox& box) {
  return BoxPtr(boxCreate(box.x0, box.y0, box.width(), box.height()));
}

struct FontDeleter {
  void operator()(L_BMF* font) const { bmfDestroy(&font); }
};

}  // namespace

void Drawing::outline(const PixelBox& box, Colour colour, int line_width) {
  const int w = line_width;
  const PixelBox sides[] = {{box.x0, box.y0, box.x1, box.y0 + w},
                            {box.x0, box.y1 - w, box.x1, box.y1},
                            {box.x0, box.y0, box.x0 + w, box.y1},
                            {box.x1 - w, box.y0, box.x1, box.y1}};
  for (const PixelBox& side : sides) tint(intersection(side, box), colour, 1);
}

void Drawing::tint(const PixelBox& box, Colour colour, double opacity) {
  const PixelBox part = intersection(box, picture_.bounds());
  if (part.empty()) return;
  const BoxPtr where = box_of(part);
  pixBlendInRect(pix_of(picture_), where.get(), value_of(colour),
                 static_cast<float>(std::clamp(opacity, 0.0, 1.0)));
}

PixelBox Drawing::label(int x, int y, const std::string& text, Colour colour, int points) {
  const std::unique_ptr<L_BMF, FontDeleter> font(bmfCreate(nullptr, std::clamp(points / 2 * 2, 4, 20)));
  if (font == nullptr || text.empty()) return {x, y, x, y};
  l_int32 text_width = 0;
  l_int32 baseline = 0;
  bmfGetStringWidth(font.get(), text.c_str(), &text_width);
  bmfGetBaseline(font.get(), 'x', &baseline);
  const PixelBox ground =
      intersection({x, y, x + text_width + 4, y + font->lineheight + 2}, picture_.bounds());
  if (ground.empty()) return ground;
  tint(ground, {255, 255, 255}, 0.85);
  pixSetTextline(pix_of(picture_), font.get(), text.c_str(), value_of(colour), x + 2, y + 1 + baseline,
                 nullptr, nullptr);
  return ground;
}

}  // namespace vaughn::image
