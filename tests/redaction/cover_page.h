// SPDX-License-Identifier: GPL-3.0-or-later
// Synthetic pages for the cover tests: lines of letter-like marks, and boxes of every style on them.
#ifndef VAUGHN_TESTS_REDACTION_COVER_PAGE_H_
#define VAUGHN_TESTS_REDACTION_COVER_PAGE_H_

#include <algorithm>
#include <cstdlib>
#include <ostream>
#include <utility>
#include <vector>

#include "vaughn/image/bitmap.h"
#include "vaughn/redaction/cover_detector.h"

namespace vaughn::redaction {

// A letter page at 200 dpi.
class CoverPage {
 public:
  CoverPage() : bitmap_(image::Bitmap::blank(1700, 2200, 8)) {}

  // Lines of words about 17 pixels high, 40 apart.
  CoverPage& text(const image::PixelBox& area) {
    for (int y = area.y0; y + 17 <= area.y1; y += 40) words(area.x0, area.x1, y);
    return *this;
  }
  CoverPage& fill(const image::PixelBox& box, std::uint8_t level) {
    bitmap_.fill(box, level);
    return *this;
  }
  CoverPage& box(const image::PixelBox& outer, std::uint8_t border = 0, int width = 2) {
    bitmap_.fill(outer, border);
    bitmap_.fill(grown(outer, -width), 255);
    return *this;
  }
  // A code of some letters, its first at (x, y).
  CoverPage& code(int x, int y, std::uint8_t level, int letters = 5) {
    for (int i = 0; i < letters; ++i) letter(x + 12 * i, y, 12, level, i);
    return *this;
  }
  // Full lines of a table, cell by cell.
  CoverPage& grid(const image::PixelBox& area, int columns, int rows) {
    for (int i = 0; i <= columns; ++i) {
      const int x = area.x0 + area.width() * i / columns;
      bitmap_.fill({x, area.y0, x + 2, area.y1 + 2}, 0);
    }
    for (int i = 0; i <= rows; ++i) {
      const int y = area.y0 + area.height() * i / rows;
      bitmap_.fill({area.x0, y, area.x1 + 2, y + 2}, 0);
    }
    return *this;
  }
  // A dark bar with a bright X over every character, the lines two pixels wide.
  CoverPage& hatched(const image::PixelBox& box, std::uint8_t line, int character) {
    bitmap_.fill(box, 0);
    for (int y = 0; y < box.height(); ++y) {
      const int across = y * character / box.height();
      for (int x = box.x0; x + character <= box.x1; x += character) {
        bitmap_.fill({x + across, box.y0 + y, x + across + 2, box.y0 + y + 1}, line);
        bitmap_.fill({x + character - across - 2, box.y0 + y, x + character - across, box.y0 + y + 1}, line);
      }
    }
    return *this;
  }
  // A marker's stroke that wanders up and down by rise, from box to box, its edges rough.
  CoverPage& stroke(const image::PixelBox& box, int rise) {
    for (int x = box.x0; x < box.x1; ++x) {
      const int phase = (x - box.x0) % 200;
      const int wave = rise * (phase < 100 ? phase : 200 - phase) / 100, rough = x / 7 % 3;
      bitmap_.fill({x, box.y0 + wave - rough, x + 1, box.y1 + wave + rough}, 0);
    }
    return *this;
  }
  // A pen's way to and fro over a line of words, so dense that it cannot be read.
  CoverPage& scribble(const image::PixelBox& box) {
    const int height = box.height() - 3;
    for (int x = box.x0, step = 0; x + 3 <= box.x1; ++x, ++step) {
      for (const int period : {22, 30, 46, 70}) {
        const int phase = (step + period / 3) % (2 * period);
        const int y = height * (phase < period ? phase : 2 * period - phase) / period;
        bitmap_.fill({x, box.y0 + y, x + 3, box.y0 + y + 3}, 0);
      }
    }
    return *this;
  }
  // Straight lines from corner to corner and back to the first.
  CoverPage& polygon(const std::vector<std::pair<int, int>>& corners) {
    for (std::size_t i = 0; i < corners.size(); ++i) {
      const auto [x0, y0] = corners[i];
      const auto [x1, y1] = corners[(i + 1) % corners.size()];
      const int steps = std::max(std::abs(x1 - x0), std::abs(y1 - y0));
      for (int k = 0; k <= steps; ++k) {
        const int x = x0 + (x1 - x0) * k / steps, y = y0 + (y1 - y0) * k / steps;
        bitmap_.fill({x - 1, y - 1, x + 2, y + 2}, 0);
      }
    }
    return *this;
  }
  // Paper inside a line round the boxes, which together make one shape.
  CoverPage& outline(const std::vector<image::PixelBox>& boxes, int width = 2) {
    for (const image::PixelBox& box : boxes) bitmap_.fill(box, 0);
    for (const image::PixelBox& box : boxes) bitmap_.fill(grown(box, -width), 255);
    return *this;
  }
  CoverPage& disc(int cx, int cy, int radius) {
    for (int y = -radius; y <= radius; ++y) {
      int half = 0;
      while ((half + 1) * (half + 1) + y * y <= radius * radius) ++half;
      bitmap_.fill({cx - half, cy + y, cx + half + 1, cy + y + 1}, 0);
    }
    return *this;
  }
  // Dots whose size falls from left to right, as a printed photograph has.
  CoverPage& halftone(const image::PixelBox& area) {
    for (int y = area.y0; y < area.y1; y += 8) {
      for (int x = area.x0; x < area.x1; x += 8) {
        const int size = 2 + 5 * (area.x1 - x) / area.width();
        bitmap_.fill({x, y, x + size, y + size}, 0);
      }
    }
    return *this;
  }
  CoverPage& specks(int count) {
    unsigned seed = 11;
    for (int i = 0; i < count; ++i) {
      seed = seed * 1103515245u + 12345u;
      const int x = static_cast<int>(seed >> 16) % 1690, y = static_cast<int>(seed >> 5 & 0xffff) % 2190;
      bitmap_.fill({x, y, x + 1 + i % 3, y + 1 + i % 2}, 0);
    }
    return *this;
  }

