// SPDX-License-Identifier: GPL-3.0-or-later
// Glyphs by bands of height, so that asking what lies in a box stays quick on a full page.
#ifndef VAUGHN_WORKER_GLYPH_LOOKUP_H_
#define VAUGHN_WORKER_GLYPH_LOOKUP_H_

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <unordered_map>
#include <utility>
#include <vector>

#include "vaughn/pdf/document.h"

namespace vaughn::worker {

// Keeps references to the glyphs.
class GlyphLookup {
 public:
  void add(const pdf::Glyph& glyph, std::size_t index) {
    bands_[band_of(glyph.box.center_y())].push_back({&glyph, index});
  }

  // Calls visit for each whose middle lies in the box.
  template <class Visit>
  void each_in(const Box& box, Visit visit) const {
    for (int band = band_of(box.y0); band <= band_of(box.y1); ++band) {
      const auto found = bands_.find(band);
      if (found == bands_.end()) continue;
      for (const auto& [glyph, index] : found->second)
        if (box.contains(glyph->box.center_x(), glyph->box.center_y())) visit(*glyph, index);
    }
  }

 private:
  static int band_of(Points y) { return static_cast<int>(std::clamp(std::floor(y / 8), -1000.0, 4000.0)); }

  std::unordered_map<int, std::vector<std::pair<const pdf::Glyph*, std::size_t>>> bands_;
};

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_GLYPH_LOOKUP_H_
