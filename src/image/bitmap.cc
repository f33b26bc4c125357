// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/image/bitmap.h"

#include <algorithm>
#include <cassert>
#include <numbers>

#include "image/pixels.h"

namespace vaughn::image {
namespace {

Bitmap create(int width, int height, int depth) {
  assert(width > 0 && height > 0 && (depth == 1 || depth == 8 || depth == 32));
  quiet_leptonica();
  return adopt(pixCreateNoInit(width, height, depth));
}

l_uint32 value_of_level(int depth, std::uint8_t level) {
  if (depth == 1) return level < 128 ? 1 : 0;
  if (depth == 8) return level;
  l_uint32 value = 0;
  composeRGBPixel(level, level, level, &value);
  return value;
}

}  // namespace

void quiet_leptonica() {
  [[maybe_unused]] static const l_int32 before = setMsgSeverity(L_SEVERITY_NONE);
}

Bitmap::Bitmap() = default;
Bitmap::~Bitmap() = default;
Bitmap::Bitmap(Bitmap&& other) noexcept = default;
Bitmap& Bitmap::operator=(Bitmap&& other) noexcept = default;
Bitmap::Bitmap(std::unique_ptr<Pixels> pixels) : pixels_(std::move(pixels)) {}

Bitmap Bitmap::blank(int width, int height, int depth, std::uint8_t level) {
  Bitmap bitmap = create(width, height, depth);
  pixSetAllArbitrary(pix_of(bitmap), value_of_level(depth, level));
  return bitmap;
}

Bitmap Bitmap::from_bgra(const void* data, int width, int height, std::ptrdiff_t stride) {
  Bitmap bitmap = create(width, height, 32);
  for (int y = 0; y < height; ++y) {
    const auto* from = static_cast<const std::uint8_t*>(data) + y * stride;
    l_uint32* to = row_of(pix_of(bitmap), y);
    for (int x = 0; x < width; ++x, from += 4) {
      to[x] = (l_uint32{from[2]} << L_RED_SHIFT) | (l_uint32{from[1]} << L_GREEN_SHIFT) |
              (l_uint32{from[0]} << L_BLUE_SHIFT);
    }
  }
  return bitmap;
}

Bitmap Bitmap::from_bgra_or_gray(const void* data, int width, int height, std::ptrdiff_t stride) {
  for (int y = 0; y < height; ++y) {
    const auto* from = static_cast<const std::uint8_t*>(data) + y * stride;
    unsigned colour = 0;
    for (int x = 0; x < width; ++x)
      colour |= static_cast<unsigned>(from[4 * x] ^ from[4 * x + 1]) |
                static_cast<unsigned>(from[4 * x + 1] ^ from[4 * x + 2]);
    if (colour != 0) return from_bgra(data, width, height, stride);
  }
  Bitmap bitmap = create(width, height, 8);
  for (int y = 0; y < height; ++y) {
    const auto* from = static_cast<const std::uint8_t*>(data) + y * stride;
    l_uint32* to = row_of(pix_of(bitmap), y);
    int x = 0;
    for (; x + 4 <= width; x += 4, from += 16)
      to[x / 4] = (l_uint32{from[0]} << 24) | (l_uint32{from[4]} << 16) | (l_uint32{from[8]} << 8) | from[12];
    for (; x < width; ++x, from += 4) SET_DATA_BYTE(to, x, from[0]);
  }
  return bitmap;
}

Bitmap Bitmap::from_gray(const void* data, int width, int height, std::ptrdiff_t stride) {
  Bitmap bitmap = create(width, height, 8);
  for (int y = 0; y < height; ++y) {
    const auto* from = static_cast<const std::uint8_t*>(data) + y * stride;
    l_uint32* to = row_of(pix_of(bitmap), y);
    int x = 0;
    for (; x + 4 <= width; x += 4)
      to[x / 4] = (l_uint32{from[x]} << 24) | (l_uint32{from[x + 1]} << 16) | (l_uint32{from[x + 2]} << 8) |
                  from[x + 3];
    for (; x < width; ++x) SET_DATA_BYTE(to, x, from[x]);
  }
  return bitmap;
}

Bitmap Bitmap::from_bits(const void* data, int width, int height, std::ptrdiff_t stride, Ink ink) {
  Bitmap bitmap = blank(width, height, 1);
  const int flip = ink == Ink::kIsZero ? 0xff : 0;
  for (int y = 0; y < height; ++y) {
    const auto* from = static_cast<const std::uint8_t*>(data) + y * stride;
    l_uint32* to = row_of(pix_of(bitmap), y);
    for (int i = 0; i < (width + 7) / 8; ++i) SET_DATA_BYTE(to, i, from[i] ^ flip);
  }
  pixSetPadBits(pix_of(bitmap), 0);
  return bitmap;
}

int Bitmap::width() const {
  return empty() ? 0 : pixGetWidth(pixels_->pix);
}
int Bitmap::height() const {
  return empty() ? 0 : pixGetHeight(pixels_->pix);
}
int Bitmap::depth() const {
  return empty() ? 0 : pixGetDepth(pixels_->pix);
}

Bitmap Bitmap::copy() const {
  return adopt(pixCopy(nullptr, pixels_->pix));
}

Bitmap Bitmap::to_gray() const {
  if (depth() == 32) return adopt(pixConvertRGBToLuminance(pixels_->pix));
  return adopt(depth() == 1 ? pixConvert1To8(nullptr, pixels_->pix, 255, 0) : pixCopy(nullptr, pixels_->pix));
}

Bitmap Bitmap::to_colour() const {
  return adopt(pixConvertTo32(pixels_->pix));
}

Bitmap Bitmap::darkest_channel() const {
  if (depth() != 32) return to_gray();
  Bitmap result = create(width(), height(), 8);
  for (int y = 0; y < height(); ++y) {
    const l_uint32* from = row_of(pixels_->pix, y);
    l_uint32* to = row_of(pix_of(result), y);
    for (int x = 0; x < width(); ++x) {
      const l_uint32 red = from[x] >> L_RED_SHIFT;
      const l_uint32 green = (from[x] >> L_GREEN_SHIFT) & 0xff;
      const l_uint32 blue = (from[x] >> L_BLUE_SHIFT) & 0xff;
      SET_DATA_BYTE(to, x, std::min({red, green, blue}));
    }
  }
  return result;
}

Bitmap Bitmap::crop(const PixelBox& box) const {
  const PixelBox part = intersection(box, bounds());
  assert(!part.empty());
  Bitmap result = create(part.width(), part.height(), depth());
  pixRasterop(pix_of(result), 0, 0, part.width(), part.height(), PIX_SRC, pixels_->pix, part.x0, part.y0);
  return result;
}

Bitmap Bitmap::padded(int pixels, std::uint8_t level) const {
  Bitmap larger = blank(width() + 2 * pixels, height() + 2 * pixels, depth(), level);
  pixRasterop(larger.pixels_->pix, pixels, pixels, width(), height(), PIX_SRC, pixels_->pix, 0, 0);
  return larger;
}

Bitmap Bitmap::scaled(double factor_x, double factor_y) const {
  assert(factor_x > 0 && factor_y > 0);
  if (depth() == 1) return to_gray().scaled(factor_x, factor_y);
  const auto fx = static_cast<float>(factor_x);
  const auto fy = static_cast<float>(factor_y);
  if (factor_x <= 1 && factor_y <= 1) return adopt(pixScaleAreaMap(pixels_->pix, fx, fy));
  return adopt(pixScaleLI(pixels_->pix, fx, fy));
}

Bitmap Bitmap::rotated(int quarter_turns_clockwise) const {
  return adopt(pixRotateOrth(pixels_->pix, ((quarter_turns_clockwise % 4) + 4) % 4));
}

Bitmap Bitmap::turned(double degrees_clockwise) const {
  const auto radians = static_cast<float>(degrees_clockwise * std::numbers::pi / 180);
  const int how = depth() == 1 ? L_ROTATE_SAMPLING : L_ROTATE_AREA_MAP;
  return adopt(pixRotate(pixels_->pix, radians, how, L_BRING_IN_WHITE, 0, 0));
}

Bitmap Bitmap::binarised(int threshold) const {
  if (depth() == 1) return copy();
  if (depth() == 32) return to_gray().binarised(threshold);
  return adopt(pixThresholdToBinary(pixels_->pix, std::clamp(threshold, 0, 256)));
}

void Bitmap::fill(const PixelBox& box, std::uint8_t level) {
  const PixelBox part = intersection(box, bounds());
  if (part.empty()) return;
  BOX* where = boxCreate(part.x0, part.y0, part.width(), part.height());
  pixSetInRectArbitrary(pixels_->pix, where, value_of_level(depth(), level));
  boxDestroy(&where);
}

void Bitmap::negate() {
  pixInvert(pixels_->pix, pixels_->pix);
  if (depth() == 1) pixSetPadBits(pixels_->pix, 0);
}

}  // namespace vaughn::image
