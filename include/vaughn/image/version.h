// SPDX-License-Identifier: GPL-3.0-or-later
// Which Leptonica is in use.
#ifndef VAUGHN_IMAGE_VERSION_H_
#define VAUGHN_IMAGE_VERSION_H_

#include <string>

namespace vaughn::image {

std::string leptonica_version();  // "1.82.0"

}  // namespace vaughn::image

#endif  // VAUGHN_IMAGE_VERSION_H_