  image::Bitmap& bitmap() { return bitmap_; }
  // One point a pixel.
  std::vector<Cover> covers() const { return find_covers(bitmap_, image::Scale{1, 1}); }

 private:
  void letter(int x, int y, int height, std::uint8_t level, int shape) {
    bitmap_.fill({x, y, x + 3, y + height}, level);
    bitmap_.fill({x, y + (shape % 2) * (height - 3), x + 9, y + (shape % 2) * (height - 3) + 3}, level);
    if (shape % 3 != 0) bitmap_.fill({x + 6, y + height / 3, x + 9, y + height}, level);
  }
  void words(int x0, int x1, int y) {
    int shape = y;
    for (int x = x0; x + 12 <= x1;) {
      for (int i = 0; i < 3 + shape % 5 && x + 12 <= x1; ++i, x += 12) letter(x, y, 17, 20, shape + i);
      x += 12;
      shape += 7;
    }
  }

  image::Bitmap bitmap_;
};

inline Box as_box(const image::PixelBox& box) {
  return image::Scale{1, 1}.to_points(box);
}

// For messages of failing tests.
inline void PrintTo(const Cover& cover, std::ostream* out) {
  *out << to_string(cover.kind) << " [" << cover.box.x0 << ", " << cover.box.y0 << ", " << cover.box.x1
       << ", " << cover.box.y1 << "] level " << cover.level << " confidence " << cover.confidence;
}

// The best IoU that any cover has with the box.
inline double best_iou(const std::vector<Cover>& covers, const image::PixelBox& box) {
  double best = 0;
  for (const Cover& cover : covers) best = std::max(best, iou(cover.box, as_box(box)));
  return best;
}

}  // namespace vaughn::redaction

#endif  // VAUGHN_TESTS_REDACTION_COVER_PAGE_H_
