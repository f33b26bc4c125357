// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/image/gray_plane.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstring>

#include "image/pixels.h"

namespace vaughn::image {
namespace {

// How one row or column of the small picture is made of those of the large one: whole ones, weighted 0 to
// 256.
struct Share {
  int first = 0, last = 0;  // inclusive
  int first_weight = 256, last_weight = 256;
  int total = 256;
};

std::vector<Share> shares_of(int from, int to) {
  std::vector<Share> shares(static_cast<std::size_t>(to));
  const double step = static_cast<double>(from) / to;
  for (int i = 0; i < to; ++i) {
    const double begin = i * step, end = std::min<double>(from, (i + 1) * step);
    Share& share = shares[static_cast<std::size_t>(i)];
    share.first = std::min(from - 1, static_cast<int>(begin));
    share.last = std::clamp(static_cast<int>(std::ceil(end)) - 1, share.first, from - 1);
    share.first_weight =
        static_cast<int>(std::lround(256 * (std::min<double>(end, share.first + 1) - begin)));
    share.last_weight = static_cast<int>(std::lround(256 * (end - share.last)));
    share.total = share.first == share.last
                      ? share.first_weight
                      : share.first_weight + share.last_weight + 256 * (share.last - share.first - 1);
    if (share.total <= 0) share = {share.first, share.first, 256, 256, 256};
  }
  return shares;
}

// A row of the bitmap as bytes of its darkest channel.
void read_row(const Bitmap& bitmap, int y, std::uint8_t* to) {
  const l_uint32* from = row_of(pix_of(bitmap), y);
  const int width = bitmap.width();
  if (bitmap.depth() == 32) {
    for (int x = 0; x < width; ++x) {
      const auto red = static_cast<std::uint8_t>(from[x] >> L_RED_SHIFT);
      const auto green = static_cast<std::uint8_t>(from[x] >> L_GREEN_SHIFT);
      const auto blue = static_cast<std::uint8_t>(from[x] >> L_BLUE_SHIFT);
      to[x] = std::min(std::min(red, green), blue);
    }
  } else if (bitmap.depth() == 8) {
    int x = 0;
    for (; x + 4 <= width; x += 4) {
      const l_uint32 word = from[x / 4];
      for (int i = 0; i < 4; ++i) to[x + i] = static_cast<std::uint8_t>(word >> (24 - 8 * i));
    }
    for (; x < width; ++x) to[x] = static_cast<std::uint8_t>(GET_DATA_BYTE(from, x));
  } else {
    for (int x = 0; x < width; ++x) to[x] = GET_DATA_BIT(from, x) != 0 ? 0 : 255;
  }
}

// Adds weight times a row to the sums.
void add_row(const std::uint8_t* row, std::uint32_t weight, std::vector<std::uint32_t>& sums) {
  for (std::size_t x = 0; x < sums.size(); ++x) sums[x] += weight * row[x];
}

// Shrinks a row of sums, each of them rows_total times a level, sideways to levels.
void shrink_row(const std::vector<std::uint32_t>& sums, const std::vector<Share>& columns, int rows_total,
                std::uint8_t* to) {
  for (std::size_t x = 0; x < columns.size(); ++x) {
    const Share& share = columns[x];
    const std::uint32_t* from = sums.data() + share.first;
    float sum = static_cast<float>(from[0]) * static_cast<float>(share.first_weight);
    const int count = share.last - share.first;
    for (int i = 1; i < count; ++i) sum += 256.0f * static_cast<float>(from[i]);
    if (count > 0) sum += static_cast<float>(from[count]) * static_cast<float>(share.last_weight);
    to[x] = static_cast<std::uint8_t>(
        sum / (static_cast<float>(share.total) * static_cast<float>(rows_total)) + .5f);
  }
}

// Bits of 32 pixels from their flags, 0 or 1, the leftmost highest.
l_uint32 packed(const std::uint8_t* flags) {
  l_uint32 word = 0;
  if constexpr (std::endian::native == std::endian::little) {
    for (int i = 0; i < 32; i += 8) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, flags + i, 8);
      // Shifts flag number n of the eight to bit 63 - n; the products of all do not meet.
      word = word << 8 | static_cast<l_uint32>(eight * 0x8040201008040201u >> 56);
    }
  } else {
    for (int i = 0; i < 32; ++i) word = word << 1 | flags[i];
  }
  return word;
}

// flags is padded to whole words with zeros.
void pack_row(const std::vector<std::uint8_t>& flags, l_uint32* words) {
  for (std::size_t x = 0; x < flags.size(); x += 32) words[x / 32] = packed(flags.data() + x);
}

std::vector<std::uint8_t> flags_for(int width) {
  return std::vector<std::uint8_t>(static_cast<std::size_t>((width + 31) / 32 * 32));
}

// out[i] = the larger of a[i] and b[i].
void larger_of(const std::uint8_t* a, const std::uint8_t* b, std::uint8_t* out, int count) {
  for (int i = 0; i < count; ++i) out[i] = a[i] > b[i] ? a[i] : b[i];
}

}  // namespace

