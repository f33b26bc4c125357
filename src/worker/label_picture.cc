// SPDX-License-Identifier: GPL-3.0-or-later
// The fill is the commonest level of the interior. Letters are marks darker or lighter than it, whichever
// there are more of: black on white, white on black, white on grey, black on red. They are then stretched to
// black on white, because recognition makes nothing of grey on grey.
#include "worker/label_picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include "vaughn/image/components.h"

namespace vaughn::worker {
namespace {

constexpr int kLeastContrast = 36;   // grey levels from the fill that make a pixel part of a letter
constexpr double kInkBegins = 0.25;  // of the way from the fill to the darkest letters
constexpr double kBoldIsFull = 0.7;  // of the blackest: black in a bold picture
constexpr int kSpeckPixels = 6;
constexpr double kLeastInk = 0.0004;  // of the interior: less is noise, not a label
constexpr int kMargin = 14;
constexpr double kMostEnlarged = 4;

int commonest_level(const std::vector<std::uint8_t>& levels) {
  std::array<int, 256> count{};
  for (const std::uint8_t level : levels) ++count[level];
  // Over three neighbours: a scanned fill has a few levels.
  int best = 0, most = -1;
  for (int level = 0; level < 256; ++level) {
    int here = 0;
    for (int near = std::max(0, level - 1); near <= std::min(255, level + 1); ++near)
      here += count[static_cast<std::size_t>(near)];
    if (here > most) most = here, best = level;
  }
  return best;
}

// A remnant of the border, or the paper beside a skewed bar: it comes in from the crop's edge and is larger
// or flatter than a letter.
bool intrudes(const image::PixelBox& mark, const image::PixelBox& crop, double letter_height) {
  const bool at_edge = mark.x0 <= crop.x0 || mark.y0 <= crop.y0 || mark.x1 >= crop.x1 || mark.y1 >= crop.y1;
  const bool flat = mark.height() < 0.45 * letter_height || mark.width() < 0.12 * letter_height;
  // In a low bar the brackets of a label reach the edge too.
  const bool upright = mark.height() > 0.85 * crop.height() && mark.width() < 0.25 * mark.height();
  const bool large = mark.width() > 3 * mark.height() || mark.height() > 4 * letter_height;
  return at_edge && (large || flat || upright);
}

image::PixelBox around(const image::PixelBox& a, const image::PixelBox& b) {
  if (a.empty()) return b;
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

// The marks of one polarity that can be letters.
struct Letters {
  image::PixelBox box;
  long long area = 0;
  double height = 0;                // of capitals and digits
  std::vector<image::Run> rubbish;  // what came in from the edge
};

// Of capitals and digits: brackets are higher, and there are more of them.
double common_height(std::vector<int> heights) {
  if (heights.empty()) return 0;
  std::sort(heights.begin(), heights.end());
  return heights[heights.size() / 4];
}

struct Marks {
  image::Bitmap ink;
  std::vector<image::Run> slivers;  // taken out of it
};

// What differs from the fill in one direction. No letter has a stroke as long as the paper along a skewed
// bar's edge, or as a border, and either joins the letters it touches.
Marks marks_of(const std::vector<std::uint8_t>& levels, int fill, int sign, int width, int height,
               double text_height) {
  const int longest = static_cast<int>(1.6 * text_height);
  std::vector<std::uint8_t> picture(levels.size(), 255);
  Marks marks;
  for (int y = 0; y < height; ++y) {
    const std::size_t row = static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
    for (int x = 0; x < width;) {
      const auto is_mark = [&](int at) {
        return at < width && sign * (levels[row + static_cast<std::size_t>(at)] - fill) >= kLeastContrast;
      };
      int end = x;
      while (is_mark(end)) ++end;
      if (end - x > longest) {
        marks.slivers.push_back({y, x, end});
      } else {
        std::fill(picture.begin() + static_cast<std::ptrdiff_t>(row) + x,
                  picture.begin() + static_cast<std::ptrdiff_t>(row) + end, std::uint8_t{0});
      }
      x = std::max(end, x + 1);
    }
  }
  marks.ink = image::Bitmap::from_gray(picture.data(), width, height, width).binarised(128);
  return marks;
}

Letters letters_in(Marks found_marks, double text_height) {
  const image::Bitmap& ink = found_marks.ink;
  const auto marks = image::Components::of(ink, image::Part::kInk, image::Neighbours::kEight);
  Letters found;
  found.rubbish = std::move(found_marks.slivers);
  std::vector<int> heights;
  for (const image::Component& mark : marks.all()) {
    if (intrudes(mark.box, ink.bounds(), text_height)) {
      const auto runs = marks.runs(mark);
      found.rubbish.insert(found.rubbish.end(), runs.begin(), runs.end());
      continue;
    }
    if (mark.area < kSpeckPixels) continue;
    const bool letter = mark.box.height() >= 0.35 * text_height && mark.box.height() <= 4 * text_height;
    if (!letter) continue;
    found.box = around(found.box, mark.box);
    found.area += mark.area;
    heights.push_back(mark.box.height());
  }
  found.height = common_height(std::move(heights));
  return found;
}

// The level of the letters: that beyond which one in ten of the marks' pixels lies.
int letter_level(const std::vector<std::uint8_t>& levels, int fill, int sign) {
  std::vector<int> away;
  for (const std::uint8_t level : levels)
    if (sign * (level - fill) >= kLeastContrast) away.push_back(sign * (level - fill));
  const auto tenth = away.begin() + static_cast<std::ptrdiff_t>(away.size() * 9 / 10);
  std::nth_element(away.begin(), tenth, away.end());
  return *tenth;
}

image::Bitmap stretched(const std::vector<std::uint8_t>& levels, int fill, int sign, int width, int height) {
  const double full = letter_level(levels, fill, sign), start = kInkBegins * full;
  std::vector<std::uint8_t> picture(levels.size());
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const double away = sign * (levels[i] - fill);
    const double ink = std::clamp((away - start) / std::max(1.0, full - start), 0.0, 1.0);
    picture[i] = static_cast<std::uint8_t>(std::lround(255 * (1 - ink)));
  }
  return image::Bitmap::from_gray(picture.data(), width, height, width);
}

image::Bitmap bold(const image::Bitmap& picture) {
  std::vector<std::uint8_t> levels = picture.gray_bytes();
  for (std::uint8_t& level : levels)
    level = static_cast<std::uint8_t>(255 - std::min(255.0, std::round((255 - level) / kBoldIsFull)));
  return image::Bitmap::from_gray(levels.data(), picture.width(), picture.height(), picture.width());
}

struct Found {
  LabelPicture label;
  long long area = 0;  // of its letters
};

// inset: of the edge that is left out, in points.
std::optional<Found> look_inside(const redaction::Cover& cover, double inset, const image::Bitmap& page,
                                 const image::Scale& scale) {
  const image::PixelBox whole = intersection(scale.to_pixels(cover.box), page.bounds());
  const image::PixelBox inner = grown(whole, -std::max(2, static_cast<int>(std::lround(inset * scale.x))));
  if (inner.width() < 6 || inner.height() < 6) return std::nullopt;
  const image::Bitmap crop = page.crop(inner).to_gray();
  const std::vector<std::uint8_t> levels = crop.gray_bytes();
  const int fill = commonest_level(levels), width = crop.width(), height = crop.height();
  const double text = std::max(5.0, cover.text_height * scale.y);
  const Letters dark = letters_in(marks_of(levels, fill, -1, width, height, text), text);
  const Letters light = letters_in(marks_of(levels, fill, 1, width, height, text), text);
  const Letters& letters = dark.area >= light.area ? dark : light;
  if (static_cast<double>(letters.area) < kLeastInk * width * height || letters.box.empty())
    return std::nullopt;
  image::Bitmap picture = stretched(levels, fill, &letters == &dark ? -1 : 1, width, height);
  for (const image::Run& run : letters.rubbish)
    picture.fill({run.x0 - 2, run.y - 1, run.x1 + 2, run.y + 2}, 255);
  const image::PixelBox label = intersection(grown(letters.box, 2), picture.bounds());
  return Found{{picture.crop(label), letters.height}, letters.area};
}

}  // namespace

image::Bitmap LabelPicture::at_letter_height(double pixels, Weight weight) const {
  const double factor = std::clamp(pixels / std::max(4.0, letter_height), 1.0, kMostEnlarged);
  const image::Bitmap inked = weight == Weight::kBold ? bold(picture) : picture.copy();
  return (factor > 1.05 ? inked.scaled(factor) : inked.copy()).padded(kMargin, 255);
}

std::optional<LabelPicture> label_picture(const redaction::Cover& cover, const image::Bitmap& page,
                                          const image::Scale& scale) {
  // A border is a few pixels wide and seldom quite straight. A fill has a blurred edge only, and its label
  // may stand close to it; but along a skewed one there is a sliver of paper that joins the letters it
  // touches.
  constexpr double kInsideBorder = 0.9, kInsideBlur = 0.3;
  std::optional<Found> found = look_inside(cover, kInsideBorder, page, scale);
  if (cover.kind != CoverKind::kOutlined && cover.kind != CoverKind::kRegion) {
    auto closer = look_inside(cover, kInsideBlur, page, scale);
    if (closer && (!found || closer->area > found->area)) found = std::move(closer);
  }
  if (!found) return std::nullopt;
  return std::move(found->label);
}

}  // namespace vaughn::worker
