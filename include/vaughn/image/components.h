// SPDX-License-Identifier: GPL-3.0-or-later
// Connected components of a depth-1 bitmap, kept as runs: whoever cuts a component up wants its rows, not a
// picture.
#ifndef VAUGHN_IMAGE_COMPONENTS_H_
#define VAUGHN_IMAGE_COMPONENTS_H_

#include <span>
#include <vector>

#include "vaughn/image/bitmap.h"

namespace vaughn::image {

// Pixels x0 up to x1 (excluded) of a row.
struct Run {
  int y = 0, x0 = 0, x1 = 0;
};

struct Component {
  PixelBox box;
  long long area = 0;  // pixels
  std::size_t first_run = 0, end_run = 0;
};

enum class Part { kInk, kPaper };
enum class Neighbours { kFour, kEight };

class Components {
 public:
  // Of the ink, or of the paper between it.
  static Components of(const Bitmap& mask, Part part, Neighbours neighbours);

  const std::vector<Component>& all() const& { return components_; }
  const std::vector<Component>& all() && = delete;  // would dangle
  // From top to bottom, and from left to right in a row.
  std::span<const Run> runs(const Component& component) const {
    return std::span<const Run>(runs_).subspan(component.first_run, component.end_run - component.first_run);
  }

 private:
  std::vector<Component> components_;
  std::vector<Run> runs_;  // sorted by component
};

// Ink, or paper, at every run; whatever lies outside is cut off.
void draw_runs(Bitmap& mask, std::span<const Run> runs);
void erase_runs(Bitmap& mask, std::span<const Run> runs);

}  // namespace vaughn::image

#endif  // VAUGHN_IMAGE_COMPONENTS_H_
