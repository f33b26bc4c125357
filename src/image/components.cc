// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/image/components.h"

#include <algorithm>
#include <bit>
#include <numeric>

#include "image/pixels.h"

namespace vaughn::image {
namespace {

// Runs of set bits of a row, the words flipped by flip first.
void append_runs(const l_uint32* words, int width, int y, l_uint32 flip, std::vector<Run>& runs) {
  int start = -1;
  for (int base = 0; base < width; base += 32) {
    l_uint32 word = words[base / 32] ^ flip;
    if (width - base < 32) word &= ~l_uint32{0} << (32 - (width - base));
    if (word == 0) {
      if (start >= 0) runs.push_back({y, start, base});
      start = -1;
      continue;
    }
    if (word == ~l_uint32{0}) {
      if (start < 0) start = base;
      continue;
    }
    for (int at = 0; at < 32;) {
      // The bits from at on, with what is looked for turned into zeros.
      const l_uint32 rest = (start >= 0 ? ~word : word) << at;
      if (rest == 0) break;
      at += std::countl_zero(rest);
      if (start >= 0) {
        runs.push_back({y, start, base + at});
        start = -1;
      } else {
        start = base + at;
      }
    }
  }
  if (start >= 0) runs.push_back({y, start, width});
}

class DisjointSets {
 public:
  explicit DisjointSets(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), 0u); }

  std::uint32_t find(std::uint32_t a) {
    while (parent_[a] != a) a = parent_[a] = parent_[parent_[a]];
    return a;
  }
  void unite(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    // The earlier run stays the root, so that components come out in reading order.
    if (a < b) parent_[b] = a;
    if (b < a) parent_[a] = b;
  }

 private:
  std::vector<std::uint32_t> parent_;
};

// Joins the runs of neighbouring rows that touch; reach is 0 for four neighbours and 1 for eight.
void unite_rows(const std::vector<Run>& runs, const std::vector<std::size_t>& row_begin, int reach,
                DisjointSets& sets) {
  for (std::size_t row = 1; row + 1 < row_begin.size(); ++row) {
    std::size_t above = row_begin[row - 1];
    std::size_t here = row_begin[row];
    while (above < row_begin[row] && here < row_begin[row + 1]) {
      if (runs[above].x0 < runs[here].x1 + reach && runs[here].x0 < runs[above].x1 + reach) {
        sets.unite(static_cast<std::uint32_t>(above), static_cast<std::uint32_t>(here));
      }
      if (runs[above].x1 < runs[here].x1) {
        ++above;
      } else {
        ++here;
      }
    }
  }
}

void set_runs(Bitmap& mask, std::span<const Run> runs, int op) {
  for (const Run& run : runs) pixRasterop(pix_of(mask), run.x0, run.y, run.x1 - run.x0, 1, op, nullptr, 0, 0);
}

}  // namespace

Components Components::of(const Bitmap& mask, Part part, Neighbours neighbours) {
  std::vector<Run> runs;
  std::vector<std::size_t> row_begin;
  for (int y = 0; y < mask.height(); ++y) {
    row_begin.push_back(runs.size());
    append_runs(row_of(pix_of(mask), y), mask.width(), y, part == Part::kInk ? 0u : ~0u, runs);
  }
  row_begin.push_back(runs.size());
  DisjointSets sets(runs.size());
  unite_rows(runs, row_begin, neighbours == Neighbours::kEight ? 1 : 0, sets);

  Components result;
  std::vector<std::uint32_t> component_of(runs.size());
  for (std::uint32_t i = 0; i < runs.size(); ++i) {
    const std::uint32_t root = sets.find(i);
    if (root == i) {
      component_of[i] = static_cast<std::uint32_t>(result.components_.size());
      result.components_.push_back({{runs[i].x0, runs[i].y, runs[i].x1, runs[i].y + 1}, 0, 0, 0});
    } else {
      component_of[i] = component_of[root];
    }
    Component& component = result.components_[component_of[i]];
    component.box = {std::min(component.box.x0, runs[i].x0), component.box.y0,
                     std::max(component.box.x1, runs[i].x1), runs[i].y + 1};
    component.area += runs[i].x1 - runs[i].x0;
    ++component.end_run;
  }
  std::size_t next = 0;
  for (Component& component : result.components_) {
    const std::size_t count = component.end_run;
    component.first_run = component.end_run = next;
    next += count;
  }
  result.runs_.resize(runs.size());
  for (std::size_t i = 0; i < runs.size(); ++i)
    result.runs_[result.components_[component_of[i]].end_run++] = runs[i];
  return result;
}

void draw_runs(Bitmap& mask, std::span<const Run> runs) {
  set_runs(mask, runs, PIX_SET);
}
void erase_runs(Bitmap& mask, std::span<const Run> runs) {
  set_runs(mask, runs, PIX_CLR);
}

}  // namespace vaughn::image
