// SPDX-License-Identifier: GPL-3.0-or-later
// Leptonica's PIX, owned. Everything that includes this file is in src/image.
#ifndef VAUGHN_IMAGE_PIXELS_H_
#define VAUGHN_IMAGE_PIXELS_H_

#include <leptonica/allheaders.h>

#include <memory>
#include <new>

#include "vaughn/image/bitmap.h"

namespace vaughn::image {

struct Bitmap::Pixels {
  explicit Pixels(PIX* owned) : pix(owned) {}
  ~Pixels() { pixDestroy(&pix); }
  Pixels(const Pixels&) = delete;
  Pixels& operator=(const Pixels&) = delete;

  PIX* pix = nullptr;
};

// Leptonica reports through return values; what it would print besides is switched off.
void quiet_leptonica();

// Takes ownership. Leptonica answers null for want of memory, our arguments being checked beforehand.
inline Bitmap adopt(PIX* pix) {
  if (pix == nullptr) throw std::bad_alloc();
  return Bitmap(std::make_unique<Bitmap::Pixels>(pix));
}

inline PIX* pix_of(const Bitmap& bitmap) {
  return bitmap.pixels().pix;
}

inline l_uint32* row_of(PIX* pix, int y) {
  return pixGetData(pix) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix);
}

struct PixDeleter {
  void operator()(PIX* pix) const { pixDestroy(&pix); }
};
using PixPtr = std::unique_ptr<PIX, PixDeleter>;

}  // namespace vaughn::image

#endif  // VAUGHN_IMAGE_PIXELS_H_
