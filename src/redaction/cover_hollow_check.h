// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a rectangle of lines is a cover: paper inside, no words, no table, no check box, no letter.
#ifndef VAUGHN_REDACTION_COVER_HOLLOW_CHECK_H_
#define VAUGHN_REDACTION_COVER_HOLLOW_CHECK_H_

#include <optional>
#include <vector>

#include "redaction/cover_lines.h"
#include "redaction/cover_pieces.h"
#include "redaction/cover_sheet.h"

namespace vaughn::redaction {

// piece.box has the border's inner edge just inside. Whether there is a border all around is asked
// separately. What stands in inner, covers found before, is theirs and no text of this one.
std::optional<Candidate> check_hollow(const Sheet& sheet, const Lines& lines, const Piece& piece,
                                      const std::vector<Candidate>& inner);

// Whether the piece is a cell of a table for certain: most of its lines go on beyond its corners, across as
// well as down.
bool is_cell_of_grid(const Sheet& sheet, const Lines& lines, const image::PixelBox& box);

// Whether any line of the box goes on beyond its corners.
bool has_lines_that_go_on(const Sheet& sheet, const Lines& lines, const image::PixelBox& box);

// Lines along nearly all of the four sides.
bool has_whole_border(const Sheet& sheet, const Lines& lines, const image::PixelBox& box);

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_COVER_HOLLOW_CHECK_H_
