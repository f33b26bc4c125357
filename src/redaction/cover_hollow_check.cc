// SPDX-License-Identifier: GPL-3.0-or-later
#include "redaction/cover_hollow_check.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "vaughn/image/morphology.h"

namespace vaughn::redaction {
namespace {

using image::Component;
using image::PixelBox;

struct Size {
  double w = 0, h = 0;
};

bool shape_is_possible(const Piece& piece, const Size& size) {
  if (piece.fill < .4 || size.w < 2.6 || size.h < 1.0 || size.h > 6 * size.w) return false;
  const double shape = size.w / size.h;
  const bool check_box = shape > .5 && shape < 1.7 && std::max(size.w, size.h) < 2.6;
  return !check_box;
}

double dark_share(const Sheet& sheet, const PixelBox& box) {
  const PixelBox part = intersection(box, sheet.levels.bounds());
  if (part.empty()) return 0;
  const auto histogram = sheet.levels.histogram(part);
  long long dark = 0;
  for (int level = 0; level < sheet.level_at(.62); ++level)
    dark += histogram[static_cast<std::size_t>(level)];
  return static_cast<double>(dark) / static_cast<double>(part.area());
}

// The inside of a fat letter or of a logo is bounded by strokes, not by lines: still dark where no line would
// be.
bool has_thick_border(const Sheet& sheet, const PixelBox& b) {
  const int near = std::max(6, static_cast<int>(.45 * sheet.u));
  const int far = near + 3;
  const std::array<PixelBox, 4> strips{
      PixelBox{b.x0, b.y0 - far, b.x1, b.y0 - near}, PixelBox{b.x0, b.y1 + near, b.x1, b.y1 + far},
      PixelBox{b.x0 - far, b.y0, b.x0 - near, b.y1}, PixelBox{b.x1 + near, b.y0, b.x1 + far, b.y1}};
  return std::count_if(strips.begin(), strips.end(),
                       [&](const PixelBox& s) { return dark_share(sheet, s) > .6; }) > 1;
}

struct Step {
  int x = 0, y = 0;
};

// Dark pixels on end, in direction step, of a line that runs within three pixels of (x, y); 0 where there is
// none.
int thickness_at(const Sheet& sheet, int x, int y, Step step) {
  constexpr int kNear = 3, kThickest = 10;
  const int dark = sheet.level_at(.78);
  const auto is_dark = [&](int i) {
    const int px = x + i * step.x, py = y + i * step.y;
    return px >= 0 && py >= 0 && px < sheet.width() && py < sheet.height() && sheet.levels.at(px, py) < dark;
  };
  for (const int start : {0, -1, 1, -2, 2, -kNear, kNear}) {
    if (!is_dark(start)) continue;
    int first = start, last = start;
    while (start - first < kThickest && is_dark(first - 1)) --first;
    while (last - start < kThickest && is_dark(last + 1)) ++last;
    return last - first + 1;
  }
  return 0;
}

int median_thickness_across(const Sheet& sheet, int x0, int x1, int y) {
  std::array<int, 9> samples{};
  for (int i = 0; i < 9; ++i)
    samples[static_cast<std::size_t>(i)] = thickness_at(sheet, x0 + (x1 - x0) * (2 * i + 1) / 18, y, {0, 1});
  std::nth_element(samples.begin(), samples.begin() + 4, samples.end());
  return samples[4];
}

int median_thickness_down(const Sheet& sheet, int y0, int y1, int x) {
  std::array<int, 9> samples{};
  for (int i = 0; i < 9; ++i)
    samples[static_cast<std::size_t>(i)] = thickness_at(sheet, x, y0 + (y1 - y0) * (2 * i + 1) / 18, {1, 0});
  std::nth_element(samples.begin(), samples.begin() + 4, samples.end());
  return samples[4];
}

// A form's line that a box was drawn over goes on beyond it, but is another line.
bool same_pen(int arm, int side) {
  return arm >= .6 * side - 1 && arm <= 1.7 * side + 1;
}

// Which of the eight prolongations of the sides beyond the corners exist: a table's lines go on, a box's do
// not.
struct Arms {
  int across = 0;           // of four
  int left = 0, right = 0;  // of the left and the right side, two each
  int all() const { return across + left + right; }
};

Arms find_arms(const Sheet& sheet, const Lines& lines, const PixelBox& b) {
  constexpr int kOff = 4, kNear = 2;
  const int length = static_cast<int>(1.3 * sheet.u);  // more than the stem of a letter that touches the box
  Arms arms;
  for (const int y : {b.y0, b.y1 - 1}) {
    const int side = median_thickness_across(sheet, b.x0, b.x1, y);
    for (const int x0 : {b.x0 - kOff - length, b.x1 + kOff}) {
      const int x1 = x0 + length;
      const bool there = image::inked_columns(lines.across, {x0, y - kNear, x1, y + kNear + 1}) >= .8;
      arms.across += there && same_pen(median_thickness_across(sheet, x0, x1, y), side) ? 1 : 0;
    }
  }
  for (const int x : {b.x0, b.x1 - 1}) {
    const int side = median_thickness_down(sheet, b.y0, b.y1, x);
    for (const int y0 : {b.y0 - kOff - length, b.y1 + kOff}) {
      const int y1 = y0 + length;
      const bool there = image::inked_rows(lines.down, {x - kNear, y0, x + kNear + 1, y1}) >= .8;
      const int arm = there && same_pen(median_thickness_down(sheet, y0, y1, x), side) ? 1 : 0;
      (x == b.x0 ? arms.left : arms.right) += arm;
    }
  }
  return arms;
}

// A side goes on for more than the next boxes of a stair would make it.
bool sides_go_on(const Lines& lines, const PixelBox& b) {
  constexpr int kOff = 4, kNear = 2;
  const int length = static_cast<int>(2.6 * b.height());
  for (const int x : {b.x0, b.x1 - 1}) {
    for (const int y0 : {b.y0 - kOff - length, b.y1 + kOff}) {
      const PixelBox beyond{x - kNear, y0, x + kNear + 1, y0 + length};
      if (image::inked_rows(lines.down, beyond) >= .95) return true;
    }
  }
  return false;
}

bool in_one_word(const PixelBox& a, const PixelBox& b, double u) {
  const int overlap = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
  const int gap = std::max(a.x0, b.x0) - std::min(a.x1, b.x1);
  return overlap >= .5 * std::min(a.height(), b.height()) && gap < .8 * u &&
         std::max(a.height(), b.height()) <= 2.2 * std::min(a.height(), b.height());
}

// Marks inside the box that have a neighbour as letters have; specks mostly have none. What stands in other
// covers inside is theirs.
std::vector<PixelBox> letters_in(const Sheet& sheet, const PixelBox& box,
                                 const std::vector<Candidate>& others) {
  const PixelBox inner = grown(box, -3);
  std::vector<PixelBox> marks;
  for (const Component& mark : sheet.marks) {
    const PixelBox& m = mark.box;
    if (m.height() < .4 * sheet.u || intersection(m, inner) != m) continue;
    const bool theirs = std::any_of(others.begin(), others.end(), [&](const Candidate& other) {
      return other.box.area() < .7 * static_cast<double>(box.area()) &&
             intersection(grown(other.box, 4), m) == m;
    });
    if (!theirs) marks.push_back(m);
  }
  std::vector<PixelBox> letters;
  for (const PixelBox& a : marks) {
    const auto is_neighbour = [&](const PixelBox& b) { return &a != &b && in_one_word(a, b, sheet.u); };
    if (a.height() > 2.6 * sheet.u || std::any_of(marks.begin(), marks.end(), is_neighbour))
      letters.push_back(a);
  }
  return letters;
}

bool is_table_cell(const Sheet& sheet, const Lines& lines, const PixelBox& box, const Size& size) {
  const Arms arms = find_arms(sheet, lines, box);
  if (arms.all() >= 4 || (arms.all() >= 3 && size.w < 4.5)) return true;
  // A table's wide row goes on down both sides. So does a full line in a stair of boxes, but not far.
  if (box.width() <= sheet.width() / 2 || arms.left == 0 || arms.right == 0) return false;
  const bool step_of_stair = arms.across == 0 && size.h <= 3.2 && !sides_go_on(lines, box);
  return !step_of_stair || !letters_in(sheet, box, {}).empty();
}

// A cover holds a code in a line or two, or nothing; a text box holds text.
bool holds_text(const Sheet& sheet, const PixelBox& box, const Size& size,
                const std::vector<Candidate>& others) {
  const std::vector<PixelBox> letters = letters_in(sheet, box, others);
  if (letters.empty()) return false;
  const auto count = static_cast<double>(letters.size());
  const double extra = size.h > 4 ? std::clamp((size.w * size.h - 100) / 40, 0.0, 20.0) : 0;
  if (count > 18 + extra) return true;
  PixelBox block = letters.front();
  for (const PixelBox& m : letters) {
    if (m.height() > 2.6 * sheet.u) return true;
    block = {std::min(block.x0, m.x0), std::min(block.y0, m.y0), std::max(block.x1, m.x1),
             std::max(block.y1, m.y1)};
  }
  const double most_height = std::max(count <= 14 ? 4 : 2.2, .6 * size.h);
  if (block.height() > most_height * sheet.u) return true;
  return size.w > 40 * size.h && count > 2;
}

// The sides that lie on the edge of the page: of a box that runs off it.
struct OffPage {
  bool top = false, bottom = false, left = false, right = false;
  int count() const { return top + bottom + left + right; }
};

OffPage off_page(const Sheet& sheet, const PixelBox& b) {
  constexpr int kNear = 2;
  return {b.y0 <= kNear, b.y1 >= sheet.height() - kNear, b.x0 <= kNear, b.x1 >= sheet.width() - kNear};
}

// The tops and feet of letters in a row look like lines at first; the ink of a drawn line stays within three
// rows.
bool is_drawn_straight(const Sheet& sheet, const Lines& lines, const PixelBox& b) {
  const auto drawn = [&](int y) {
    double best = 0;
    for (int at = y - 4; at <= y + 2; ++at)
      best = std::max(best, image::inked_columns(lines.dark, {b.x0, at, b.x1, at + 3}));
    return best >= .93;
  };
  const OffPage off = off_page(sheet, b);
  return (off.top || drawn(b.y0)) && (off.bottom || drawn(b.y1));
}

// Shares of the sides that have lines near them.
struct Support {
  double all = 0;    // of the circumference
  double least = 0;  // of the worst side
};

Support border_support(const Lines& lines, const PixelBox& b, int near, const OffPage& off) {
  const double top =
      off.top ? 1 : image::inked_columns(lines.across, {b.x0, b.y0 - near, b.x1, b.y0 + near + 1});
  const double bottom =
      off.bottom ? 1 : image::inked_columns(lines.across, {b.x0, b.y1 - near - 1, b.x1, b.y1 + near});
  const double left =
      off.left ? 1 : image::inked_rows(lines.down, {b.x0 - near, b.y0, b.x0 + near + 1, b.y1});
  const double right =
      off.right ? 1 : image::inked_rows(lines.down, {b.x1 - near - 1, b.y0, b.x1 + near, b.y1});
  const double all =
      ((top + bottom) * b.width() + (left + right) * b.height()) / (2.0 * (b.width() + b.height()));
  return {all, std::min({top, bottom, left, right})};
}

// What lines and the edge of the paper enclose is a margin more often than a box that runs off the page.
bool may_run_off(const Sheet& sheet, const PixelBox& box, const OffPage& off) {
  return off.count() == 1 && box.width() < .6 * sheet.width() && box.height() < .12 * sheet.height();
}

}  // namespace

bool is_cell_of_grid(const Sheet& sheet, const Lines& lines, const PixelBox& box) {
  const Arms arms = find_arms(sheet, lines, box);
  return arms.all() >= 4 && arms.across >= 1 && arms.left + arms.right >= 1;
}

bool has_lines_that_go_on(const Sheet& sheet, const Lines& lines, const PixelBox& box) {
  return find_arms(sheet, lines, box).all() >= 2;
}

bool has_whole_border(const Sheet& sheet, const Lines& lines, const PixelBox& box) {
  constexpr int kNear = 3;
  const OffPage off = off_page(sheet, box);
  if (off.count() > 0) {
    return may_run_off(sheet, box, off) && border_support(lines, box, kNear, off).least >= .94;
  }
  const Support exact = border_support(lines, box, kNear, off);
  if (exact.least < .5) return false;
  if (exact.all >= .94) return true;
  // Where a neighbour was drawn over the border, that one's edge has taken its place a little further in.
  return exact.all >= .85 && border_support(lines, box, static_cast<int>(.5 * sheet.u), off).all >= .98;
}

std::optional<Candidate> check_hollow(const Sheet& sheet, const Lines& lines, const Piece& piece,
                                      const std::vector<Candidate>& inner) {
  const PixelBox& box = piece.box;
  const double near_u = std::min(sheet.u, text_size_near(sheet, box));
  if (!shape_is_possible(piece, {box.width() / near_u, box.height() / near_u})) return std::nullopt;
  const Size size{box.width() / sheet.u, box.height() / sheet.u};
  const auto histogram = sheet.levels.histogram(grown(box, -std::min(4, box.height() / 5)));
  const int median = image::quantile(histogram, .5);
  // A shaded cell is a form's.
  if (median < .92 * sheet.paper) return std::nullopt;
  long long ink = 0, all = 0;
  for (int level = 0; level < 256; ++level) {
    all += histogram[static_cast<std::size_t>(level)];
    if (level < .72 * median) ink += histogram[static_cast<std::size_t>(level)];
  }
  const double ink_share = static_cast<double>(ink) / static_cast<double>(std::max(1LL, all));
  // A code fills much of a box that is hardly higher than itself.
  const double most_ink = box.height() < 1.6 * near_u ? .42 : .24;
  if (ink_share > most_ink || has_thick_border(sheet, box)) return std::nullopt;
  if (is_table_cell(sheet, lines, box, size) || holds_text(sheet, box, size, inner)) return std::nullopt;
  if (box.height() < 1.7 * near_u && !is_drawn_straight(sheet, lines, box)) return std::nullopt;
  Candidate found;
  found.box = box;
  found.hollow = true;
  found.level = median;
  found.fill = piece.fill;
  found.outliers = ink_share;
  found.contrast = 1;
  found.score = .97 * piece.fill;
  return found;
}

}  // namespace vaughn::redaction
