// SPDX-License-Identifier: GPL-3.0-or-later
// Codes that stand by themselves on a scan, in a margin or near a box, each line of them recognised alone:
// recognition of the whole page loses two of three, and the numbers behind them.
#ifndef VAUGHN_WORKER_MARGIN_CODES_H_
#define VAUGHN_WORKER_MARGIN_CODES_H_

#include <vector>

#include "vaughn/image/bitmap.h"
#include "vaughn/model/exemption.h"
#include "vaughn/model/redaction.h"
#include "vaughn/ocr/recogniser.h"
#include "vaughn/redaction/code_reader.h"

namespace vaughn::worker {

// A line of a scan that may be codes.
struct CodeLine {
  Box box;
  redaction::CodePlace place = redaction::CodePlace::kMargin;
};

// Short lines of marks with clear paper before and behind them.
std::vector<Box> lone_lines(const std::vector<Box>& marks);

// Those in a margin, and those as close to a redaction without a code, or to a code in the open, as the rest
// of its label would stand. Each once, from the top of the page down; none of a margin that is a column of
// text.
std::vector<CodeLine> lines_worth_reading(const std::vector<Box>& lines, Points page_width,
                                          const std::vector<Redaction>& redactions,
                                          const std::vector<ExemptionCode>& open_codes);

std::vector<ExemptionCode> read_code_lines(const std::vector<CodeLine>& lines, const image::Bitmap& page,
                                           const image::Scale& scale, redaction::CodeContext context,
                                           ocr::Recogniser& recogniser);

// Those of the first list, and those of the second that stand elsewhere.
std::vector<ExemptionCode> prefer(std::vector<ExemptionCode> better,
                                  const std::vector<ExemptionCode>& others);

// Two or three letters that must be repaired to be a code ("Bs", "bl") are noise unless the page has that
// code in plain letters. Takes them out. Returns those that are a ground all the same, if not known which,
// for they have its number: "b7e", where the last letter may be a c.
std::vector<ExemptionCode> take_unsupported(std::vector<ExemptionCode>* codes);

// The FBI numbers all codes of a page or none: one without a number, read by recognition of the page among
// numbered ones, has lost it.
void doubt_unnumbered(std::vector<ExemptionCode>* codes);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_MARGIN_CODES_H_
