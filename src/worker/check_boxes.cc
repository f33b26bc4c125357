// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/check_boxes.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "vaughn/image/components.h"
#include "vaughn/image/morphology.h"
#include "worker/line_picture.h"
#include "worker/marks.h"

namespace vaughn::worker {
namespace {

using image::PixelBox;

constexpr int kLeastGrounds = 8;                  // of a table; the Act alone has fifteen
constexpr Points kSmallest = 4.5, kLargest = 16;  // sides of a box
constexpr double kLeastSide = 0.85;               // of each side's length inked
constexpr double kLeastInk = 0.06;                // of the inside, of a marked box
constexpr Points kFarthest = 30;                  // to the word it belongs to
constexpr double kConfidence = 0.9;

// The share of a side's length with ink near it: of columns for a level side, of rows for an upright one.
bool has_four_sides(const image::Bitmap& ink, const PixelBox& box) {
  const int w = std::max(1, (box.x1 - box.x0) / 5), h = std::max(1, (box.y1 - box.y0) / 5);
  const PixelBox top{box.x0, box.y0, box.x1, box.y0 + h}, bottom{box.x0, box.y1 - h, box.x1, box.y1};
  const PixelBox left{box.x0, box.y0, box.x0 + w, box.y1}, right{box.x1 - w, box.y0, box.x1, box.y1};
  return image::inked_columns(ink, top) >= kLeastSide && image::inked_columns(ink, bottom) >= kLeastSide &&
         image::inked_rows(ink, left) >= kLeastSide && image::inked_rows(ink, right) >= kLeastSide;
}

// Letters are round or open at their corners.
bool has_four_corners(const image::Bitmap& ink, const PixelBox& box) {
  const int w = std::max(1, (box.x1 - box.x0) / 8), h = std::max(1, (box.y1 - box.y0) / 8);
  for (const int x : {box.x0, box.x1 - w})
    for (const int y : {box.y0, box.y1 - h})
      if (image::ink_count(ink, {x, y, x + w, y + h}) == 0) return false;
  return true;
}

// Where straight lines as long as half of the part begin and end: across them for level ones (rows), for
// upright ones (columns).
PixelBox reach_of(const image::Bitmap& lines) {
  PixelBox reach{lines.width(), lines.height(), 0, 0};
  const auto components = image::Components::of(lines, image::Part::kInk, image::Neighbours::kEight);
  for (const image::Component& line : components.all())
    reach = {std::min(reach.x0, line.box.x0), std::min(reach.y0, line.box.y0),
             std::max(reach.x1, line.box.x1), std::max(reach.y1, line.box.y1)};
  return reach;
}

// The square in a component whose mark may reach beyond it: between its outermost straight lines. Empty when
// there are none.
PixelBox square_in(const image::Bitmap& ink, const PixelBox& box) {
  const image::Bitmap part = ink.crop(box);
  const PixelBox level = reach_of(image::opened(part, std::max(3, part.width() / 2), 1));
  const PixelBox upright = reach_of(image::opened(part, 1, std::max(3, part.height() / 2)));
  if (level.y1 <= level.y0 || upright.x1 <= upright.x0) return {};
  return {box.x0 + upright.x0, box.y0 + level.y0, box.x0 + upright.x1, box.y0 + level.y1};
}

bool is_square(const Box& box) {
  const double shape = box.width() / std::max(0.1, box.height());
  return box.height() >= kSmallest && box.height() <= kLargest && shape > 0.75 && shape < 1.33;
}

double ink_inside(const image::Bitmap& ink, const PixelBox& box) {
  const int w = (box.x1 - box.x0) / 4, h = (box.y1 - box.y0) / 4;
  return ink.fraction_below(128, {box.x0 + w, box.y0 + h, box.x1 - w, box.y1 - h});
}

// "(b)(7)", "(k)(2)": how many.
int grounds_in(std::string_view text) {
  int grounds = 0;
  for (std::size_t i = 0; i + 3 < text.size(); ++i)
    if (std::string_view("bdjkBDJK").find(text[i]) != std::string_view::npos && text[i + 1] == ')' &&
        text[i + 2] == '(' && text[i + 3] >= '0' && text[i + 3] <= '9')
      ++grounds;
  return grounds;
}

bool is_level(const Box& a, const Box& b) {
  return std::min(a.y1, b.y1) - std::max(a.y0, b.y0) > 0.4 * std::min(a.height(), b.height());
}

}  // namespace

bool has_table_of_grounds(const TextLayer& words) {
  std::string text;
  for (const Word& word : words) text += word.text;
  return grounds_in(text) >= kLeastGrounds && text.find("552") != std::string::npos;
}

std::vector<CheckBox> find_check_boxes(const image::Bitmap& page, const image::Scale& scale) {
  const image::Bitmap ink = page.binarised(kInkLevel);
  const auto components = image::Components::of(ink, image::Part::kInk, image::Neighbours::kEight);
  std::vector<CheckBox> found;
  for (const image::Component& component : components.all()) {
    const Box whole = scale.to_points(component.box);
    // A tick may reach beyond its box, though not far.
    if (whole.height() < kSmallest || whole.height() > 1.8 * kLargest || whole.width() < kSmallest ||
        whole.width() > 1.8 * kLargest)
      continue;
    const PixelBox square = square_in(ink, component.box);
    const Box box = scale.to_points(square);
    if (!is_square(box) || !has_four_sides(ink, square) || !has_four_corners(ink, square)) continue;
    found.push_back({box, ink_inside(ink, square) >= kLeastInk});
  }
  // What is drawn in a box may be a square itself.
  const auto is_inside = [&](const CheckBox& box) {
    return std::any_of(found.begin(), found.end(), [&](const CheckBox& other) {
      return other.box.area() > box.box.area() && covered_share(box.box, other.box) > 0.9;
    });
  };
  std::vector<CheckBox> outer;
  std::copy_if(found.begin(), found.end(), std::back_inserter(outer),
               [&](const CheckBox& box) { return !is_inside(box); });
  return outer;
}

void read_marked_grounds(const std::vector<CheckBox>& boxes, const image::Bitmap& page,
                         const image::Scale& scale, ocr::Recogniser& recogniser, TextLayer* words) {
  constexpr Points kStrip = 62;  // "(b)(7)(C)" in large type
  image::Bitmap without_boxes = page.copy();
  for (const CheckBox& box : boxes)
    without_boxes.fill(scale.to_pixels(grown(box.box, 0.4 * box.box.width())), 255);
  for (const CheckBox& box : boxes) {
    if (!box.marked) continue;
    Box strip{box.box.x1 + 2, box.box.y0, box.box.x1 + kStrip, box.box.y1};
    for (const CheckBox& other : boxes)
      if (is_level(other.box, box.box) && other.box.x0 > box.box.x1)
        strip.x1 = std::min(strip.x1, other.box.x0 - 1);
    const auto is_in_strip = [&](const Word& word) { return covered_share(word.box, strip) > 0.6; };
    std::string there;
    for (const Word& word : *words)
      if (is_in_strip(word)) there += word.text;
    // Words are words, whatever they say; a ground that was read is one.
    if (there.size() > 12 || grounds_in(there) > 0) continue;
    const ocr::BoxText read =
        recogniser.read_box(line_picture(strip, without_boxes, scale), ocr::Alphabet::kCodes);
    std::string text;
    for (const char c : read.text)
      if (c != ' ' && c != '\n') text += c;
    if (grounds_in(text) == 0) continue;
    const auto first = std::find_if(words->begin(), words->end(), is_in_strip);
    Word ground{text, strip, read.confidence, 0, 0, std::nullopt};
    if (first != words->end()) ground.line = first->line, ground.block = first->block;
    if (first == words->end() && !words->empty())
      ground.line = words->back().line + 1, ground.block = words->back().block + 1;
    const auto at = words->insert(first, std::move(ground)) + 1;
    words->erase(std::remove_if(at, words->end(), is_in_strip), words->end());
  }
}

void put_check_boxes(const std::vector<CheckBox>& boxes, TextLayer* words) {
  for (const CheckBox& box : boxes) {
    // "O", "[]" or "r" is what recognition makes of a box; a longer word has letters of its own.
    std::erase_if(*words, [&](const Word& word) {
      return word.text.size() <= 3 && covered_share(word.box, box.box) > 0.5;
    });
    auto next = words->end();
    for (auto word = words->begin(); word != words->end(); ++word) {
      const double gap = word->box.x0 - box.box.x1;
      const bool nearer = next == words->end() || word->box.x0 < next->box.x0;
      if (is_level(word->box, box.box) && gap > -0.5 * box.box.width() && gap < kFarthest && nearer)
        next = word;
    }
    Word mark{box.marked ? "☒" : "☐", box.box, kConfidence, 0, 0, std::nullopt};
    if (next != words->end())
      mark.line = next->line, mark.block = next->block;
    else if (!box.marked || words->empty())
      continue;
    else
      mark.line = words->back().line + 1, mark.block = words->back().block + 1;
    words->insert(next, std::move(mark));
  }
}

}  // namespace vaughn::worker
