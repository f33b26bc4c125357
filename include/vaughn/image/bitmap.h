// SPDX-License-Identifier: GPL-3.0-or-later
// A page, or a part of one, as pixels.
#ifndef VAUGHN_IMAGE_BITMAP_H_
#define VAUGHN_IMAGE_BITMAP_H_

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "vaughn/image/pixel_box.h"

namespace vaughn::image {

// Which bit of one-bit memory is ink.
enum class Ink { kIsZero, kIsOne };

struct Levels {
  double mean = 0;    // 0 black to 255 white
  double spread = 0;  // standard deviation
};

// Owns its pixels; moves, and is copied only by copy(). Not shared between threads while it is being changed.
// Depth 1 (a set bit is ink), 8 (grey, 255 is white) or 32 (colour). Levels are always 0 black to 255 white,
// whatever the depth. Boxes may reach beyond the bitmap; only what lies on it counts. Everything but size and
// moves requires a bitmap that is not empty. Throws std::bad_alloc when memory is short.
class Bitmap {
 public:
  Bitmap();  // empty: 0 by 0
  ~Bitmap();
  Bitmap(Bitmap&& other) noexcept;
  Bitmap& operator=(Bitmap&& other) noexcept;

  // One level all over. Preconditions: width, height > 0; depth is 1, 8 or 32.
  static Bitmap blank(int width, int height, int depth, std::uint8_t level = 255);
  // From memory with stride bytes a row. Colour is B, G, R, A a pixel (Cairo's and Poppler's ARGB32 on
  // little-endian machines); A is ignored.
  static Bitmap from_bgra(const void* data, int width, int height, std::ptrdiff_t stride);
  // The same at depth 8 when no pixel has a colour: most pages have none, and all that follows is quicker.
  static Bitmap from_bgra_or_gray(const void* data, int width, int height, std::ptrdiff_t stride);
  static Bitmap from_gray(const void* data, int width, int height, std::ptrdiff_t stride);
  // The leftmost pixel is the highest bit of a byte.
  static Bitmap from_bits(const void* data, int width, int height, std::ptrdiff_t stride, Ink ink);

  bool empty() const { return pixels_ == nullptr; }
  int width() const;
  int height() const;
  int depth() const;
  PixelBox bounds() const { return {0, 0, width(), height()}; }

  Bitmap copy() const;
  Bitmap to_gray() const;    // depth 8, by luminance
  Bitmap to_colour() const;  // depth 32
  // Depth 8: the darkest of the three channels, in which yellow or red is as dark as it is saturated.
  Bitmap darkest_channel() const;
  // Precondition: the box meets the bitmap.
  Bitmap crop(const PixelBox& box) const;
  // Averages areas when shrinking, interpolates when enlarging; one-bit bitmaps become grey.
  Bitmap scaled(double factor) const { return scaled(factor, factor); }
  Bitmap scaled(double factor_x, double factor_y) const;
  Bitmap rotated(int quarter_turns_clockwise) const;
  // By any angle about the centre, same size, white moving in from the edges.
  Bitmap turned(double degrees_clockwise) const;
  // With a rim of so many pixels of one level on every side.
  Bitmap padded(int pixels, std::uint8_t level) const;
  // Depth 1: ink where the level is below threshold.
  Bitmap binarised(int threshold) const;

  void fill(const PixelBox& box, std::uint8_t level);
  void negate();

  // Rows without padding, one byte a pixel, 255 white.
  std::vector<std::uint8_t> gray_bytes() const;
  Levels levels(const PixelBox& box) const;
  // Shares of the box's pixels, 0 to 1; 0 when the box misses the bitmap.
  double fraction_below(int level, const PixelBox& box) const;
  double ink_share(const PixelBox& box) const { return fraction_below(128, box); }
  // Nothing but a few specks: fewer than 3 in 100,000 pixels are darker than half way.
  bool is_blank() const;
  // SHA-256 of size, depth and pixels, lower-case hex; equal for equal pictures whatever file they came from.
  std::string sha256() const;

  // Throws vaughn::Error when the file cannot be written.
  void write_png(const std::filesystem::path& path) const;

  // The library's own form, for the files of src/image only.
  struct Pixels;
  explicit Bitmap(std::unique_ptr<Pixels> pixels);
  const Pixels& pixels() const { return *pixels_; }

 private:
  std::unique_ptr<Pixels> pixels_;
};

}  // namespace vaughn::image

#endif  // VAUGHN_IMAGE_BITMAP_H_
