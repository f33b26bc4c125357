// SPDX-License-Identifier: GPL-3.0-or-later
#include "redaction/cover_fused.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>

#include "redaction/cover_split.h"

namespace vaughn::redaction {
namespace {

using image::PixelBox;

constexpr int kSameShade = 8;      // grey levels
constexpr int kTouching = 3;       // pixels between boxes whose edges were rounded
constexpr double kSeamless = .97;  // of the shared edge that has the covers' shade all across

PixelBox around(const PixelBox& a, const PixelBox& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

bool may_fuse(const Sheet& sheet, const Candidate& c) {
  return !c.hollow && !c.hatched && !c.stroke && !holds_code(sheet, c.box, c.level);
}

// The strip that crosses the edge two boxes share; empty where they share none.
struct Edge {
  PixelBox strip;
  bool across = true;  // one box above the other
};

Edge shared_edge(const PixelBox& a, const PixelBox& b, double u) {
  constexpr int kDepth = 4;
  const int x0 = std::max(a.x0, b.x0), x1 = std::min(a.x1, b.x1);
  const int y0 = std::max(a.y0, b.y0), y1 = std::min(a.y1, b.y1);
  const auto least = static_cast<int>(.6 * u);
  if (x1 - x0 >= least && std::abs(y0 - y1) <= kTouching) {
    const int middle = (y0 + y1) / 2;
    return {{x0 + 2, middle - kDepth, x1 - 2, middle + kDepth}, true};
  }
  if (y1 - y0 >= least && std::abs(x0 - x1) <= kTouching) {
    const int middle = (x0 + x1) / 2;
    return {{middle - kDepth, y0 + 2, middle + kDepth, y1 - 2}, false};
  }
  return {};
}

bool has_shade(const Sheet& sheet, int x, int y, int level) {
  constexpr int kNoise = 24;
  return std::abs(sheet.levels.at(x, y) - level) <= kNoise;
}

// Whether a line across the strip keeps the shade, nearly everywhere along it.
bool is_seamless(const Sheet& sheet, const Edge& edge, int level) {
  const PixelBox strip = intersection(edge.strip, sheet.levels.bounds());
  if (strip.empty()) return false;
  const int length = edge.across ? strip.width() : strip.height();
  const int depth = edge.across ? strip.height() : strip.width();
  int whole = 0;
  for (int i = 0; i < length; ++i) {
    bool all = true;
    for (int j = 0; j < depth && all; ++j)
      all = edge.across ? has_shade(sheet, strip.x0 + i, strip.y0 + j, level)
                        : has_shade(sheet, strip.x0 + j, strip.y0 + i, level);
    whole += all ? 1 : 0;
  }
  return whole >= kSeamless * length;
}

bool are_fused(const Sheet& sheet, const Candidate& a, const Candidate& b) {
  if (std::abs(a.level - b.level) > kSameShade) return false;
  const Edge edge = shared_edge(a.box, b.box, sheet.u);
  return !edge.strip.empty() && is_seamless(sheet, edge, a.level);
}

// Nothing but paper between the parts and the box around them. The rims of the parts do not count.
bool rest_is_bare(const Sheet& sheet, const PixelBox& box, const std::vector<PixelBox>& parts) {
  constexpr int kRim = 3;
  constexpr double kMostInk = .002;
  const int dark = sheet.level_at(.8);
  long long rest = 0, ink = 0;
  for (int y = box.y0; y < box.y1; ++y) {
    std::vector<PixelBox> row_parts;
    for (const PixelBox& part : parts)
      if (y >= part.y0 - kRim && y < part.y1 + kRim) row_parts.push_back(part);
    for (int x = box.x0; x < box.x1;) {
      const auto part = std::find_if(row_parts.begin(), row_parts.end(),
                                     [&](const PixelBox& p) { return x >= p.x0 - kRim && x < p.x1 + kRim; });
      if (part != row_parts.end()) {
        x = part->x1 + kRim;
        continue;
      }
      ++rest;
      ink += sheet.levels.at(x, y) < dark ? 1 : 0;
      ++x;
    }
  }
  return ink <= kMostInk * static_cast<double>(rest);
}

std::vector<std::vector<std::size_t>> groups_of(const Sheet& sheet,
                                                const std::vector<Candidate>& candidates) {
  std::vector<std::size_t> parent(candidates.size());
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  const auto root = [&](std::size_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  std::vector<bool> free;
  for (const Candidate& candidate : candidates) free.push_back(may_fuse(sheet, candidate));
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    for (std::size_t j = i + 1; free[i] && j < candidates.size(); ++j)
      if (free[j] && are_fused(sheet, candidates[i], candidates[j])) parent[root(j)] = root(i);
  }
  std::vector<std::vector<std::size_t>> groups(candidates.size());
  for (std::size_t i = 0; i < candidates.size(); ++i) groups[root(i)].push_back(i);
  std::erase_if(groups, [](const auto& group) { return group.empty(); });
  return groups;
}

Candidate joined(const std::vector<Candidate>& candidates, const std::vector<std::size_t>& group) {
  Candidate whole = candidates[group.front()];
  double area = 0;
  for (const std::size_t i : group) {
    const Candidate& part = candidates[i];
    whole.box = around(whole.box, part.box);
    whole.parts.push_back(part.box);
    whole.score = std::min(whole.score, part.score);
    area += static_cast<double>(part.box.area());
  }
  whole.fill = area / static_cast<double>(whole.box.area());
  return whole;
}

}  // namespace

std::vector<Candidate> fuse(const Sheet& sheet, std::vector<Candidate> candidates) {
  std::vector<Candidate> result;
  for (const auto& group : groups_of(sheet, candidates)) {
    if (group.size() > 1) {
      Candidate whole = joined(candidates, group);
      if (rest_is_bare(sheet, whole.box, whole.parts)) {
        result.push_back(std::move(whole));
        continue;
      }
    }
    for (const std::size_t i : group) result.push_back(candidates[i]);
  }
  return result;
}

}  // namespace vaughn::redaction
