// SPDX-License-Identifier: GPL-3.0-or-later
#include "redaction/cover_region.h"

#include <algorithm>

#include "vaughn/image/morphology.h"

namespace vaughn::redaction {
namespace {

using image::PixelBox;

PixelBox around(const std::vector<Piece>& pieces) {
  PixelBox box = pieces.front().box;
  for (const Piece& piece : pieces) {
    box = {std::min(box.x0, piece.box.x0), std::min(box.y0, piece.box.y0), std::max(box.x1, piece.box.x1),
           std::max(box.y1, piece.box.y1)};
  }
  return box;
}

bool shape_is_possible(const Sheet& sheet, const PixelBox& box, const std::vector<Piece>& pieces) {
  constexpr std::size_t kMostPieces = 6;
  if (pieces.size() < 2 || pieces.size() > kMostPieces) return false;
  const double w = box.width() / sheet.u, h = box.height() / sheet.u;
  if (w < 4 || h < 2.5 || w > 60 || h > 14) return false;
  if (intersection(grown(box, 3), sheet.levels.bounds()) != grown(box, 3)) return false;
  double area = 0;
  for (const Piece& piece : pieces) {
    if (piece.fill < .9) return false;
    area += static_cast<double>(piece.box.area());
  }
  return area > .5 * static_cast<double>(box.area());
}

// Nothing but specks.
bool is_empty(const Sheet& sheet, const std::vector<Piece>& pieces) {
  constexpr int kMostSpecks = 2;
  int marks = 0;
  for (const Piece& piece : pieces) {
    const PixelBox inner = grown(piece.box, -3);
    marks += static_cast<int>(
        std::count_if(sheet.marks.begin(), sheet.marks.end(), [&](const image::Component& mark) {
          return mark.box.height() >= .4 * sheet.u && intersection(mark.box, inner) == mark.box;
        }));
    const auto histogram = sheet.levels.histogram(inner);
    if (image::quantile(histogram, .1) < .92 * sheet.paper) return false;
  }
  return marks <= kMostSpecks;
}

// Ink of the mask on the pixels just outside the outline, counted in runs: each is a line that goes on.
int lines_leaving(const image::Bitmap& mask, const std::vector<Piece>& pieces, int distance) {
  const auto is_outside = [&](int x, int y) {
    return std::none_of(pieces.begin(), pieces.end(), [&](const Piece& piece) {
      const PixelBox b = grown(piece.box, distance);
      return x >= b.x0 && x < b.x1 && y >= b.y0 && y < b.y1;
    });
  };
  int runs = 0;
  bool in_run = false;
  const auto look = [&](int x, int y) {
    const bool on_page = x >= 0 && y >= 0 && x < mask.width() && y < mask.height();
    const bool ink = on_page && is_outside(x, y) && image::ink_at(mask, x, y);
    runs += ink && !in_run ? 1 : 0;
    in_run = ink;
  };
  for (const Piece& piece : pieces) {
    const PixelBox b = grown(piece.box, distance);
    for (int x = b.x0; x < b.x1; ++x) look(x, b.y0 - 1);
    in_run = false;
    for (int x = b.x0; x < b.x1; ++x) look(x, b.y1);
    in_run = false;
    for (int y = b.y0; y < b.y1; ++y) look(b.x0 - 1, y);
    in_run = false;
    for (int y = b.y0; y < b.y1; ++y) look(b.x1, y);
    in_run = false;
  }
  return runs;
}

}  // namespace

std::optional<Candidate> check_region(const Sheet& sheet, const Lines& lines,
                                      const std::vector<Piece>& pieces) {
  constexpr int kOff = 6;
  const PixelBox box = around(pieces);
  if (!shape_is_possible(sheet, box, pieces) || !is_empty(sheet, pieces)) return std::nullopt;
  // A form's lines go on, and the outline of a letter or logo is thick.
  if (lines_leaving(lines.across, pieces, kOff) + lines_leaving(lines.down, pieces, kOff) > 0)
    return std::nullopt;
  const image::Bitmap dark = sheet.levels.between(0, sheet.level_at(.62));
  if (lines_leaving(dark, pieces, kOff) > 4) return std::nullopt;
  Candidate found;
  found.box = box;
  found.hollow = found.region = true;
  found.level = sheet.paper;
  found.fill = found.contrast = 1;
  found.score = .7;
  return found;
}

}  // namespace vaughn::redaction
