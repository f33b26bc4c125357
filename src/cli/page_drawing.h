// SPDX-License-Identifier: GPL-3.0-or-later
// What show --image draws: a page with its redactions in colours by exemption, and a legend below it.
#ifndef VAUGHN_CLI_PAGE_DRAWING_H_
#define VAUGHN_CLI_PAGE_DRAWING_H_

#include <vector>

#include "vaughn/image/bitmap.h"
#include "vaughn/store/reader.h"
#include "vaughn/worker/page_picture.h"

namespace vaughn::cli {

// A copy of the page. Each redaction has its number in the page's list, an outline in the colour of its
// exemption, one about the other where it has several (dashed when no code of it is certain), and a second
// one when text can still be had from under it. Colours are those of Okabe and Ito (2008), which colour-blind
// people tell apart. Hits are words that were looked for, which are tinted.
image::Bitmap marked_page(const store::PageRow& row, const std::vector<Box>& hits,
                          const worker::PagePicture& page);

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_PAGE_DRAWING_H_
