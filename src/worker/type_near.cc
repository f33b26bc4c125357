// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/type_near.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "vaughn/base/utf8.h"
#include "vaughn/redaction/code_placement.h"

namespace vaughn::worker {
namespace {

constexpr double kSpace = 1.0;                     // widest gap between words, by their height
constexpr int kLabelCharacters = 14;               // a line in the margin with no more is a label
constexpr int kEnoughCharacters = 240;             // about three full lines
constexpr double kSmaller = 0.72, kLarger = 1.35;  // heights of the same type, with and without descenders
constexpr double kPitchByHeight = 1.2;
constexpr double kTightest = 0.8, kWidest = 2.7;  // line pitch by height: solid capitals to double spacing
constexpr std::size_t kPitches = 9;

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

bool shares_columns(const Box& a, const Box& b) {
  return std::min(a.x1, b.x1) > std::max(a.x0, b.x0);
}

bool level(const Box& a, const Box& b) {
  return std::min(a.y1, b.y1) - std::max(a.y0, b.y0) > 0.5 * std::min(a.height(), b.height());
}

double distance(const Box& a, const Box& b) {
  const double across = std::max({0.0, b.x0 - a.x1, a.x0 - b.x1});
  const double down = std::max({0.0, b.y0 - a.y1, a.y0 - b.y1});
  return level(a, b) ? across / 4 : across + 2 * down;
}

TypeLine line_of(TextLayer::const_iterator begin, TextLayer::const_iterator end) {
  TypeLine line;
  std::vector<double> heights;
  for (auto word = begin; word != end; ++word) {
    line.box = bounding(line.box, word->box);
    heights.push_back(word->box.height());
  }
  line.height = median(std::move(heights));
  for (auto word = begin; word != end; ++word) {
    line.width += std::max(0.0, word->box.width());
    line.characters += static_cast<int>(count_code_points(word->text));
    ++line.words;
    if (word == begin) continue;
    const Points gap = word->box.x0 - std::prev(word)->box.x1;
    if (gap < 0 || gap > kSpace * line.height) continue;
    line.width += gap;
    ++line.characters;
  }
  return line;
}

// Text that runs up or down the page tells nothing about text that runs across.
bool runs_across(const Word& word) {
  return word.box.height() < 1.5 * word.box.width() || count_code_points(word.text) < 3;
}

bool is_label(const TypeLine& line, Points page_width) {
  return line.characters <= kLabelCharacters && redaction::in_margin(line.box, page_width);
}

struct Near {
  double distance = 0;
  const TypeLine* line = nullptr;
};

// The nearest lines, nearest first. A page may have any number of lines and of covers.
std::vector<Near> by_distance(const Box& box, const std::vector<TypeLine>& lines) {
  constexpr std::size_t kMost = 120;
  std::vector<Near> near;
  for (const TypeLine& line : lines) near.push_back({distance(box, line.box), &line});
  const std::size_t kept = std::min(kMost, near.size());
  std::partial_sort(near.begin(), near.begin() + static_cast<std::ptrdiff_t>(kept), near.end(),
                    [](const Near& a, const Near& b) {
                      return std::pair(a.distance, a.line) < std::pair(b.distance, b.line);
                    });
  near.resize(kept);
  return near;
}

// The height of ordinary type here: that of the line the box stands in, else the one that most characters
// near it have.
Points reference_height(const Box& box, const std::vector<Near>& near) {
  constexpr int kWitnesses = 600;
  std::vector<double> heights;
  for (const auto& [_, line] : near) {
    if (level(line->box, box) && line->characters > 3 && box.height() < 2 * line->height) return line->height;
    heights.insert(heights.end(), static_cast<std::size_t>(line->characters), line->height);
    if (heights.size() > kWitnesses) break;
  }
  return median(std::move(heights));
}

bool same_type(const TypeLine& line, Points height) {
  return line.height > kSmaller * height && line.height < kLarger * height;
}

// From the nearest pairs of successive lines. A pair on both sides of the box says nothing: the lines between
// are what is covered.
std::optional<Points> pitch_near(const Box& box, const std::vector<Near>& near, Points height) {
  std::vector<double> pitches;
  for (const auto& [_, upper] : near) {
    if (!same_type(*upper, height)) continue;
    std::optional<Points> next;
    for (const auto& [__, lower] : near) {
      const Points down = lower->box.center_y() - upper->box.center_y();
      if (down < kTightest * height || !same_type(*lower, height)) continue;
      if (shares_columns(upper->box, lower->box) && (!next || down < *next)) next = down;
    }
    if (!next || *next > kWidest * height) continue;
    const bool astride = upper->box.center_y() < box.center_y() &&
                         upper->box.center_y() + *next > box.center_y() && shares_columns(upper->box, box) &&
                         !level(upper->box, box);
    if (!astride) pitches.push_back(*next);
    if (pitches.size() == kPitches) break;
  }
  return pitches.empty() ? std::nullopt : std::optional(median(std::move(pitches)));
}

}  // namespace

std::vector<TypeLine> type_lines(const TextLayer& words, Points page_width) {
  std::vector<TypeLine> lines;
  for (auto begin = words.begin(); begin != words.end();) {
    const auto end = std::find_if(begin, words.end(), [&](const Word& word) {
      return word.line != begin->line || word.block != begin->block;
    });
    const TypeLine line = line_of(begin, end);
    if (std::all_of(begin, end, runs_across) && line.width > 0 && line.height > 0 &&
        !is_label(line, page_width))
      lines.push_back(line);
    begin = end;
  }
  return lines;
}

Type type_near(const Box& box, const std::vector<TypeLine>& lines) {
  if (lines.empty()) return {};
  const std::vector<Near> near = by_distance(box, lines);
  const Points height = reference_height(box, near);
  Points width = 0;
  double height_sum = 0;
  int characters = 0, words = 0;
  for (const auto& [_, line] : near) {
    if (!same_type(*line, height)) continue;
    width += line->width;
    height_sum += line->height * line->characters;
    characters += line->characters;
    words += line->words;
    if (characters >= kEnoughCharacters) break;
  }
  Type type;
  if (characters == 0) return type;
  type.advance = std::clamp(width / characters, 1.5, 40.0);
  type.height = std::clamp(height_sum / characters, 3.0, 80.0);
  type.pitch = std::max(pitch_near(box, near, height).value_or(kPitchByHeight * type.height), 3.0);
  type.word_characters = std::clamp((characters + 1.0) / words, 3.0, 12.0);
  return type;
}

double fullness_near(const Box& box, const std::vector<TypeLine>& lines) {
  constexpr std::size_t kWitnesses = 10;
  constexpr double kOrdinary = 0.75;
  if (lines.empty() || box.empty()) return kOrdinary;
  const std::vector<Near> near = by_distance(box, lines);
  const Points height = reference_height(box, near);
  double filled = 0;
  std::size_t seen = 0;
  for (const auto& [_, line] : near) {
    if (level(line->box, box) || !same_type(*line, height) || !shares_columns(line->box, box)) continue;
    const Points shared = std::min(line->box.x1, box.x1) - std::max(line->box.x0, box.x0);
    filled += shared / box.width() * line->width / line->box.width();
    if (++seen == kWitnesses) break;
  }
  return seen > 0 ? std::min(filled / static_cast<double>(seen), 1.0) : kOrdinary;
}

}  // namespace vaughn::worker
