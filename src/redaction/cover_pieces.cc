// SPDX-License-Identifier: GPL-3.0-or-later
#include "redaction/cover_pieces.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace vaughn::redaction {
namespace {

using image::PixelBox;
using image::Run;

constexpr int kDeepest = 14;

struct Extent {
  int low = std::numeric_limits<int>::max(), high = std::numeric_limits<int>::min();

  void add(int from, int to) {
    low = std::min(low, from);
    high = std::max(high, to);
  }
  void add(const Extent& other) { add(other.low, other.high); }
  long long length() const { return high > low ? high - low : 0; }
};

PixelBox box_of(std::span<const Run> runs) {
  PixelBox box{std::numeric_limits<int>::max(), runs.front().y, 0, runs.back().y + 1};
  for (const Run& run : runs) {
    box.x0 = std::min(box.x0, run.x0);
    box.x1 = std::max(box.x1, run.x1);
  }
  return box;
}

struct Cut {
  bool across = false;  // between rows; otherwise between columns
  int at = 0;
  long long area = std::numeric_limits<long long>::max();  // of the two bounding boxes
};

// extents[i] is what row (or column) first + i spans in the other direction; a run of empty ones costs
// nothing.
void find_best_cut(const std::vector<Extent>& extents, int first, bool across, Cut& best) {
  const std::size_t n = extents.size();
  std::vector<long long> behind(n + 1, 0);
  Extent all;
  std::size_t last = 0, nearest = 0;
  for (std::size_t i = n; i-- > 0;) {
    all.add(extents[i]);
    if (extents[i].length() > 0) nearest = i;
    if (extents[i].length() > 0 && last == 0) last = i + 1;
    behind[i] = all.length() * static_cast<long long>(last - nearest);
  }
  all = {};
  std::size_t used = 0;
  for (std::size_t i = 1; i < n; ++i) {
    all.add(extents[i - 1]);
    if (extents[i - 1].length() > 0) used = i;
    const long long area = all.length() * static_cast<long long>(used) + behind[i];
    if (area < best.area) best = {across, first + static_cast<int>(i), area};
  }
}

Cut best_cut(std::span<const Run> runs, const PixelBox& box) {
  std::vector<Extent> rows(static_cast<std::size_t>(box.height()));
  std::vector<Extent> columns(static_cast<std::size_t>(box.width()));
  for (const Run& run : runs) {
    rows[static_cast<std::size_t>(run.y - box.y0)].add(run.x0, run.x1);
    for (int x = run.x0; x < run.x1; ++x) columns[static_cast<std::size_t>(x - box.x0)].add(run.y, run.y + 1);
  }
  Cut best;
  find_best_cut(rows, box.y0, true, best);
  find_best_cut(columns, box.x0, false, best);
  return best;
}

// The edge that the columns of a shape make, as a straight line: its rise over the box, and how far it
// strays.
struct Edge {
  double rise = 0;
  double stray = 0;
};

Edge edge_of(const std::vector<int>& heights) {
  const auto n = static_cast<double>(heights.size());
  double sum = 0, moment = 0, spread = 0;
  for (std::size_t i = 0; i < heights.size(); ++i) {
    const double x = static_cast<double>(i) - (n - 1) / 2;
    sum += heights[i];
    moment += x * heights[i];
    spread += x * x;
  }
  const double slope = spread > 0 ? moment / spread : 0;
  double squares = 0;
  for (std::size_t i = 0; i < heights.size(); ++i) {
    const double off = heights[i] - sum / n - slope * (static_cast<double>(i) - (n - 1) / 2);
    squares += off * off;
  }
  return {slope * n, std::sqrt(squares / n)};
}

// The fill of a wide rectangle turned by at most two degrees, in its own turned box; 0 when the shape is
// none.
double fill_askew(std::span<const Run> runs, const PixelBox& box, long long area) {
  if (box.width() < 2 * box.height()) return 0;
  std::vector<int> top(static_cast<std::size_t>(box.width()), box.y1), bottom(top.size(), box.y0);
  for (const Run& run : runs) {
    for (int x = run.x0; x < run.x1; ++x) {
      const auto column = static_cast<std::size_t>(x - box.x0);
      top[column] = std::min(top[column], run.y);
      bottom[column] = std::max(bottom[column], run.y + 1);
    }
  }
  const Edge upper = edge_of(top), lower = edge_of(bottom);
  const bool straight = upper.stray <= 1.2 && lower.stray <= 1.2 && std::abs(upper.rise - lower.rise) <= 2;
  const double rise = (std::abs(upper.rise) + std::abs(lower.rise)) / 2;
  if (!straight || rise > .035 * box.width()) return 0;
  return std::min(1.0, static_cast<double>(area) / (box.width() * std::max(1.0, box.height() - rise)));
}

struct Halves {
  std::vector<Run> first, second;
};

Halves halves(std::span<const Run> runs, const Cut& cut) {
  Halves parts;
  for (const Run& run : runs) {
    if (cut.across) {
      (run.y < cut.at ? parts.first : parts.second).push_back(run);
      continue;
    }
    if (run.x0 < cut.at) parts.first.push_back({run.y, run.x0, std::min(run.x1, cut.at)});
    if (run.x1 > cut.at) parts.second.push_back({run.y, std::max(run.x0, cut.at), run.x1});
  }
  return parts;
}

// A cut parts boxes when their edges lie apart; those of a rectangle that stands a little askew hardly do.
bool parts_boxes(const Halves& parts, const Cut& cut, double u) {
  if (parts.first.empty() || parts.second.empty()) return true;
  const PixelBox a = box_of(parts.first), b = box_of(parts.second);
  const int off = cut.across ? std::max(std::abs(a.x0 - b.x0), std::abs(a.x1 - b.x1))
                             : std::max(std::abs(a.y0 - b.y0), std::abs(a.y1 - b.y1));
  return off >= .2 * u;
}

void cut_further(std::span<const Run> runs, const CutRule& rule, int depth, std::vector<Piece>& pieces) {
  if (runs.empty()) return;
  const PixelBox box = box_of(runs);
  if (box.width() < .5 * rule.u || box.height() < .5 * rule.u) return;
  long long area = 0;
  for (const Run& run : runs) area += run.x1 - run.x0;
  const double fill = static_cast<double>(area) / static_cast<double>(box.area());
  if (fill < rule.enough_fill && depth < kDeepest) {
    const Cut cut = best_cut(runs, box);
    const auto saving = static_cast<double>(box.area() - cut.area);
    if (saving >= rule.least_saving * static_cast<double>(box.area()) && saving >= .25 * rule.u * rule.u) {
      const Halves parts = halves(runs, cut);
      if (parts_boxes(parts, cut, rule.u)) {
        cut_further(parts.first, rule, depth + 1, pieces);
        cut_further(parts.second, rule, depth + 1, pieces);
        return;
      }
    }
  }
  pieces.push_back({box, std::max(fill, fill_askew(runs, box, area))});
}

}  // namespace

std::vector<Piece> cut_into_rectangles(std::span<const Run> runs, const CutRule& rule) {
  std::vector<Piece> pieces;
  cut_further(runs, rule, 0, pieces);
  return pieces;
}

}  // namespace vaughn::redaction
