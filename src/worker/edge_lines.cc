// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/edge_lines.h"

#include <algorithm>
#include <string>
#include <utility>

#include "vaughn/image/components.h"
#include "worker/line_picture.h"
#include "worker/marks.h"

namespace vaughn::worker {
namespace {

constexpr double kEdgeShare = 0.09;    // of the height
constexpr std::size_t kMostLines = 8;  // a page with more lines there has text to its edges
constexpr Points kLeastWidth = 18;     // of "A-12" in small type
constexpr Points kMostWidth = 300;
constexpr Points kLowest = 4, kTallest = 20;  // of a line
constexpr double kFarthestNext = 1.1;  // between letters of a stamp, in heights of its line: a space and more
constexpr double kSideShare = 0.07;    // of the width
constexpr std::size_t kMostSideMarks = 120, kMostSideLines = 2;
constexpr Points kLeastSideLength = 28;
constexpr int kLeastSideLetters = 5;
constexpr double kAccountedFor = 0.7;  // of a line's width, by words

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

struct AtLine {
  double covered = 0;  // share of the line's width that words lie on
  int digits = 0;
};

AtLine words_at(const Box& line, const TextLayer& words) {
  AtLine found;
  for (const Word& word : words) {
    const Box shared = intersection(word.box, line);
    if (shared.empty() || shared.height() < 0.4 * std::min(line.height(), word.box.height())) continue;
    found.covered += shared.width() / line.width();
    found.digits += static_cast<int>(std::count_if(word.text.begin(), word.text.end(), is_digit));
  }
  return found;
}

bool is_worth_reading(const Box& line, const TextLayer& words) {
  const AtLine found = words_at(line, words);
  return found.covered < kAccountedFor || found.digits >= 2;
}

// Letters, and letters that touch each other, from left to right.
std::vector<Box> marks_in(const image::Bitmap& band, const image::Scale& scale) {
  const auto components =
      image::Components::of(band.binarised(kInkLevel), image::Part::kInk, image::Neighbours::kEight);
  std::vector<Box> marks;
  for (const image::Component& component : components.all()) {
    const Box mark = scale.to_points(component.box);
    if (mark.height() < kTallest && mark.width() < kMostWidth && mark.width() + mark.height() > 2)
      marks.push_back(mark);
  }
  std::sort(marks.begin(), marks.end(), [](const Box& a, const Box& b) { return a.x0 < b.x0; });
  return marks;
}

Box moved(const Box& box, Points dx, Points dy) {
  return {box.x0 + dx, box.y0 + dy, box.x1 + dx, box.y1 + dy};
}

bool continues(const Box& line, const Box& mark) {
  const double height = std::clamp(line.height(), kLowest, kTallest);
  const bool level = mark.center_y() > line.y0 - 0.2 * height && mark.center_y() < line.y1 + 0.2 * height;
  return level && mark.x0 - line.x1 < kFarthestNext * height && bounding(line, mark).height() < kTallest;
}

std::vector<Box> lines_of(const std::vector<Box>& marks) {
  std::vector<Box> lines;
  for (const Box& mark : marks) {
    Box* nearest = nullptr;
    for (Box& line : lines)
      if (continues(line, mark) && (nearest == nullptr || line.x1 > nearest->x1)) nearest = &line;
    if (nearest != nullptr)
      *nearest = bounding(*nearest, mark);
    else
      lines.push_back(mark);
  }
  return lines;
}

}  // namespace

std::vector<Box> edge_lines_worth_reading(const image::Bitmap& page, const image::Scale& scale,
                                          const TextLayer& words) {
  const Points height = scale.to_points(page.bounds()).height();
  const int depth = static_cast<int>(kEdgeShare * page.height());
  const image::PixelBox top = {0, 0, page.width(), depth};
  const image::PixelBox bottom = {0, page.height() - depth, page.width(), page.height()};
  if (depth < 8) return {};
  std::vector<Box> lines;
  for (const image::PixelBox& band : {top, bottom})
    for (const Box& found : lines_of(marks_in(page.crop(band), scale))) {
      const Box line = moved(found, band.x0 / scale.x, band.y0 / scale.y);
      if (line.height() >= kLowest && line.width() >= kLeastWidth && line.width() <= kMostWidth &&
          is_worth_reading(line, words))
        lines.push_back(line);
    }
  const auto from_edge = [&](const Box& line) { return std::min(line.center_y(), height - line.center_y()); };
  std::stable_sort(lines.begin(), lines.end(),
                   [&](const Box& a, const Box& b) { return from_edge(a) < from_edge(b); });
  if (lines.size() > kMostLines) lines.resize(kMostLines);
  std::stable_sort(lines.begin(), lines.end(), [](const Box& a, const Box& b) { return a.y0 < b.y0; });
  return lines;
}

std::vector<EdgeLine> read_edge_lines(const std::vector<Box>& lines, const image::Bitmap& page,
                                      const image::Scale& scale, ocr::Recogniser& recogniser) {
  std::vector<EdgeLine> read;
  for (const Box& line : lines) {
    const ocr::BoxText text = recogniser.read_box(line_picture(line, page, scale), ocr::Alphabet::kAny);
    if (std::any_of(text.text.begin(), text.text.end(), is_digit))
      read.push_back({text.text, text.confidence, line});
  }
  return read;
}

std::vector<Box> side_lines_worth_reading(const image::Bitmap& page, const image::Scale& scale,
                                          const TextLayer& words) {
  const int depth = static_cast<int>(kSideShare * page.width());
  if (depth < 8) return {};
  std::vector<Box> lines;
  for (const int x : {0, page.width() - depth}) {
    // Lying as text does: what was at the bottom is at the left.
    const image::Bitmap lying = page.crop({x, 0, x + depth, page.height()}).rotated(1);
    const std::vector<Box> marks = marks_in(lying, {scale.y, scale.x});
    if (marks.size() > kMostSideMarks) continue;  // text runs to the edge
    std::vector<Box> here;
    for (const Box& line : lines_of(marks)) {
      const Box upright{line.y0 + x / scale.x, page.height() / scale.y - line.x1, line.y1 + x / scale.x,
                        page.height() / scale.y - line.x0};
      const auto letters = std::count_if(marks.begin(), marks.end(),
                                         [&](const Box& mark) { return covered_share(mark, line) > 0.9; });
      const bool known = std::any_of(words.begin(), words.end(), [&](const Word& word) {
        return !word.confidence && word.box.height() > word.box.width() &&
               covered_share(word.box, upright) > 0.5;
      });
      if (line.height() >= kLowest && line.width() >= kLeastSideLength && line.width() <= kMostWidth &&
          letters >= kLeastSideLetters && !known)
        here.push_back(upright);
    }
    if (here.size() <= kMostSideLines) lines.insert(lines.end(), here.begin(), here.end());
  }
  return lines;
}

std::vector<EdgeLine> read_side_lines(const std::vector<Box>& lines, const image::Bitmap& page,
                                      const image::Scale& scale, ocr::Recogniser& recogniser) {
  std::vector<EdgeLine> read;
  for (const Box& line : lines) {
    const image::PixelBox pixels =
        intersection(scale.to_pixels(grown(line, 0.35 * line.width())), page.bounds());
    const image::Bitmap upright = page.crop(pixels);
    ocr::BoxText best;
    for (const int turns : {1, 3}) {
      const image::Bitmap lying = upright.rotated(turns);
      const image::Scale across{scale.y, scale.x};
      ocr::BoxText text = recogniser.read_box(line_picture(across.to_points(lying.bounds()), lying, across),
                                              ocr::Alphabet::kAny);
      if (text.confidence > best.confidence) best = std::move(text);
    }
    if (std::any_of(best.text.begin(), best.text.end(), is_digit))
      read.push_back({best.text, best.confidence, line});
  }
  return read;
}

}  // namespace vaughn::worker
