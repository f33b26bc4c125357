// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/overlays.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace vaughn::pdf {
namespace {

constexpr Points kBand = 24;
constexpr double kEnough = 0.3;  // of a glyph's box: what is smaller hides none of it alone

int band_of(Points y) {
  return static_cast<int>(std::clamp(std::floor(y / kBand), -500.0, 2000.0));
}

// Topmost first in every band of height, so that the first find is the answer.
class PaintingLookup {
 public:
  explicit PaintingLookup(const std::vector<Painting>& paintings) {
    for (auto painting = paintings.rbegin(); painting != paintings.rend(); ++painting)
      for (int band = band_of(painting->box.y0); band <= band_of(painting->box.y1); ++band)
        bands_[band].push_back(&*painting);
  }

  void look(Glyph* glyph) const {
    const Points x = glyph->box.center_x(), y = glyph->box.center_y();
    const auto band = bands_.find(band_of(y));
    if (band == bands_.end()) return;
    for (const Painting* painting : band->second) {
      if (painting->order < glyph->order) return;
      if (!painting->box.contains(x, y) || covered_share(glyph->box, painting->box) < kEnough) continue;
      if (painting->painter == Painter::kHatching) glyph->hatched = true;
      const bool better =
          !glyph->over || (painting->opaque && !glyph->over->opaque) ||
          (glyph->over->painter == Painter::kHatching && painting->painter != Painter::kHatching);
      if (better) glyph->over = *painting;
      if (glyph->over->opaque && glyph->over->painter != Painter::kHatching) return;
    }
  }

 private:
  std::unordered_map<int, std::vector<const Painting*>> bands_;
};

}  // namespace

void set_overlays(const std::vector<Painting>& paintings, std::vector<Glyph>* glyphs) {
  if (paintings.empty()) return;
  const PaintingLookup lookup(paintings);
  for (Glyph& glyph : *glyphs) lookup.look(&glyph);
}

}  // namespace vaughn::pdf
