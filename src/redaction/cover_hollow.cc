// SPDX-License-Identifier: GPL-3.0-or-later
#include "redaction/cover_hollow.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "redaction/cover_frames.h"
#include "redaction/cover_hollow_check.h"
#include "redaction/cover_lines.h"
#include "redaction/cover_pieces.h"
#include "redaction/cover_polygon.h"
#include "redaction/cover_region.h"
#include "vaughn/image/morphology.h"

namespace vaughn::redaction {
namespace {

using image::Bitmap;
using image::Component;
using image::Components;
using image::PixelBox;

// The pieces of paper that lines enclose, each cut into rectangles. A hole whose outer edge is lines all
// around is one rectangle, whatever is drawn inside: smaller boxes often are. Neighbours that share an edge
// and stair-steps need no special care: each is a hole of its own.
std::vector<std::vector<Piece>> enclosed_shapes(const Sheet& sheet, const Lines& lines) {
  const Bitmap borders = image::closed(image::united(lines.across, lines.down), 5, 5);
  const Components holes = Components::of(borders, image::Part::kPaper, image::Neighbours::kFour);
  const double u = sheet.u;
  std::vector<std::vector<Piece>> shapes;
  for (const Component& hole : holes.all()) {
    const auto area = static_cast<double>(hole.area);
    if (hole.box.width() < .4 * u || hole.box.height() < .6 * u || area > .92 * sheet.page_area()) continue;
    shapes.push_back(
        cut_into_rectangles(holes.runs(hole), {.u = u, .enough_fill = .93, .least_saving = .06}));
    for (Piece& piece : shapes.back()) piece.box = grown(piece.box, 1);
  }
  return shapes;
}

bool letter_beside(const Sheet& sheet, const PixelBox& strip) {
  return std::any_of(sheet.marks.begin(), sheet.marks.end(), [&](const Component& mark) {
    return mark.box.height() < strip.height() && mark.box.width() < 2 * sheet.u &&
           !intersection(mark.box, strip).empty();
  });
}

// What parts two rectangles side by side is the stem of a letter, not a border: it ends short of their upper
// or lower edge, or letters stand close to it on both sides.
bool is_stem(const Sheet& sheet, const PixelBox& left, const PixelBox& right) {
  const int top = std::max(left.y0, right.y0), bottom = std::min(left.y1, right.y1);
  const int from = left.x1 - 2, to = right.x0 + 2;
  std::vector<int> darkest;
  for (int y = top + 1; y < bottom - 1; ++y) {
    const std::uint8_t* row = sheet.levels.row(y);
    darkest.push_back(*std::min_element(row + from, row + to));
  }
  if (darkest.size() < 3) return true;
  std::vector<int> sorted = darkest;
  std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2),
                   sorted.end());
  const int halfway = (sorted[sorted.size() / 2] + sheet.paper) / 2;
  if (std::any_of(darkest.begin(), darkest.end(), [&](int level) { return level > halfway; })) return true;
  const int reach = static_cast<int>(.4 * sheet.u);
  return letter_beside(sheet, {from - reach, top, from, bottom}) &&
         letter_beside(sheet, {to, top, to + reach, bottom});
}

bool side_by_side(const PixelBox& left, const PixelBox& right) {
  constexpr int kSameEdge = 4, kThickest = 9;
  return std::abs(left.y0 - right.y0) <= kSameEdge && std::abs(left.y1 - right.y1) <= kSameEdge &&
         right.x0 >= left.x1 - 3 && right.x0 <= left.x1 + kThickest;
}

// Puts together what the stems of a code inside a tight box have parted.
std::vector<Piece> rejoined(const Sheet& sheet, std::vector<Piece> pieces) {
  std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.box.x0 < b.box.x0; });
  std::vector<Piece> result;
  for (const Piece& piece : pieces) {
    const auto left = std::find_if(result.begin(), result.end(), [&](const Piece& other) {
      return side_by_side(other.box, piece.box) && is_stem(sheet, other.box, piece.box);
    });
    if (left == result.end()) {
      result.push_back(piece);
      continue;
    }
    left->fill = std::min(left->fill, piece.fill);
    left->box = {left->box.x0, std::min(left->box.y0, piece.box.y0), piece.box.x1,
                 std::max(left->box.y1, piece.box.y1)};
  }
  return result;
}

