// SPDX-License-Identifier: GPL-3.0-or-later
// Pages that came as image files: TIFF (several pages), PNG, JPEG, JPEG 2000.
#ifndef VAUGHN_IMAGE_IMAGE_FILE_H_
#define VAUGHN_IMAGE_IMAGE_FILE_H_

#include <filesystem>

#include "vaughn/base/result.h"
#include "vaughn/image/bitmap.h"
#include "vaughn/model/page_number.h"
#include "vaughn/model/source.h"

namespace vaughn::image {

struct Frame {
  Bitmap bitmap;             // upright, with square pixels; alpha is blended on white
  double dpi = 0;            // of bitmap, in both directions
  double full_dpi = 0;       // the same unless the bitmap was made smaller to keep a limit: that of the file
  bool dpi_guessed = false;  // the file said nothing or nonsense: its long side is taken to be 11 inches
  bool stretched = false;  // its dots were not square, as those of a fax are not: edges come in uneven steps
};

// While these run, what the decoders print to descriptor 2 is caught and becomes part of the problem's cause;
// other threads' messages would be caught as well. Precondition: format is not kPdf.

// 1 for everything but TIFF. kUnreadable, kEmptyFile, kDamaged.
Result<int> count_frames(const std::filesystem::path& path, SourceFormat format);

// A picture of more than max_megapixels comes at a lower resolution. kPageTooLarge, when what would fit is
// too coarse to be read or when it cannot even be decoded in memory, is decided from the header, before
// anything is decoded. kTruncated when the data end early, otherwise kDamaged.
Result<Frame> load_frame(const std::filesystem::path& path, SourceFormat format, PageIndex page,
                         double max_megapixels);

}  // namespace vaughn::image

#endif  // VAUGHN_IMAGE_IMAGE_FILE_H_
