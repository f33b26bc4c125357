// SPDX-License-Identifier: GPL-3.0-or-later
// At which resolution a page becomes a bitmap: worked out from what is on it, since page sizes and dpi tags
// lie.
#ifndef VAUGHN_WORKER_RESOLUTION_H_
#define VAUGHN_WORKER_RESOLUTION_H_

#include <optional>
#include <vector>

#include "vaughn/base/result.h"
#include "vaughn/model/page.h"
#include "vaughn/pdf/document.h"

namespace vaughn::worker {

// Share of the page's area that pictures cover, 0 to 1, overlaps counted once.
double picture_share(const pdf::PageSize& size, const std::vector<pdf::PlacedImage>& images);

enum class Purpose {
  kLook,       // find covers, hold text against pixels: about 200 dpi of a letter page
  kRecognise,  // OCR: a scan's own resolution, about 300 dpi of a letter page
};

// kPageTooLarge when even a coarse bitmap would be beyond max_megapixels.
Result<double> choose_dpi(const pdf::PageSize& size, const std::vector<pdf::PlacedImage>& images,
                          Purpose purpose, double max_megapixels);

// Whether a page that could have been read at wanted_dpi was read at a lower one, and why: kLimit.
std::optional<Problem> lower_resolution_note(double dpi, double wanted_dpi, const ReadOptions& options,
                                             const std::optional<Problem>& first_try);

// Of the bitmap that a page which was too much at full resolution is tried on: 150 dpi of a letter page.
inline constexpr double kCoarseMegapixels = 2.1;

// The resolution Tesseract should be told: that of the sheet of paper the bitmap most likely shows. A page
// said to be 21 inches long whose scan has 1,526 pixels is a letter page with a wrong tag.
double paper_dpi(const pdf::PageSize& size, double dpi);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_RESOLUTION_H_
