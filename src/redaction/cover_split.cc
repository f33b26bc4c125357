// SPDX-License-Identifier: GPL-3.0-or-later
#include "redaction/cover_split.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>

namespace vaughn::redaction {
namespace {

using image::PixelBox;

struct Span {
  int begin = 0, end = 0;
  int letters = 1;
  double centre() const { return (begin + end) / 2.0; }
};

// Joins what is nearer than gap; sorted.
std::vector<Span> joined(std::vector<Span> spans, double gap) {
  std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
  std::vector<Span> groups;
  for (const Span& span : spans) {
    if (!groups.empty() && span.begin - groups.back().end < gap) {
      groups.back().end = std::max(groups.back().end, span.end);
      groups.back().letters += span.letters;
    } else {
      groups.push_back(span);
    }
  }
  return groups;
}

// Where [begin, end) has to be cut so that each group stands in the middle of its part. The first part ends
// as far behind its group's middle as it begins before it, and so on; the last one must then end at end.
std::optional<std::vector<int>> cuts_between(const std::vector<Span>& groups, Span whole, double tolerance,
                                             double least_part, double least_group) {
  // A lone narrow mark is no code but the edge of a letter that the cover has cut.
  const bool all_codes = std::all_of(groups.begin(), groups.end(), [&](const Span& g) {
    return g.letters >= 2 || g.end - g.begin >= least_group;
  });
  if (groups.size() < 2 || !all_codes) return std::nullopt;
  std::vector<int> cuts;
  double from = whole.begin;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const double to = 2 * groups[i].centre() - from;
    const bool last = i + 1 == groups.size();
    if (to - from < least_part) return std::nullopt;
    if (last)
      return std::abs(to - whole.end) <= tolerance * static_cast<double>(groups.size()) ? std::optional(cuts)
                                                                                        : std::nullopt;
    if (to < groups[i].end || to > groups[i + 1].begin) return std::nullopt;
    cuts.push_back(static_cast<int>(std::lround(to)));
    from = to;
  }
  return std::nullopt;
}

// Letters on the box: marks of another level, of a letter's size.
std::vector<PixelBox> letters_on(const Sheet& sheet, const PixelBox& box, int level) {
  constexpr int kOther = 35;
  const PixelBox inner =
      intersection(grown(box, -std::max(2, static_cast<int>(.12 * sheet.u))), sheet.levels.bounds());
  std::vector<PixelBox> letters;
  if (inner.empty()) return letters;
  const int w = inner.width(), h = inner.height();
  std::vector<std::uint8_t> other(static_cast<std::size_t>(w) * static_cast<std::size_t>(h), 255);
  for (int y = 0; y < h; ++y) {
    const std::uint8_t* row = sheet.levels.row(inner.y0 + y) + inner.x0;
    for (int x = 0; x < w; ++x) {
      if (std::abs(row[x] - level) > kOther) other[static_cast<std::size_t>(y * w + x)] = 0;
    }
  }
  const auto marks = image::Components::of(image::GrayPlane(w, h, std::move(other)).between(0, 128),
                                           image::Part::kInk, image::Neighbours::kEight);
  for (const image::Component& mark : marks.all()) {
    const PixelBox& m = mark.box;
    if (m.height() < .3 * sheet.u || m.height() > 1.6 * sheet.u || m.width() > 3 * sheet.u) continue;
    letters.push_back({m.x0 + inner.x0, m.y0 + inner.y0, m.x1 + inner.x0, m.y1 + inner.y0});
  }
  return letters;
}

std::vector<PixelBox> split_row(const Sheet& sheet, const PixelBox& row,
                                const std::vector<PixelBox>& letters) {
  std::vector<Span> words;
  for (const PixelBox& m : letters) {
    if ((m.y0 + m.y1) / 2 >= row.y0 && (m.y0 + m.y1) / 2 < row.y1) words.push_back({m.x0, m.x1});
  }
  std::vector<PixelBox> parts;
  int from = row.x0;
  if (const auto cuts = cuts_between(joined(words, .9 * sheet.u), {row.x0, row.x1}, .6 * sheet.u,
                                     1.8 * sheet.u, 1.5 * sheet.u)) {
    for (const int cut : *cuts) {
      parts.push_back({from, row.y0, cut, row.y1});
      from = cut;
    }
  }
  parts.push_back({from, row.y0, row.x1, row.y1});
  return parts;
}

}  // namespace

bool holds_code(const Sheet& sheet, const PixelBox& box, int level) {
  constexpr std::ptrdiff_t kFewestLetters = 2;
  // What reaches the rim is the paper of a notch, or a letter beside the cover.
  const PixelBox inner = grown(box, -std::max(2, static_cast<int>(.12 * sheet.u)) - 1);
  const std::vector<PixelBox> letters = letters_on(sheet, box, level);
  return std::count_if(letters.begin(), letters.end(), [&](const PixelBox& letter) {
           return intersection(letter, inner) == letter;
         }) >= kFewestLetters;
}

std::vector<PixelBox> split_between_codes(const Sheet& sheet, const PixelBox& box, int level) {
  const std::vector<PixelBox> letters = letters_on(sheet, box, level);
  std::vector<Span> lines;
  for (const PixelBox& m : letters) lines.push_back({m.y0, m.y1});
  std::vector<PixelBox> rows;
  int from = box.y0;
  if (const auto cuts = cuts_between(joined(lines, .3 * sheet.u), {box.y0, box.y1}, .35 * sheet.u,
                                     1.1 * sheet.u, .3 * sheet.u)) {
    for (const int cut : *cuts) {
      rows.push_back({box.x0, from, box.x1, cut});
      from = cut;
    }
  }
  rows.push_back({box.x0, from, box.x1, box.y1});
  std::vector<PixelBox> parts;
  for (const PixelBox& row : rows) {
    const std::vector<PixelBox> of_row = split_row(sheet, row, letters);
    parts.insert(parts.end(), of_row.begin(), of_row.end());
  }
  return parts;
}

}  // namespace vaughn::redaction
