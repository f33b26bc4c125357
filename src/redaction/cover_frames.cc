// SPDX-License-Identifier: GPL-3.0-or-later
#include "redaction/cover_frames.h"

#include <algorithm>
#include <cstdlib>

#include "vaughn/image/morphology.h"

namespace vaughn::redaction {
namespace {

using image::PixelBox;

constexpr int kNear = 2;
// A page of dashed lines or of hatching has no broken frames that could be told from chance.
constexpr std::size_t kMostUprights = 1500;
constexpr int kMostTries = 3000;  // pairs whose other sides are looked for

struct Trace {
  double present = 0;                      // share of the side that has ink
  int longest_gap = 0;                     // pixels
  int missing_begin = 0, missing_end = 0;  // around all gaps but those at the ends, on the page
  int first_gap = 0, last_gap = 0;         // at its ends
};

// holds(i) tells whether there is ink at place i of the side.
template <class Holds>
Trace trace_side(int begin, int end, Holds holds) {
  Trace trace;
  int present = 0, gap = 0;
  bool seen = false;
  for (int i = begin; i < end; ++i) {
    if (holds(i)) {
      if (gap > 0 && seen) {
        if (trace.missing_end == 0) trace.missing_begin = i - gap;
        trace.missing_end = i;
      }
      ++present;
      gap = 0;
      seen = true;
      continue;
    }
    trace.longest_gap = std::max(trace.longest_gap, ++gap);
    if (!seen) ++trace.first_gap;
  }
  trace.last_gap = gap;
  trace.present = end > begin ? static_cast<double>(present) / (end - begin) : 0;
  return trace;
}

bool side_is_there(const Trace& trace, double u) {
  return trace.present >= .7 && trace.longest_gap <= 1.5 * u && trace.first_gap <= .35 * u &&
         trace.last_gap <= .35 * u;
}

bool side_across(const Lines& lines, int x0, int x1, int y, double u) {
  return side_is_there(
      trace_side(x0, x1,
                 [&](int x) {
                   return image::ink_count(lines.dark, {x, y - kNear, x + 1, y + kNear + 1}) > 0;
                 }),
      u);
}

Trace trace_down(const Lines& lines, int y0, int y1, int x) {
  return trace_side(y0, y1, [&](int y) {
    return image::ink_count(lines.dark, {x - kNear, y, x + kNear + 1, y + 1}) > 0;
  });
}

// A stamp printed through the box, on ground of its own, interrupts both uprights at the same height.
bool are_overprinted(const Trace& left, const Trace& right, double u) {
  const auto whole_but_for_one_place = [&](const Trace& side) {
    return side.present >= .4 && side.missing_end - side.missing_begin <= 2.6 * u &&
           side.first_gap <= .35 * u && side.last_gap <= .35 * u;
  };
  return whole_but_for_one_place(left) && whole_but_for_one_place(right) &&
         std::abs(left.missing_begin - right.missing_begin) <= .5 * u &&
         std::abs(left.missing_end - right.missing_end) <= .5 * u;
}

bool sides_down(const Lines& lines, int y0, int y1, int left_x, int right_x, double u) {
  constexpr double kTall = 2.8;  // in u: of a lower box the gap would be nearly all
  const Trace left = trace_down(lines, y0, y1, left_x), right = trace_down(lines, y0, y1, right_x);
  return (side_is_there(left, u) && side_is_there(right, u)) ||
         (y1 - y0 >= kTall * u && are_overprinted(left, right, u));
}

PixelBox around(const PixelBox& a, const PixelBox& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

bool in_line(const PixelBox& a, const PixelBox& b) {
  constexpr int kOff = 3;
  return std::abs((a.x0 + a.x1) - (b.x0 + b.x1)) <= 2 * kOff;
}

// Adds what broken uprights were before: pieces in line with gaps of at most 1.5 u, put together one after
// the other.
void add_joined_uprights(std::vector<PixelBox>& pieces, double u) {
  std::sort(pieces.begin(), pieces.end(), [](const PixelBox& a, const PixelBox& b) { return a.y0 < b.y0; });
  const std::size_t count = pieces.size();
  if (count > kMostUprights) return;
  for (std::size_t i = 0; i < count; ++i) {
    PixelBox whole = pieces[i];
    for (std::size_t j = i + 1; j < count; ++j) {
      const PixelBox& next = pieces[j];
      if (next.y0 > whole.y1 + 1.5 * u) break;
      if (next.y1 <= whole.y1 || !in_line(whole, next)) continue;
      whole = around(whole, next);
      if (pieces.size() < kMostUprights) pieces.push_back(whole);
    }
  }
}

void span_uprights(const Sheet& sheet, const Lines& lines, std::vector<PixelBox>& frames) {
  const double u = sheet.u;
  const double alike = std::max(3.0, .25 * u);
  int tries = 0;
  std::vector<PixelBox> sides = lines.pieces_down;
  std::erase_if(sides,
                [&](const PixelBox& side) { return side.height() < 1.5 * u || side.width() > .6 * u; });
  add_joined_uprights(sides, u);
  std::erase_if(sides, [&](const PixelBox& side) { return side.height() < 2.2 * u; });
  if (sides.size() >= kMostUprights) return;
  std::sort(sides.begin(), sides.end(), [](const PixelBox& a, const PixelBox& b) { return a.x0 < b.x0; });
  for (std::size_t i = 0; i < sides.size(); ++i) {
    for (std::size_t j = i + 1; j < sides.size(); ++j) {
      const PixelBox &left = sides[i], &right = sides[j];
      if (right.x1 - left.x0 < 2.6 * u) continue;
      if (std::abs(left.y0 - right.y0) > alike || std::abs(left.y1 - right.y1) > alike) continue;
      const int top = std::min(left.y0, right.y0) + 1, bottom = std::max(left.y1, right.y1) - 2;
      if (++tries > kMostTries) return;
      if (!side_across(lines, left.x0, right.x1, top, u) || !side_across(lines, left.x0, right.x1, bottom, u))
        continue;
      frames.push_back({left.x0, std::min(left.y0, right.y0), right.x1, std::max(left.y1, right.y1)});
      break;  // the nearest partner: farther ones take in the next box as well
    }
  }
}

void span_levels(const Sheet& sheet, const Lines& lines, std::vector<PixelBox>& frames) {
  const double u = sheet.u;
  const double alike = std::max(3.0, .25 * u);
  int tries = 0;
  std::vector<PixelBox> sides = lines.pieces_across;
  std::erase_if(sides,
                [&](const PixelBox& side) { return side.width() < 2.6 * u || side.height() > .6 * u; });
  if (sides.size() >= kMostUprights) return;
  std::sort(sides.begin(), sides.end(), [](const PixelBox& a, const PixelBox& b) { return a.y0 < b.y0; });
  for (std::size_t i = 0; i < sides.size(); ++i) {
    for (std::size_t j = i + 1; j < sides.size(); ++j) {
      const PixelBox &upper = sides[i], &lower = sides[j];
      if (lower.y1 - upper.y0 < 2.2 * u) continue;
      if (std::abs(upper.x0 - lower.x0) > alike || std::abs(upper.x1 - lower.x1) > alike) continue;
      const int left = std::min(upper.x0, lower.x0) + 1, right = std::max(upper.x1, lower.x1) - 2;
      if (++tries > kMostTries) return;
      if (!sides_down(lines, upper.y0, lower.y1, left, right, u)) continue;
      frames.push_back({std::min(upper.x0, lower.x0), upper.y0, std::max(upper.x1, lower.x1), lower.y1});
      break;
    }
  }
}

// A table's outline has lines from side to side in it.
bool is_crossed(const Lines& lines, const PixelBox& frame, double u) {
  const auto margin = static_cast<int>(.5 * u) + 2;
  const int step = 2;
  for (int y = frame.y0 + margin; y + margin < frame.y1; y += step) {
    if (image::inked_columns(lines.across, {frame.x0 + 3, y, frame.x1 - 3, y + step}) > .9) return true;
  }
  for (int x = frame.x0 + margin; x + margin < frame.x1; x += step) {
    if (image::inked_rows(lines.down, {x, frame.y0 + 3, x + step, frame.y1 - 3}) > .9) return true;
  }
  return false;
}

}  // namespace

std::vector<PixelBox> find_frames(const Sheet& sheet, const Lines& lines) {
  std::vector<PixelBox> frames;
  span_uprights(sheet, lines, frames);
  span_levels(sheet, lines, frames);
  std::erase_if(frames, [&](const PixelBox& frame) { return is_crossed(lines, frame, sheet.u); });
  return frames;
}

}  // namespace vaughn::redaction