GrayPlane GrayPlane::darkest_of(const Bitmap& bitmap, double factor) {
  assert(factor > 0 && factor <= 1);
  const int width = std::max(1, static_cast<int>(std::lround(bitmap.width() * factor)));
  const int height = std::max(1, static_cast<int>(std::lround(bitmap.height() * factor)));
  GrayPlane plane(
      width, height,
      std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height)));
  if (width == bitmap.width() && height == bitmap.height()) {
    for (int y = 0; y < height; ++y) read_row(bitmap, y, plane.row(y));
    return plane;
  }
  const std::vector<Share> columns = shares_of(bitmap.width(), width);
  const std::vector<Share> rows = shares_of(bitmap.height(), height);
  std::vector<std::uint8_t> large(static_cast<std::size_t>(bitmap.width()));
  std::vector<std::uint32_t> sums(large.size());
  for (int y = 0; y < height; ++y) {
    const Share& share = rows[static_cast<std::size_t>(y)];
    std::fill(sums.begin(), sums.end(), 0u);
    for (int from = share.first; from <= share.last; ++from) {
      const int weight = from == share.first  ? share.first_weight
                         : from == share.last ? share.last_weight
                                              : 256;
      read_row(bitmap, from, large.data());
      add_row(large.data(), static_cast<std::uint32_t>(weight), sums);
    }
    shrink_row(sums, columns, share.total, plane.row(y));
  }
  return plane;
}

GrayPlane::Histogram GrayPlane::histogram(const PixelBox& box) const {
  const PixelBox part = intersection(box, bounds());
  // Four at once: a run of one level would make each count wait for the one before.
  std::array<Histogram, 4> lanes{};
  for (int y = part.y0; y < part.y1; ++y) {
    const std::uint8_t* levels = row(y);
    int x = part.x0;
    for (; x + 4 <= part.x1; x += 4) {
      for (int lane = 0; lane < 4; ++lane) ++lanes[static_cast<std::size_t>(lane)][levels[x + lane]];
    }
    for (; x < part.x1; ++x) ++lanes[0][levels[x]];
  }
  Histogram histogram{};
  for (std::size_t level = 0; level < 256; ++level) {
    histogram[level] = lanes[0][level] + lanes[1][level] + lanes[2][level] + lanes[3][level];
  }
  return histogram;
}

Bitmap GrayPlane::between(int low, int high) const {
  quiet_leptonica();
  Bitmap mask = adopt(pixCreate(width_, height_, 1));
  if (high <= low) return mask;
  const auto first = static_cast<std::uint8_t>(std::clamp(low, 0, 255));
  const auto last = static_cast<std::uint8_t>(std::clamp(high - 1, 0, 255) - first);
  std::vector<std::uint8_t> flags = flags_for(width_);
  for (int y = 0; y < height_; ++y) {
    const std::uint8_t* levels = row(y);
    for (int x = 0; x < width_; ++x)
      flags[static_cast<std::size_t>(x)] = static_cast<std::uint8_t>(levels[x] - first) <= last ? 1 : 0;
    pack_row(flags, row_of(pix_of(mask), y));
  }
  return mask;
}

Bitmap GrayPlane::thin_dark(int size, int contrast) const {
  assert(size % 2 == 1);
  const int half = size / 2;
  const auto padded = static_cast<std::size_t>(width_ + 2 * half);
  // The brightest sideways, row by row, in a ring of the rows that the brightest up and down needs.
  std::vector<std::vector<std::uint8_t>> ring(static_cast<std::size_t>(size),
                                              std::vector<std::uint8_t>(stride()));
  std::vector<std::uint8_t> line(padded), brightest(stride()), flags = flags_for(width_);
  const auto least = static_cast<std::uint8_t>(contrast);
  const auto load = [&](int y) {
    std::fill(line.begin(), line.end(), std::uint8_t{0});
    std::copy(row(y), row(y) + width_, line.begin() + half);
    std::vector<std::uint8_t>& out = ring[static_cast<std::size_t>(y % size)];
    std::copy(line.begin(), line.begin() + width_, out.begin());
    for (int shift = 1; shift < size; ++shift) larger_of(out.data(), line.data() + shift, out.data(), width_);
  };
  Bitmap mask = adopt(pixCreate(width_, height_, 1));
  for (int y = 0; y < std::min(half, height_); ++y) load(y);
  for (int y = 0; y < height_; ++y) {
    if (y + half < height_) load(y + half);
    const int first = std::max(0, y - half), last = std::min(height_ - 1, y + half);
    brightest = ring[static_cast<std::size_t>(first % size)];
    for (int other = first + 1; other <= last; ++other) {
      larger_of(brightest.data(), ring[static_cast<std::size_t>(other % size)].data(), brightest.data(),
                width_);
    }
    const std::uint8_t* levels = row(y);
    for (std::size_t x = 0; x < brightest.size(); ++x) {
      const auto darker = static_cast<std::uint8_t>(brightest[x] - levels[x]);
      flags[x] = darker > least ? 1 : 0;
    }
    pack_row(flags, row_of(pix_of(mask), y));
  }
  return mask;
}

int quantile(const GrayPlane::Histogram& histogram, double share) {
  long long total = 0;
  for (const int count : histogram) total += count;
  const double wanted = share * static_cast<double>(total);
  long long seen = 0;
  for (int level = 0; level < 256; ++level) {
    seen += histogram[static_cast<std::size_t>(level)];
    if (total > 0 && static_cast<double>(seen) > wanted) return level;
  }
  return 255;
}

}  // namespace vaughn::image
