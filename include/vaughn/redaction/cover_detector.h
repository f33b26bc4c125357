// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the covered regions of a page in its pixels alone, whatever drew them.
#ifndef VAUGHN_REDACTION_COVER_DETECTOR_H_
#define VAUGHN_REDACTION_COVER_DETECTOR_H_

#include <vector>

#include "vaughn/image/bitmap.h"
#include "vaughn/model/redaction.h"

namespace vaughn::redaction {

struct Cover {
  Box box;                             // points; of an outlined cover with its border
  CoverKind kind = CoverKind::kSolid;  // never kPatch or kPage
  double confidence = 0;               // 0 to 1
  int level = 0;                       // of the interior, 0 black to 255 white, darkest channel
  bool uniform = true;                 // nothing but that level inside: no code, no text
  std::vector<Box> parts;              // the rectangles that box is around, when they are several
  Points text_height = 0;              // of the page's type, between the height of an x and that of a capital
};

// In reading order of their top left corners. A bitmap larger than about 200 dpi of a letter page is scaled
// down inside; smaller ones are taken as they are. scale is that of the bitmap given.
std::vector<Cover> find_covers(const image::Bitmap& page, const image::Scale& scale);

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_COVER_DETECTOR_H_
