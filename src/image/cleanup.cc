// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/image/cleanup.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

#include "image/pixels.h"

namespace vaughn::image {
namespace {

constexpr double kDarkPaper = 215;
constexpr double kUnevenPaper = 25;
constexpr float kSureOfTurned = 13;  // standard deviations; Leptonica's own bound is 8

struct KernelDeleter {
  void operator()(L_KERNEL* kernel) const { kernelDestroy(&kernel); }
};
using KernelPtr = std::unique_ptr<L_KERNEL, KernelDeleter>;

using Counts = std::array<int, 256>;

int quantile_of(const Counts& counts, int total, double share) {
  int seen = 0;
  for (int level = 0; level < 256; ++level) {
    seen += counts[static_cast<std::size_t>(level)];
    if (seen > share * total) return level;
  }
  return 255;
}

template <class T>
T nth_share(std::vector<T> values, double share) {
  const auto at =
      values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

}  // namespace

bool Paper::needs_flattening() const {
  return !two_tone && (level < kDarkPaper || spread > kUnevenPaper);
}

Paper measure_paper(const Bitmap& page) {
  constexpr int kParts = 12;  // each way
  constexpr int kStep = 3;    // every third pixel each way will do
  constexpr double kBetween = 0.02;
  const Bitmap converted = page.depth() == 8 ? Bitmap() : page.to_gray();
  PIX* pix = pix_of(page.depth() == 8 ? page : std::as_const(converted));
  const int width = page.width(), height = page.height();
  std::vector<int> levels;
  double between = 0, all = 0;
  for (int part_y = 0; part_y < kParts; ++part_y) {
    for (int part_x = 0; part_x < kParts; ++part_x) {
      Counts counts{};
      int total = 0;
      for (int y = part_y * height / kParts; y < (part_y + 1) * height / kParts; y += kStep) {
        const l_uint32* row = row_of(pix, y);
        for (int x = part_x * width / kParts; x < (part_x + 1) * width / kParts; x += kStep) {
          ++counts[GET_DATA_BYTE(row, x)];
          ++total;
        }
      }
      if (total == 0) continue;
      all += total;
      for (std::size_t level = 16; level < 240; ++level) between += counts[level];
      // Letters take less than half of any part; the lighter half is paper.
      levels.push_back(quantile_of(counts, total, .75));
    }
  }
  Paper paper;
  if (levels.empty()) return paper;
  paper.level = nth_share(levels, .5);
  paper.spread = nth_share(levels, .9) - nth_share(levels, .1);
  paper.two_tone = between < kBetween * all;
  return paper;
}

Bitmap smoothed(const Bitmap& gray) {
  assert(gray.depth() == 8);
  L_KERNEL *across = nullptr, *down = nullptr;
  if (makeGaussianKernelSep(2, 2, 1.4f, 1.0f, &across, &down) != 0) throw std::bad_alloc();
  const KernelPtr owned_across(across), owned_down(down);
  return adopt(pixConvolveSep(pix_of(gray), across, down, 8, 1));
}

Bitmap flattened(const Bitmap& page) {
  quiet_leptonica();
  const Bitmap gray = page.to_gray();
  // Null on a page too small for it to find a ground on.
  PIX* even = pixBackgroundNormSimple(pix_of(gray), nullptr, nullptr);
  return even == nullptr ? smoothed(gray) : smoothed(adopt(even));
}

Bitmap without_specks(const Bitmap& gray, int level, int largest) {
  assert(gray.depth() == 8);
  quiet_leptonica();
  const PixPtr ink(pixThresholdToBinary(pix_of(gray), level));
  if (ink == nullptr) throw std::bad_alloc();
  const PixPtr kept(
      pixSelectBySize(ink.get(), largest + 1, largest + 1, 8, L_SELECT_IF_EITHER, L_SELECT_IF_GTE, nullptr));
  if (kept == nullptr) throw std::bad_alloc();
  const PixPtr specks(pixSubtract(nullptr, ink.get(), kept.get()));
  if (specks == nullptr) throw std::bad_alloc();
  // Their soft edges go with them, but nothing of a letter beside them.
  const PixPtr wide(pixDilateBrick(nullptr, specks.get(), 3, 3));
  if (wide == nullptr) throw std::bad_alloc();
  pixSubtract(wide.get(), wide.get(), kept.get());
  Bitmap clean = gray.copy();
  pixSetMasked(pix_of(clean), wide.get(), 255);
  return clean;
}

std::optional<int> turns_to_upright(const Bitmap& ink) {
  assert(ink.depth() == 1);
  quiet_leptonica();
  float up = 0, left = 0;
  l_int32 orientation = L_TEXT_ORIENT_UNKNOWN;
  if (pixOrientDetect(pix_of(ink), &up, &left, 0, 0) != 0) return std::nullopt;
  if (makeOrientDecision(up, left, 0, 0, &orientation, 0) != 0) return std::nullopt;
  // Most pages are upright; it takes more to say that one is not. Lines of digits make 11 out of nothing.
  if (orientation != L_TEXT_ORIENT_UP && std::max(std::abs(up), std::abs(left)) < kSureOfTurned)
    return std::nullopt;
  switch (orientation) {
    case L_TEXT_ORIENT_UP:
      return 0;
    case L_TEXT_ORIENT_LEFT:  // as after three quarter turns clockwise
      return 1;
    case L_TEXT_ORIENT_DOWN:
      return 2;
    case L_TEXT_ORIENT_RIGHT:
      return 3;
    default:
      return std::nullopt;
  }
}

}  // namespace vaughn::image
