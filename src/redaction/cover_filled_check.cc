// SPDX-License-Identifier: GPL-3.0-or-later
#include "redaction/cover_filled_check.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "redaction/cover_hatched.h"
#include "vaughn/image/morphology.h"

namespace vaughn::redaction {
namespace {

using image::PixelBox;

// Sizes in units of the text size.
struct Size {
  double w = 0, h = 0;
  double area() const { return w * h; }
};

// A line of a stamp that stands on its side, covered. So are many ornaments: it needs company.
bool is_upright_bar(const Piece& piece, const Size& size) {
  return size.w >= 1.15 && size.w < 4 && size.h > 1.6 * size.w && size.h >= 3 && size.h <= 10 * size.w &&
         piece.fill >= .97;
}

bool shape_is_possible(const Sheet& sheet, const Piece& piece, const Size& size) {
  if (is_upright_bar(piece, size)) return true;
  if (size.w < 1.8 || size.h < 1.15 || piece.fill < .90) return false;
  if (size.w > 14 * size.h && size.h < .9) return false;
  if (static_cast<double>(piece.box.area()) > .9 * sheet.page_area()) return false;
  return size.h <= 8 * size.w && (size.h <= 1.6 * size.w || size.w >= 4);
}

struct Side {
  int counted = 0, left_out = 0;
  int brighter = 0, paper = 0;

