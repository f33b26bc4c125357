// SPDX-License-Identifier: GPL-3.0-or-later
#include "redaction/cover_rules.h"

#include <algorithm>
#include <cstdlib>

#include "redaction/cover_split.h"

namespace vaughn::redaction {
namespace {

using image::PixelBox;

double overlap(const PixelBox& a, const PixelBox& b) {
  return static_cast<double>(intersection(a, b).area());
}

double share_inside(const PixelBox& inner, const PixelBox& outer) {
  return overlap(inner, outer) / static_cast<double>(std::max(1LL, inner.area()));
}

bool is_tiled(const Candidate& merge, const std::vector<Candidate>& candidates) {
  std::vector<PixelBox> tiles;
  double covered = 0;
  for (const Candidate& other : candidates) {
    if (other.hollow || other.box.area() >= .9 * static_cast<double>(merge.box.area())) continue;
    if (share_inside(other.box, merge.box) < .9) continue;
    const bool apart = std::none_of(tiles.begin(), tiles.end(), [&](const PixelBox& tile) {
      return overlap(tile, other.box) > .1 * static_cast<double>(std::min(tile.area(), other.box.area()));
    });
    if (!apart) continue;
    tiles.push_back(other.box);
    covered += overlap(other.box, merge.box);
  }
  return tiles.size() >= 2 && covered > .8 * static_cast<double>(merge.box.area());
}

bool is_weak(const Candidate& c, double u) {
  const double area = static_cast<double>(c.box.area()) / (u * u);
  if (c.doubtful) return true;
  if (c.hollow || c.stroke || c.hatched || (area > 60 && c.contrast > .85 && c.deviation < 7)) return false;
  return c.fill < .96 || c.outliers > .20 || c.deviation > 6 ||
         c.contrast < (c.fill >= .99 && c.deviation < 3 ? .6 : .8) || (area < 14 && c.fill < .975);
}

// Coloured ones must agree in brightness too.
bool same_shade(const Candidate& a, const Candidate& b) {
  constexpr int kLevels = 12, kLuminance = 40;
  return std::abs(a.level - b.level) <= kLevels && std::abs(a.luminance - b.luminance) <= kLuminance;
}

// A flat bar lower than a line of type with its leading: a cover is as often as it is an ornament.
bool is_slender(const Sheet& sheet, const Candidate& c) {
  return !c.hollow && c.box.height() < 1.4 * sheet.u && !holds_code(sheet, c.box, c.level);
}

}  // namespace

std::vector<Candidate> drop_merges(std::vector<Candidate> candidates) {
  std::vector<Candidate> kept;
  std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(kept),
               [&](const Candidate& c) { return c.hollow || !is_tiled(c, candidates); });
  return kept;
}

std::vector<Candidate> drop_odd_ones(std::vector<Candidate> candidates, const Sheet& sheet) {
  std::vector<Candidate> sure, stout;
  for (const Candidate& c : candidates) {
    if (c.hollow) continue;
    if (!is_weak(c, sheet.u)) sure.push_back(c);
    if (!is_slender(sheet, c)) stout.push_back(c);
  }
  const auto has_shade_of = [](const std::vector<Candidate>& others, const Candidate& c) {
    return std::any_of(others.begin(), others.end(), [&](const Candidate& o) { return same_shade(o, c); });
  };
  constexpr double kNeat = .88;
  std::erase_if(candidates, [&](const Candidate& c) {
    if (c.hollow) return false;
    // Slender bars of one shade beside stout ones of another are an ornament.
    // Smeared letters fill low boxes too, but not to the corners.
    if (is_slender(sheet, c) && !c.stroke && c.score < kNeat) return true;
    const bool ornament = is_slender(sheet, c) && !stout.empty() && !has_shade_of(stout, c);
    return ornament || (is_weak(c, sheet.u) && !has_shade_of(sure, c));
  });
  return candidates;
}

std::vector<Candidate> drop_inner_ones(std::vector<Candidate> candidates) {
  const std::vector<Candidate> all = candidates;
  std::erase_if(candidates, [&](const Candidate& inner) {
    return inner.hollow && std::any_of(all.begin(), all.end(), [&](const Candidate& outer) {
             return outer.hollow &&
                    static_cast<double>(outer.box.area()) > 1.3 * static_cast<double>(inner.box.area()) &&
                    share_inside(inner.box, outer.box) > .85;
           });
  });
  return candidates;
}

std::vector<Candidate> keep_best(std::vector<Candidate> candidates) {
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  std::vector<Candidate> kept;
  for (const Candidate& c : candidates) {
    const bool taken = std::any_of(kept.begin(), kept.end(), [&](const Candidate& other) {
      const auto smaller = static_cast<double>(std::min(c.box.area(), other.box.area()));
      return iou(c.box, other.box) > .4 || overlap(c.box, other.box) > .6 * smaller;
    });
    if (!taken) kept.push_back(c);
  }
  return kept;
}

}  // namespace vaughn::redaction
