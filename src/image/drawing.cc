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

using FontPtr = std::unique_ptr<L_BMF, FontDeleter>;

FontPtr font_of(int points) {
  return FontPtr(bmfCreate(nullptr, std::clamp(points / 2 * 2, 4, 20)));
}

}  // namespace

PixelBox Drawing::add_strip_below(int height) {
  const int top = picture_.height();
  picture_ = adopt(pixAddBorderGeneral(pix_of(picture_), 0, 0, 0, height, 0xFFFFFF00));
  return {0, top, picture_.width(), picture_.height()};
}

void Drawing::dashed_outline(const PixelBox& box, Colour colour, int line_width, int dash) {
  const int w = line_width;
  for (int x = box.x0; x < box.x1; x += 2 * dash) {
    const int end = std::min(x + dash, box.x1);
    tint(intersection({x, box.y0, end, box.y0 + w}, box), colour, 1);
    tint(intersection({x, box.y1 - w, end, box.y1}, box), colour, 1);
  }
  for (int y = box.y0; y < box.y1; y += 2 * dash) {
    const int end = std::min(y + dash, box.y1);
    tint(intersection({box.x0, y, box.x0 + w, end}, box), colour, 1);
    tint(intersection({box.x1 - w, y, box.x1, end}, box), colour, 1);
  }
}

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

PixelBox Drawing::label_size(const std::string& text, int points) {
  const FontPtr font = font_of(points);
  l_int32 width = 0;
  if (font == nullptr || text.empty()) return {};
  bmfGetStringWidth(font.get(), text.c_str(), &width);
  return {0, 0, width + 4, font->lineheight + 2};
}

PixelBox Drawing::label(int x, int y, const std::string& text, Colour colour, int points) {
  const FontPtr font = font_of(points);
  if (font == nullptr || text.empty()) return {x, y, x, y};
  l_int32 baseline = 0;
  bmfGetBaseline(font.get(), 'x', &baseline);
  const PixelBox size = label_size(text, points);
  const PixelBox ground = intersection({x, y, x + size.x1, y + size.y1}, picture_.bounds());
  if (ground.empty()) return ground;
  tint(ground, {255, 255, 255}, 0.85);
  // The face has lines of a pixel, which look grey; twice side by side they are dark.
  for (const int left : {x + 2, x + 3})
    pixSetTextline(pix_of(picture_), font.get(), text.c_str(), value_of(colour), left, y + 1 + baseline,
                   nullptr, nullptr);
  return ground;
}

}  // namespace vaughn::image
