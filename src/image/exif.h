// SPDX-License-Identifier: GPL-3.0-or-later
// The one thing we need from EXIF: which way up a JPEG photograph is.
#ifndef VAUGHN_IMAGE_EXIF_H_
#define VAUGHN_IMAGE_EXIF_H_

#include <string_view>

namespace vaughn::image {

// The orientation of EXIF 2.3 §4.6.4 (tag 0x0112), 1 to 8, from the bytes of a JPEG file; 1 when it says
// nothing.
int exif_orientation(std::string_view jpeg);

}  // namespace vaughn::image

#endif  // VAUGHN_IMAGE_EXIF_H_
