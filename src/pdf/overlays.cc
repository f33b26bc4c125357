// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/overlays.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace vaughn::pdf {
namespace {

constexpr Points kBand = 24;
constexpr int kTall = 8;                  // bands
constexpr long kMostLooks = 500'000'000;  // a page, before the rest of its glyphs counts as open
constexpr double kEnough = 0.3;           // of a glyph's box: what is smaller hides none of it alone

int band_of(Points y) {
  return static_cast<int>(std::clamp(std::floor(y / kBand), -500.0, 2000.0));
}

// Topmost first in every band of height, so that the first find is the answer. What crosses many bands is
// kept once, apart.
class PaintingLookup {
 public:
  explicit PaintingLookup(const std::vector<Painting>& paintings) {
    for (auto painting = paintings.rbegin(); painting != paintings.rend(); ++painting) {
      const int first = band_of(painting->box.y0), last = band_of(painting->box.y1);
      if (last - first >= kTall) {
        tall_.push_back(&*painting);
      } else {
        for (int band = first; band <= last; ++band) bands_[band].push_back(&*painting);
      }
    }
  }

  void look(Glyph* glyph) {
    const auto found = bands_.find(band_of(glyph->box.center_y()));
    const Paintings& band = found != bands_.end() ? found->second : none_;
    auto tall = tall_.begin();
    auto low = band.begin();
    while (tall != tall_.end() || low != band.end()) {
      const bool is_low = tall == tall_.end() || (low != band.end() && (*low)->order > (*tall)->order);
      const Painting& painting = is_low ? **low++ : **tall++;
      if (painting.order < glyph->order || ++looks_ > kMostLooks || note(painting, glyph)) return;
    }
  }

 private:
  using Paintings = std::vector<const Painting*>;

  // Whether nothing below can matter.
  static bool note(const Painting& painting, Glyph* glyph) {
    const Points x = glyph->box.center_x(), y = glyph->box.center_y();
    if (!painting.box.contains(x, y) || covered_share(glyph->box, painting.box) < kEnough) return false;
    if (painting.painter == Painter::kHatching) glyph->hatched = true;
    const bool better =
        !glyph->over || (painting.opaque && !glyph->over->opaque) ||
        (glyph->over->painter == Painter::kHatching && painting.painter != Painter::kHatching);
    if (better) glyph->over = painting;
    return glyph->over->opaque && glyph->over->painter != Painter::kHatching;
  }

  std::unordered_map<int, Paintings> bands_;
  Paintings tall_;
  const Paintings none_;
  long looks_ = 0;
};

}  // namespace

void set_overlays(const std::vector<Painting>& paintings, std::vector<Glyph>* glyphs) {
  if (paintings.empty()) return;
  PaintingLookup lookup(paintings);
  for (Glyph& glyph : *glyphs) lookup.look(&glyph);
}

}  // namespace vaughn::pdf