bool same_column(const PixelBox& a, const PixelBox& b) {
  constexpr int kSameEdge = 5;
  return std::abs(a.x0 - b.x0) <= kSameEdge && std::abs(a.x1 - b.x1) <= kSameEdge;
}

bool same_row(const PixelBox& a, const PixelBox& b) {
  constexpr int kSameEdge = 5;
  return std::abs(a.y0 - b.y0) <= kSameEdge && std::abs(a.y1 - b.y1) <= kSameEdge;
}

// The cells at the rim of a table, where its lines end: they continue a row or a column of at least two
// cells.
void drop_rim_of_tables(const Sheet& sheet, const Lines& lines, const std::vector<PixelBox>& refused,
                        std::vector<Candidate>& found) {
  constexpr int kSeveral = 2;
  if (found.empty()) return;
  std::vector<PixelBox> cells;
  std::copy_if(refused.begin(), refused.end(), std::back_inserter(cells),
               [&](const PixelBox& box) { return is_cell_of_grid(sheet, lines, box); });
  std::erase_if(found, [&](const Candidate& candidate) {
    int column = 0, row = 0;
    for (const PixelBox& cell : cells) {
      column += same_column(cell, candidate.box) ? 1 : 0;
      row += same_row(cell, candidate.box) ? 1 : 0;
    }
    return std::max(column, row) >= kSeveral && has_lines_that_go_on(sheet, lines, candidate.box);
  });
}

// Shapes in which no rectangle was found that stands for itself.
void add_regions(const Sheet& sheet, const Lines& lines, const std::vector<std::vector<Piece>>& shapes,
                 std::vector<Candidate>& found) {
  for (const std::vector<Piece>& shape : shapes) {
    if (shape.size() < 2) continue;
    const auto region = check_region(sheet, lines, shape);
    if (!region) continue;
    const bool taken = std::any_of(found.begin(), found.end(), [&](const Candidate& other) {
      return !intersection(other.box, grown(region->box, -4)).empty();
    });
    if (!taken) found.push_back(*region);
  }
}

}  // namespace

std::vector<Candidate> find_hollow(const Sheet& sheet) {
  const Lines lines = find_lines(sheet);
  std::vector<Candidate> found;
  const auto shapes = enclosed_shapes(sheet, lines);
  std::vector<Piece> pieces;
  for (const auto& shape : shapes) pieces.insert(pieces.end(), shape.begin(), shape.end());
  pieces = rejoined(sheet, std::move(pieces));
  // Small ones first: what stands in them does not count as text of the larger ones about them.
  std::sort(pieces.begin(), pieces.end(),
            [](const Piece& a, const Piece& b) { return a.box.area() < b.box.area(); });
  std::vector<PixelBox> refused;
  for (const Piece& piece : pieces) {
    if (!has_whole_border(sheet, lines, piece.box)) continue;
    if (auto candidate = check_hollow(sheet, lines, piece, found)) {
      found.push_back(*candidate);
    } else {
      refused.push_back(piece.box);
    }
  }
  drop_rim_of_tables(sheet, lines, refused, found);
  for (const PixelBox& frame : find_frames(sheet, lines)) {
    auto candidate = check_hollow(sheet, lines, {frame, 1}, found);
    if (!candidate) continue;
    // Less sure than a border without gaps: where both see a box, that one's edges count.
    candidate->score *= .9;
    found.push_back(*candidate);
  }
  add_regions(sheet, lines, shapes, found);
  const std::vector<Candidate> polygons = find_polygons(sheet, lines);
  found.insert(found.end(), polygons.begin(), polygons.end());
  return found;
}

}  // namespace vaughn::redaction
