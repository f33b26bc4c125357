// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a filled rectangle is a cover: paper around it, one level inside, no words, no punch hole, no scan
// border.
#ifndef VAUGHN_REDACTION_COVER_FILLED_CHECK_H_
#define VAUGHN_REDACTION_COVER_FILLED_CHECK_H_

#include <optional>

#include "redaction/cover_pieces.h"
#include "redaction/cover_sheet.h"

namespace vaughn::redaction {

// The shape a piece was cut from.
struct Origin {
  const image::Bitmap& mask;  // what the piece and its neighbours are made of
  int x = 0, y = 0;           // of the mask on the sheet
  std::size_t pieces = 1;     // the shape was cut into
  double fill = 1;            // of the whole shape in its box
};

// piece.box in pixels of the sheet. Thresholds lie just outside what 98 of 100 true covers of the labelled
// development pages show.
std::optional<Candidate> check_filled(const Sheet& sheet, const Piece& piece, const Origin& origin);

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_COVER_FILLED_CHECK_H_
