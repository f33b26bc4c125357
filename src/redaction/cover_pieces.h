// SPDX-License-Identifier: GPL-3.0-or-later
// Takes a merged shape apart into the rectangles a person would have drawn.
#ifndef VAUGHN_REDACTION_COVER_PIECES_H_
#define VAUGHN_REDACTION_COVER_PIECES_H_

#include <span>
#include <vector>

#include "vaughn/image/components.h"

namespace vaughn::redaction {

struct Piece {
  image::PixelBox box;
  double fill = 0;  // share of the box that is part of the shape
};

struct CutRule {
  double u = 0;
  double enough_fill = .97;    // a piece that fills its box so well is left whole
  double least_saving = .035;  // share of the box's area that a cut must save
};

// Boxes on successive lines that touch make a stair-step. The best straight cut is the one after which the
// two parts' bounding boxes cover least; it is made as long as it saves enough. Runs as Components gives
// them.
std::vector<Piece> cut_into_rectangles(std::span<const image::Run> runs, const CutRule& rule);

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_COVER_PIECES_H_
