// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/edge_lines.h"

#include <algorithm>
#include <string>

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

// Letters, and letters that touch each other, of one end of the page, from left to right.
std::vector<Box> marks_in(const image::PixelBox& band, const image::Bitmap& page, const image::Scale& scale) {
  const auto components = image::Components::of(page.crop(band).binarised(kInkLevel), image::Part::kInk,
                                                image::Neighbours::kEight);
  std::vector<Box> marks;
  for (const image::Component& component : components.all()) {
    image::PixelBox box = component.box;
    box.x0 += band.x0, box.x1 += band.x0, box.y0 += band.y0, box.y1 += band.y0;
    const Box mark = scale.to_points(box);
    if (mark.height() < kTallest && mark.width() < kMostWidth && mark.width() + mark.height() > 2)
      marks.push_back(mark);
  }
  std::sort(marks.begin(), marks.end(), [](const Box& a, const Box& b) { return a.x0 < b.x0; });
  return marks;
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
    for (const Box& line : lines_of(marks_in(band, page, scale)))
      if (line.height() >= kLowest && line.width() >= kLeastWidth && line.width() <= kMostWidth &&
          is_worth_reading(line, words))
        lines.push_back(line);
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

}  // namespace vaughn::worker
