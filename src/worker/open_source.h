// SPDX-License-Identifier: GPL-3.0-or-later
// A source that can be looked into, whether a PDF or an image file: the two differ no further up.
#ifndef VAUGHN_WORKER_OPEN_SOURCE_H_
#define VAUGHN_WORKER_OPEN_SOURCE_H_

#include <memory>
#include <string>
#include <vector>

#include "vaughn/base/result.h"
#include "vaughn/image/bitmap.h"
#include "vaughn/model/source.h"
#include "vaughn/pdf/document.h"

namespace vaughn::worker {

struct PageBitmap {
  image::Bitmap bitmap;
  double dpi = 0;

  image::Scale scale() const { return image::Scale::of_dpi(dpi); }
};

// What a page is before it is looked at as pixels.
struct PagePlan {
  pdf::PageSize size;
  pdf::PageContent content;  // empty for an image file
  double file_dpi = 0;       // image files: the resolution of the picture itself; 0 for PDF
  bool stretched = false;    // image files: its dots were not square
  double full_dpi = 0;       // the same, before it was made smaller to keep a limit
};

class OpenSource {
 public:
  virtual ~OpenSource() = default;
  virtual Result<int> page_count() = 0;
  virtual Result<PagePlan> plan(PageIndex page, double max_megapixels) = 0;
  // An image file comes at its own resolution, whatever dpi says.
  virtual Result<PageBitmap> bitmap(PageIndex page, double dpi, double max_megapixels) = 0;
  virtual std::vector<Problem> take_warnings() = 0;
  // Null for an image file.
  virtual const pdf::Document* document() const = 0;
};

Result<std::unique_ptr<OpenSource>> open_source(const Source& source,
                                                const std::vector<std::string>& passwords);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_OPEN_SOURCE_H_
