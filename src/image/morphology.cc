// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/image/morphology.h"

#include <algorithm>
#include <bit>
#include <cassert>

#include "image/pixels.h"

namespace vaughn::image {
namespace {

struct Step {
  int x = 0, y = 0;
};

// target(p) = target(p) op target(p + step), where the page ends leaving target alone. A copy is needed
// because the rasterop would read what it has just written.
void combine_shifted(PIX* target, PIX* scratch, Step step, int op) {
  pixCopy(scratch, target);
  pixRasterop(target, -step.x, -step.y, pixGetWidth(target), pixGetHeight(target), op, scratch, 0, 0);
}

// Combines each pixel with its length - 1 followers in direction step by doubling, so that length costs only
// its logarithm in passes.
void combine_window(PIX* target, PIX* scratch, Step direction, int length, int op) {
  int reached = 1;
  while (reached < length) {
    const int jump = std::min(reached, length - reached);
    combine_shifted(target, scratch, {direction.x * jump, direction.y * jump}, op);
    reached += jump;
  }
}

// The bits of a word that stand for its pixels from first up to end (excluded); either may lie outside the
// word.
l_uint32 bits_between(int first, int end) {
  l_uint32 bits = ~l_uint32{0};
  if (first > 0) bits &= ~l_uint32{0} >> first;
  if (end < 32) bits &= ~l_uint32{0} << (32 - end);
  return bits;
}

Bitmap combined(const Bitmap& a, const Bitmap& b, int op) {
  assert(a.width() == b.width() && a.height() == b.height());
  Bitmap result = a.copy();
  pixRasterop(pix_of(result), 0, 0, a.width(), a.height(), op, pix_of(b), 0, 0);
  return result;
}

}  // namespace

Bitmap brick_corners(const Bitmap& mask, int width, int height) {
  Bitmap result = mask.copy();
  if (width > mask.width() || height > mask.height()) {
    pixClearAll(pix_of(result));
    return result;
  }
  const PixPtr scratch(pixCreateTemplate(pix_of(mask)));
  if (scratch == nullptr) throw std::bad_alloc();
  combine_window(pix_of(result), scratch.get(), {0, 1}, height, PIX_SRC & PIX_DST);
  combine_window(pix_of(result), scratch.get(), {1, 0}, width, PIX_SRC & PIX_DST);
  // Bricks that would reach beyond the right or lower edge were not tested whole.
  result.fill({mask.width() - width + 1, 0, mask.width(), mask.height()}, 255);
  result.fill({0, mask.height() - height + 1, mask.width(), mask.height()}, 255);
  return result;
}

Bitmap opened(const Bitmap& mask, int width, int height) {
  Bitmap result = brick_corners(mask, width, height);
  const PixPtr scratch(pixCreateTemplate(pix_of(mask)));
  if (scratch == nullptr) throw std::bad_alloc();
  combine_window(pix_of(result), scratch.get(), {-1, 0}, width, PIX_SRC | PIX_DST);
  combine_window(pix_of(result), scratch.get(), {0, -1}, height, PIX_SRC | PIX_DST);
  return result;
}

Bitmap closed(const Bitmap& mask, int width, int height) {
  return adopt(pixCloseSafeBrick(nullptr, pix_of(mask), width, height));
}

Bitmap dilated(const Bitmap& mask, int width, int height) {
  return adopt(pixDilateBrick(nullptr, pix_of(mask), width, height));
}

bool ink_at(const Bitmap& mask, int x, int y) {
  return GET_DATA_BIT(row_of(pix_of(mask), y), x) != 0;
}

long long ink_count(const Bitmap& mask, const PixelBox& box) {
  const PixelBox part = intersection(box, mask.bounds());
  long long count = 0;
  for (int y = part.y0; y < part.y1; ++y) {
    const l_uint32* words = row_of(pix_of(mask), y);
    for (int base = part.x0 / 32 * 32; base < part.x1; base += 32) {
      count += std::popcount(words[base / 32] & bits_between(part.x0 - base, part.x1 - base));
    }
  }
  return count;
}

double inked_columns(const Bitmap& mask, const PixelBox& box) {
  const PixelBox part = intersection(box, mask.bounds());
  if (part.empty()) return 0;
  long long count = 0;
  for (int base = part.x0 / 32 * 32; base < part.x1; base += 32) {
    l_uint32 any = 0;
    for (int y = part.y0; y < part.y1; ++y) any |= row_of(pix_of(mask), y)[base / 32];
    count += std::popcount(any & bits_between(part.x0 - base, part.x1 - base));
  }
  return static_cast<double>(count) / part.width();
}

double inked_rows(const Bitmap& mask, const PixelBox& box) {
  const PixelBox part = intersection(box, mask.bounds());
  if (part.empty()) return 0;
  int count = 0;
  for (int y = part.y0; y < part.y1; ++y) count += ink_count(mask, {part.x0, y, part.x1, y + 1}) > 0 ? 1 : 0;
  return static_cast<double>(count) / part.height();
}

Bitmap united(const Bitmap& a, const Bitmap& b) {
  return combined(a, b, PIX_SRC | PIX_DST);
}
Bitmap intersected(const Bitmap& a, const Bitmap& b) {
  return combined(a, b, PIX_SRC & PIX_DST);
}
Bitmap without(const Bitmap& a, const Bitmap& b) {
  return combined(a, b, PIX_NOT(PIX_SRC) & PIX_DST);
}

}  // namespace vaughn::image
