// SPDX-License-Identifier: GPL-3.0-or-later
// Codes that stand in the open, outside every cover: beside one, in the margin, on a sheet, in prose.
#ifndef VAUGHN_WORKER_OPEN_CODES_H_
#define VAUGHN_WORKER_OPEN_CODES_H_

#include <vector>

#include "vaughn/model/exemption.h"
#include "vaughn/model/text.h"
#include "vaughn/redaction/code_reader.h"

namespace vaughn::worker {

// Each with the box of the words it was read from. context.place is worked out here, line by line.
std::vector<ExemptionCode> codes_among(const TextLayer& words, Points page_width,
                                       redaction::CodeContext context);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_OPEN_CODES_H_
