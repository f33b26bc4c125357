// SPDX-License-Identifier: GPL-3.0-or-later
#include "redaction/cover_filled.h"

#include <algorithm>
#include <cmath>

#include "redaction/cover_filled_check.h"
#include "redaction/cover_pieces.h"
#include "redaction/cover_stroke.h"
#include "vaughn/image/morphology.h"

namespace vaughn::redaction {
namespace {

using image::Bitmap;
using image::Component;
using image::Components;
using image::Neighbours;
using image::Part;
using image::PixelBox;

// Levels low up to high (excluded).
struct Band {
  int low = 0, high = 0;
};

using Histogram = image::GrayPlane::Histogram;

long long count_in(const Histogram& histogram, int low, int high) {
  long long count = 0;
  for (int level = std::max(0, low); level < std::min(256, high); ++level)
    count += histogram[static_cast<std::size_t>(level)];
  return count;
}

// Everything darker than some levels between black and paper; levels between which there is next to nothing
// give the same picture and are left out, which on bilevel pages leaves one.
void add_dark_bands(const Sheet& sheet, const Histogram& histogram, std::vector<Band>& bands) {
  constexpr double kNextToNothing = 1e-4;
  int below = 0;
  for (const double share : {.30, .50, .66, .80, .90}) {
    const int level = sheet.level_at(share);
    const auto new_pixels = static_cast<double>(count_in(histogram, below, level));
    const auto all = static_cast<double>(count_in(histogram, 0, level));
    if (new_pixels > kNextToNothing * sheet.page_area() && all < .85 * sheet.page_area())
      bands.push_back({0, level});
    below = level;
  }
}

// Narrow bands about peaks of the histogram: they part a flat grey box from dark text that touches it.
void add_peak_bands(const Sheet& sheet, const Histogram& histogram, std::vector<Band>& bands) {
  constexpr int kHalf = 9;
  struct Peak {
    int level = 0;
    long long count = 0;
  };
  std::vector<Peak> peaks;
  for (int level = sheet.level_at(.12); level < sheet.level_at(.93); ++level) {
    const long long count = count_in(histogram, level - 4, level + 5);
    const long long about =
        count_in(histogram, level - 30, level - 13) + count_in(histogram, level + 14, level + 31);
    const double mean_about = static_cast<double>(about) / 34 * 9;
    if (static_cast<double>(count) >= .0012 * sheet.page_area() &&
        static_cast<double>(count) >= 4 * mean_about) {
      peaks.push_back({level, count});
    }
  }
  std::stable_sort(peaks.begin(), peaks.end(),
                   [](const Peak& a, const Peak& b) { return a.count > b.count; });
  std::vector<int> taken;
  for (const Peak& peak : peaks) {
    const bool near_another = std::any_of(taken.begin(), taken.end(),
                                          [&](int level) { return std::abs(level - peak.level) <= kHalf; });
    if (near_another || taken.size() == 4) continue;
    taken.push_back(peak.level);
    bands.push_back({std::max(0, peak.level - kHalf), peak.level + kHalf + 1});
  }
}

// Closes what text leaves open in a filled box.
void fill_small_holes(Bitmap& mask, double u) {
  const Components holes = Components::of(mask, Part::kPaper, Neighbours::kFour);
  for (const Component& hole : holes.all()) {
    const PixelBox& box = hole.box;
    const bool at_edge = box.x0 == 0 || box.y0 == 0 || box.x1 == mask.width() || box.y1 == mask.height();
    if (at_edge || box.height() > 1.6 * u || box.width() > 3 * u ||
        static_cast<double>(hole.area) > 2.2 * u * u)
      continue;
    image::draw_runs(mask, holes.runs(hole));
  }
}

// Joins boxes that touch until none do.
std::vector<PixelBox> merged(std::vector<PixelBox> boxes) {
  for (bool changed = true; changed;) {
    changed = false;
    std::vector<PixelBox> apart;
    for (const PixelBox& box : boxes) {
      const auto touching = std::find_if(apart.begin(), apart.end(), [&](const PixelBox& other) {
        return !intersection(box, other).empty();
      });
      if (touching == apart.end()) {
        apart.push_back(box);
        continue;
      }
      *touching = {std::min(touching->x0, box.x0), std::min(touching->y0, box.y0),
                   std::max(touching->x1, box.x1), std::max(touching->y1, box.y1)};
      changed = true;
    }
    boxes.swap(apart);
  }
  return boxes;
}

// Where the mask may hold a box: about its flat bits, which text does not have. Most masks of most pages have
// none, and the costly steps are spared.
std::vector<PixelBox> promising_regions(const Bitmap& mask, double u) {
  const auto w = static_cast<int>(.9 * u);
  const int h = std::max(3, static_cast<int>(.14 * u));
  const Components corners = Components::of(image::brick_corners(mask, w, h), Part::kInk, Neighbours::kEight);
  std::vector<PixelBox> boxes;
  const auto reach = static_cast<int>(.8 * u) + 1;
  for (const Component& corner : corners.all()) {
    const PixelBox& b = corner.box;
    boxes.push_back({b.x0 - 3, b.y0 - reach, b.x1 + w + 2, b.y1 + h - 1 + reach});
  }
  boxes = merged(std::move(boxes));
  std::erase_if(
      boxes, [&](const PixelBox& box) { return box.height() - 2 * reach < .3 * u && box.width() < 2.5 * u; });
  return boxes;
}

bool is_flat(const Candidate& candidate) {
  return candidate.fill >= .98 && candidate.deviation <= 3.5 && candidate.contrast >= .9;
}

void search_region(const Sheet& sheet, const Bitmap& page_mask, const PixelBox& region,
                   std::vector<Candidate>& found) {
  const double u = sheet.u;
  const PixelBox part = intersection(region, page_mask.bounds());
  Bitmap mask = page_mask.crop(part);
  fill_small_holes(mask, u);
  mask = image::opened(mask, std::max(3, static_cast<int>(.9 * u)), std::max(3, static_cast<int>(.55 * u)));
  const Components shapes = Components::of(mask, Part::kInk, Neighbours::kFour);
  for (const Component& shape : shapes.all()) {
    if (shape.box.width() < .9 * u || shape.box.height() < .6 * u) continue;
    const auto pieces = cut_into_rectangles(shapes.runs(shape), {.u = u});
    const double fill = static_cast<double>(shape.area) / static_cast<double>(shape.box.area());
    const Origin origin{mask, part.x0, part.y0, pieces.size(), fill};
    std::vector<Candidate> accepted;
    double proposed_area = 0, accepted_area = 0;
    for (Piece piece : pieces) {
      piece.box = {piece.box.x0 + part.x0, piece.box.y0 + part.y0, piece.box.x1 + part.x0,
                   piece.box.y1 + part.y0};
      proposed_area += static_cast<double>(piece.box.area());
      if (auto candidate = check_filled(sheet, piece, origin)) {
        accepted_area += static_cast<double>(piece.box.area());
        accepted.push_back(*candidate);
      }
    }
    if (accepted.empty()) {
      if (const auto stroke = check_stroke(sheet, shapes.runs(shape), part.x0, part.y0))
        found.push_back(*stroke);
      continue;
    }
    // A shape most of whose parts are no covers is a logo or a photograph, and the rest of it mostly chance.
    const bool doubtful = (pieces.size() >= 3 && accepted_area < .6 * proposed_area) ||
                          (fill < .5 && accepted_area < .8 * proposed_area);
    for (Candidate& candidate : accepted) {
      if (doubtful && !is_flat(candidate)) continue;
      candidate.doubtful |= doubtful;
      found.push_back(candidate);
    }
  }
}

}  // namespace

std::vector<Candidate> find_filled(const Sheet& sheet) {
  const Histogram& histogram = sheet.histogram;
  std::vector<Band> bands;
  add_dark_bands(sheet, histogram, bands);
  add_peak_bands(sheet, histogram, bands);
  std::vector<Candidate> found;
  for (const Band& band : bands) {
    const Bitmap mask = sheet.levels.between(band.low, band.high);
    for (const PixelBox& region : promising_regions(mask, sheet.u)) search_region(sheet, mask, region, found);
  }
  return found;
}

}  // namespace vaughn::redaction
