// SPDX-License-Identifier: GPL-3.0-or-later
// What can be read off a bitmap, and its way into a file.
#include <array>
#include <cmath>
#include <cstring>

#include "image/pixels.h"
#include "vaughn/base/error.h"
#include "vaughn/base/files.h"
#include "vaughn/base/sha256.h"
#include "vaughn/image/bitmap.h"

namespace vaughn::image {
namespace {

using Histogram = std::array<long long, 256>;

Histogram histogram_of(const Bitmap& bitmap, const PixelBox& box) {
  Histogram histogram{};
  const PixelBox part = intersection(box, bitmap.bounds());
  if (part.empty()) return histogram;
  if (bitmap.depth() == 32) {
    const Bitmap gray = bitmap.crop(part).to_gray();
    return histogram_of(gray, gray.bounds());
  }
  for (int y = part.y0; y < part.y1; ++y) {
    const l_uint32* row = row_of(pix_of(bitmap), y);
    for (int x = part.x0; x < part.x1; ++x) {
      ++histogram[bitmap.depth() == 8 ? GET_DATA_BYTE(row, x) : (GET_DATA_BIT(row, x) != 0 ? 0 : 255)];
    }
  }
  return histogram;
}

}  // namespace

std::vector<std::uint8_t> Bitmap::gray_bytes() const {
  if (depth() != 8) return to_gray().gray_bytes();
  const auto w = static_cast<std::size_t>(width());
  std::vector<std::uint8_t> bytes(w * static_cast<std::size_t>(height()));
  std::uint8_t* to = bytes.data();
  for (int y = 0; y < height(); ++y, to += w) {
    const l_uint32* row = row_of(pixels_->pix, y);
    std::size_t x = 0;
    for (; x + 4 <= w; x += 4)
      for (std::size_t i = 0; i < 4; ++i) to[x + i] = static_cast<std::uint8_t>(row[x / 4] >> (24 - 8 * i));
    for (; x < w; ++x) to[x] = static_cast<std::uint8_t>(GET_DATA_BYTE(row, x));
  }
  return bytes;
}

Levels Bitmap::levels(const PixelBox& box) const {
  const Histogram histogram = histogram_of(*this, box);
  double count = 0, sum = 0, squares = 0;
  for (std::size_t level = 0; level < histogram.size(); ++level) {
    const auto n = static_cast<double>(histogram[level]);
    const auto value = static_cast<double>(level);
    count += n;
    sum += n * value;
    squares += n * value * value;
  }
  if (count == 0) return {};
  const double mean = sum / count;
  return {mean, std::sqrt(std::max(0.0, squares / count - mean * mean))};
}

double Bitmap::fraction_below(int level, const PixelBox& box) const {
  const PixelBox part = intersection(box, bounds());
  if (part.empty()) return 0;
  const Histogram histogram = histogram_of(*this, part);
  long long below = 0;
  for (int i = 0; i < std::min(level, 256); ++i) below += histogram[static_cast<std::size_t>(i)];
  return static_cast<double>(below) / static_cast<double>(part.area());
}

bool Bitmap::is_blank() const {
  return ink_share(bounds()) < 3e-5;
}

std::string Bitmap::sha256() const {
  Sha256 hash;
  const std::string head =
      std::to_string(width()) + "x" + std::to_string(height()) + "x" + std::to_string(depth()) + ":";
  hash.update(head.data(), head.size());
  const auto bytes_a_row = static_cast<std::size_t>((static_cast<long long>(width()) * depth() + 7) / 8);
  std::vector<std::uint8_t> bytes(bytes_a_row);
  for (int y = 0; y < height(); ++y) {
    const l_uint32* row = row_of(pixels_->pix, y);
    for (std::size_t i = 0; i < bytes_a_row; ++i) bytes[i] = static_cast<std::uint8_t>(GET_DATA_BYTE(row, i));
    // Neither the fourth byte of a colour nor the bits behind a row's last pixel are part of the picture.
    if (depth() == 32) {
      for (std::size_t i = 3; i < bytes_a_row; i += 4) bytes[i] = 0;
    }
    if (depth() == 1 && width() % 8 != 0) bytes.back() &= static_cast<std::uint8_t>(0xff00 >> (width() % 8));
    hash.update(bytes.data(), bytes.size());
  }
  return hash.finish();
}

void Bitmap::write_png(const std::filesystem::path& path) const {
  l_uint8* data = nullptr;
  std::size_t size = 0;
  if (pixWriteMemPng(&data, &size, pixels_->pix, 0.0f) != 0) {
    throw Error(ErrorCode::kSystem, path.string() + ": the picture could not be written as PNG");
  }
  const std::unique_ptr<l_uint8, decltype(&lept_free)> owner(data, &lept_free);
  write_file(path, std::string_view(static_cast<const char*>(static_cast<const void*>(data)), size));
}

}  // namespace vaughn::image
