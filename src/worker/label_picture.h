// SPDX-License-Identifier: GPL-3.0-or-later
// The label of a cover as a small picture that can be recognised: dark letters on white paper, whatever
// colours it was printed in.
#ifndef VAUGHN_WORKER_LABEL_PICTURE_H_
#define VAUGHN_WORKER_LABEL_PICTURE_H_

#include <optional>

#include "vaughn/image/bitmap.h"
#include "vaughn/redaction/cover_detector.h"

namespace vaughn::worker {

// Small letters are mostly edge, and faint unless their edges count; larger ones run into each other when
// they do.
enum class Weight { kPlain, kBold };

struct LabelPicture {
  image::Bitmap picture;     // depth 8, black on white, just around the letters
  double letter_height = 0;  // pixels, of its capitals and digits

  // Enlarged so that its letters are as high as asked, with white about it: letters at the very edge are
  // misread.
  image::Bitmap at_letter_height(double pixels, Weight weight = Weight::kPlain) const;
};

// What is printed inside the cover, dark on its fill or light on it; nothing when there is no more than
// specks. page is the bitmap that scale belongs to.
std::optional<LabelPicture> label_picture(const redaction::Cover& cover, const image::Bitmap& page,
                                          const image::Scale& scale);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_LABEL_PICTURE_H_
