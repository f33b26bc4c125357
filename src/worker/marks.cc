// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/marks.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "vaughn/image/components.h"

namespace vaughn::worker {
namespace {

// Heights of letters as a share of the page's long side: 5 to 40 pixels at 150 dpi of a letter page.
constexpr double kLowest = 1.0 / 330;
constexpr double kHighest = 1.0 / 41;
constexpr Points kSpeck = 0.72;
constexpr Points kBand = 16;

// Boxes by horizontal bands, so that looking up a point is quick on a page of thousands of words.
class BoxLookup {
 public:
  explicit BoxLookup(Points grow) : grow_(grow) {}

  void add(const Box& box) {
    const Box larger = grown(box, grow_);
    for (int band = band_of(larger.y0); band <= band_of(larger.y1); ++band) bands_[band].push_back(larger);
  }
  bool holds(Points x, Points y) const {
    const auto band = bands_.find(band_of(y));
    return band != bands_.end() && std::any_of(band->second.begin(), band->second.end(),
                                               [&](const Box& box) { return box.contains(x, y); });
  }

 private:
  static int band_of(Points y) { return static_cast<int>(std::clamp(std::floor(y / kBand), -1e6, 1e6)); }

  Points grow_;
  std::unordered_map<int, std::vector<Box>> bands_;
};

}  // namespace

Marks find_marks(const image::Bitmap& page, const image::Scale& scale, const std::vector<Box>& leave_out) {
  const int long_side = std::max(page.width(), page.height());
  const double lowest = std::max(3.0, kLowest * long_side), highest = kHighest * long_side;
  BoxLookup covered(0);
  for (const Box& box : leave_out) covered.add(box);
  const auto components =
      image::Components::of(page.binarised(kInkLevel), image::Part::kInk, image::Neighbours::kEight);
  const int speck = std::max(1, static_cast<int>(std::lround(kSpeck * scale.y)));
  Marks marks;
  for (const image::Component& component : components.all()) {
    const int width = component.box.width(), height = component.box.height();
    if (height <= speck && width <= speck) ++marks.specks;
    if (height < lowest || height > highest || width > 3 * height || height > 5 * width) continue;
    const Box box = scale.to_points(component.box);
    if (!covered.holds(box.center_x(), box.center_y())) marks.letters.push_back(box);
  }
  return marks;
}

double unread_share(const std::vector<Box>& marks, const TextLayer& words) {
  if (marks.empty()) return 0;
  BoxLookup read(1.5);
  for (const Word& word : words) read.add(word.box);
  const auto unread = std::count_if(marks.begin(), marks.end(), [&](const Box& mark) {
    return !read.holds(mark.center_x(), mark.center_y());
  });
  return static_cast<double>(unread) / static_cast<double>(marks.size());
}

}  // namespace vaughn::worker
