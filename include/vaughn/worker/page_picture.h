// SPDX-License-Identifier: GPL-3.0-or-later
// A page as a bitmap, for pictures people look at (show --image). Runs Poppler or Leptonica on the caller's
// process.
#ifndef VAUGHN_WORKER_PAGE_PICTURE_H_
#define VAUGHN_WORKER_PAGE_PICTURE_H_

#include <string>
#include <vector>

#include "vaughn/base/result.h"
#include "vaughn/image/bitmap.h"
#include "vaughn/model/page_number.h"
#include "vaughn/model/source.h"

namespace vaughn::worker {

struct PagePicture {
  image::Bitmap bitmap;
  image::Scale scale;
};

// The page as displayed, about long_side_pixels long.
Result<PagePicture> page_picture(const Source& source, const std::vector<std::string>& passwords,
                                 PageIndex page, int long_side_pixels);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_PAGE_PICTURE_H_