  // Next to another cover, or beyond the page, there is nothing to be seen.
  bool hidden() const { return left_out > .7 * (counted + left_out); }
  double contrast() const { return hidden() ? 1 : brighter / std::max(1.0, double{1} * counted); }
};

struct Ring {
  std::array<Side, 4> sides;
  double contrast = 1, paper = 1;  // shares over all sides
};

Side look_at_side(const Sheet& sheet, const PixelBox& strip, const Origin& origin, int median) {
  const double paper_from = std::min(.88 * sheet.paper, median + .45 * (sheet.paper - median));
  Side side;
  for (int y = strip.y0; y < strip.y1; ++y) {
    for (int x = strip.x0; x < strip.x1; ++x) {
      const bool on_page = x >= 0 && y >= 0 && x < sheet.width() && y < sheet.height();
      const int mask_x = x - origin.x, mask_y = y - origin.y;
      const bool on_mask =
          mask_x >= 0 && mask_y >= 0 && mask_x < origin.mask.width() && mask_y < origin.mask.height();
      if (!on_page || (on_mask && image::ink_at(origin.mask, mask_x, mask_y))) {
        ++side.left_out;
        continue;
      }
      const int level = sheet.levels.at(x, y);
      ++side.counted;
      side.brighter += level > median + 20 ? 1 : 0;
      side.paper += level > paper_from ? 1 : 0;
    }
  }
  return side;
}

// Strips two to four pixels outside the box: the nearest pixel is half cover, half paper.
Ring look_around(const Sheet& sheet, const PixelBox& b, const Origin& origin, int median) {
  const std::array<PixelBox, 4> strips{
      PixelBox{b.x0, b.y0 - 4, b.x1, b.y0 - 1}, PixelBox{b.x0, b.y1 + 1, b.x1, b.y1 + 4},
      PixelBox{b.x0 - 4, b.y0, b.x0 - 1, b.y1}, PixelBox{b.x1 + 1, b.y0, b.x1 + 4, b.y1}};
  Ring ring;
  double counted = 0, brighter = 0, paper = 0;
  for (std::size_t i = 0; i < strips.size(); ++i) {
    ring.sides[i] = look_at_side(sheet, strips[i], origin, median);
    if (ring.sides[i].hidden()) continue;
    counted += ring.sides[i].counted;
    brighter += ring.sides[i].brighter;
    paper += ring.sides[i].paper;
  }
  if (counted > 0) ring.contrast = brighter / counted, ring.paper = paper / counted;
  return ring;
}

// One side may be hidden by what touches the cover, when the rest leaves no doubt that it is a rectangle.
bool stands_on_paper(const Ring& ring, const Piece& piece, const Size& size) {
  const bool may_have_one = piece.fill >= .96 && size.w >= 2.5 && size.h < 6;
  const auto worst = std::min_element(ring.sides.begin(), ring.sides.end(), [](const Side& a, const Side& b) {
    return a.contrast() < b.contrast();
  });
  const bool forgive = may_have_one && worst->contrast() < .7;
  double counted = 0, brighter = 0, paper = 0;
  for (auto side = ring.sides.begin(); side != ring.sides.end(); ++side) {
    if (side->hidden() || (forgive && side == worst)) continue;
    if (side->contrast() < .35) return false;
    counted += side->counted;
    brighter += side->brighter;
    paper += side->paper;
  }
  return counted == 0 || (brighter >= .72 * counted && paper >= .60 * counted);
}

struct Interior {
  PixelBox box;
  int median = 0;
  double outliers = 0;   // share more than 40 levels off
  double noise = 0;      // of the others, root mean square
  double deviation = 0;  // of cell means
};

constexpr int kOutlier = 40;

double cell_deviation(const Sheet& sheet, const PixelBox& box, int median) {
  const int cell = std::max(4, static_cast<int>(sheet.u / 2));
  double count = 0, sum = 0, squares = 0;
  for (int y = box.y0; y + cell <= box.y1; y += cell) {
    for (int x = box.x0; x + cell <= box.x1; x += cell) {
      double total = 0;
      for (int v = y; v < y + cell; ++v) {
        const std::uint8_t* row = sheet.levels.row(v);
        for (int w = x; w < x + cell; ++w) total += std::abs(row[w] - median) > kOutlier ? median : row[w];
      }
      const double mean = total / (cell * cell);
      ++count;
      sum += mean;
      squares += mean * mean;
    }
  }
  if (count < 2) return 0;
  return std::sqrt(std::max(0.0, squares / count - sum / count * (sum / count)));
}

Interior look_inside(const Sheet& sheet, const PixelBox& box) {
  Interior inside;
  inside.box = grown(box, -std::max(1, static_cast<int>(.12 * sheet.u)));
  const auto histogram = sheet.levels.histogram(inside.box);
  inside.median = image::quantile(histogram, .5);
  double total = 0, out = 0, squares = 0;
  for (int level = 0; level < 256; ++level) {
    const double count = histogram[static_cast<std::size_t>(level)];
    const double off = level - inside.median;
    total += count;
    if (std::abs(off) > kOutlier) {
      out += count;
    } else {
      squares += count * off * off;
    }
  }
  inside.outliers = total > 0 ? out / total : 0;
  inside.noise = total > out ? std::sqrt(squares / (total - out)) : 0;
  inside.deviation = cell_deviation(sheet, inside.box, inside.median);
  return inside;
}

// Words on a coloured ground are a highlight or a heading; a cover has a code at most.
bool holds_words(const Sheet& sheet, const Interior& inside) {
  const int w = inside.box.width(), h = inside.box.height();
  std::vector<std::uint8_t> differs(static_cast<std::size_t>(w) * static_cast<std::size_t>(h), 255);
  for (int y = 0; y < h; ++y) {
    const std::uint8_t* row = sheet.levels.row(inside.box.y0 + y) + inside.box.x0;
    for (int x = 0; x < w; ++x) {
      if (std::abs(row[x] - inside.median) > kOutlier) differs[static_cast<std::size_t>(y * w + x)] = 0;
    }
  }
  const image::GrayPlane plane(w, h, std::move(differs));
  int count = 0, left = w, right = 0;
  const auto marks =
      image::Components::of(plane.between(0, 128), image::Part::kInk, image::Neighbours::kEight);
  for (const image::Component& mark : marks.all()) {
    if (mark.box.height() < .35 * sheet.u || mark.box.width() < .12 * sheet.u) continue;
    if (static_cast<double>(mark.area) < .05 * sheet.u * sheet.u) continue;
    ++count;
    left = std::min(left, mark.box.x0);
    right = std::max(right, mark.box.x1);
  }
  return count > 24 || (count > 14 && right - left > .85 * w);
}

bool is_punch_hole(const Sheet& sheet, const PixelBox& box, const Size& size, int median) {
  const double cx = (box.x0 + box.x1) / 2.0 / sheet.width(), cy = (box.y0 + box.y1) / 2.0 / sheet.height();
  const bool in_margin = cx < .075 || cx > .925 || cy < .06 || cy > .94;
  const double shape = size.w / size.h;
  return in_margin && median < .45 * sheet.paper && shape > .4 && shape < 2.3 && std::max(size.w, size.h) < 6;
}

// The inside of a white letter on a dark ground: beyond a thin line it is dark again, on three sides at
// least.
bool is_letter_counter(const Sheet& sheet, const PixelBox& b, const Size& size, int median) {
  if (size.w > 8 || size.h > 8) return false;
  const auto near = static_cast<int>(.7 * sheet.u), far = static_cast<int>(1.2 * sheet.u);
  const std::array<PixelBox, 4> strips{
      PixelBox{b.x0, b.y0 - far, b.x1, b.y0 - near}, PixelBox{b.x0, b.y1 + near, b.x1, b.y1 + far},
      PixelBox{b.x0 - far, b.y0, b.x0 - near, b.y1}, PixelBox{b.x1 + near, b.y0, b.x1 + far, b.y1}};
  int dark = 0;
  for (const PixelBox& strip : strips) {
    const PixelBox part = intersection(strip, sheet.levels.bounds());
    if (!part.empty() && image::quantile(sheet.levels.histogram(part), .85) <= median + kOutlier) ++dark;
  }
  return dark >= 3;
}

bool is_scan_border(const Sheet& sheet, const PixelBox& box, const Size& size, int median) {
  const int edges = (box.x0 <= 2 ? 1 : 0) + (box.y0 <= 2 ? 1 : 0) + (box.x1 >= sheet.width() - 2 ? 1 : 0) +
                    (box.y1 >= sheet.height() - 2 ? 1 : 0);
  if (edges == 0) return false;
  if (std::min(size.w, size.h) < 1.2 || size.h > 3 * size.w) return true;
  if (box.width() > .95 * sheet.width() || box.height() > .95 * sheet.height()) return true;
  // What runs off the page is a flap, or the ground that something small was copied on, when it is large.
  const double share = static_cast<double>(box.area()) / sheet.page_area();
  return median < .45 * sheet.paper && share > (edges >= 2 ? .003 : .03);
}

}  // namespace

std::optional<Candidate> check_filled(const Sheet& sheet, const Piece& piece, const Origin& origin) {
  const Size size{piece.box.width() / sheet.u, piece.box.height() / sheet.u};
  if (!shape_is_possible(sheet, piece, size)) return std::nullopt;
  // Cut from a larger shape it is a sliver.
  if (is_upright_bar(piece, size) && origin.pieces > 1) return std::nullopt;
  const bool shard = origin.pieces > 2 && origin.fill < .7;
  if (shard && size.area() < 6) return std::nullopt;
  const Interior inside = look_inside(sheet, piece.box);
  if (inside.noise > 17 || inside.deviation > 8.5) return std::nullopt;
  // The bright lines of a cross-hatched bar are many, but there is a system in them.
  const bool hatched =
      inside.outliers > .1 && inside.outliers < .45 && is_hatched(sheet, inside.box, inside.median);
  if (inside.outliers > .27 && !hatched) return std::nullopt;
  const Ring ring = look_around(sheet, piece.box, origin, inside.median);
  if (!stands_on_paper(ring, piece, size)) return std::nullopt;
  if (is_punch_hole(sheet, piece.box, size, inside.median)) return std::nullopt;
  if (is_scan_border(sheet, piece.box, size, inside.median)) return std::nullopt;
  if (holds_words(sheet, inside) || is_letter_counter(sheet, piece.box, size, inside.median))
    return std::nullopt;
  Candidate found;
  found.box = piece.box;
  found.hatched = hatched;
  found.doubtful = is_upright_bar(piece, size);
  found.level = inside.median;
  found.fill = piece.fill;
  found.outliers = inside.outliers;
  found.deviation = inside.deviation;
  found.contrast = ring.contrast;
  found.score = piece.fill * ring.contrast * ring.paper;
  return found;
}

}  // namespace vaughn::redaction
