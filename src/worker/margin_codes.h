// SPDX-License-Identifier: GPL-3.0-or-later
// Codes in the margins of a scan, each line of them recognised alone: recognition of the whole page loses two
// of three.
#ifndef VAUGHN_WORKER_MARGIN_CODES_H_
#define VAUGHN_WORKER_MARGIN_CODES_H_

#include <vector>

#include "vaughn/image/bitmap.h"
#include "vaughn/model/exemption.h"
#include "vaughn/ocr/recogniser.h"
#include "vaughn/redaction/code_reader.h"

namespace vaughn::worker {

// Lines of marks that stand in a margin by themselves, with clear paper between them and the text.
std::vector<Box> margin_lines(const std::vector<Box>& marks, Points page_width);

// context.place is set to the margin here.
std::vector<ExemptionCode> read_margin_codes(const std::vector<Box>& lines, const image::Bitmap& page,
                                             const image::Scale& scale, redaction::CodeContext context,
                                             ocr::Recogniser& recogniser);

// Those of the first list, and those of the second that stand elsewhere.
std::vector<ExemptionCode> prefer(std::vector<ExemptionCode> better,
                                  const std::vector<ExemptionCode>& others);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_MARGIN_CODES_H_
