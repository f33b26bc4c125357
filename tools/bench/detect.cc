// SPDX-License-Identifier: GPL-3.0-or-later
// Time of the cover detector on a letter page: text, filled and outlined covers, a table. The budget is 60 ms
// of CPU at 200 dpi.
#include <benchmark/benchmark.h>

#include "vaughn/image/bitmap.h"
#include "vaughn/redaction/cover_detector.h"

namespace {

using vaughn::image::Bitmap;
using vaughn::image::PixelBox;

void draw_text(Bitmap& page, const PixelBox& area) {
  int shape = 0;
  for (int y = area.y0; y + 17 <= area.y1; y += 40) {
    for (int x = area.x0; x + 12 <= area.x1; x += shape % 6 == 0 ? 24 : 12, ++shape) {
      page.fill({x, y, x + 3, y + 17}, 20);
      page.fill({x, y + shape % 2 * 14, x + 9, y + shape % 2 * 14 + 3}, 20);
    }
  }
}

// 8.5 by 11 inches.
Bitmap page_at(int dpi, int depth) {
  Bitmap page = Bitmap::blank(1700, 2200, 8);
  draw_text(page, {200, 200, 1500, 2000});
  for (int line = 0; line < 10; ++line) {
    page.fill({300 + 40 * line, 588 + 80 * line, 900, 626 + 80 * line}, 0);
    page.fill({1000, 588 + 80 * line, 1400, 626 + 80 * line}, static_cast<std::uint8_t>(60 + 15 * line));
  }
  for (int line = 0; line < 8; ++line) {
    const PixelBox box{300, 1468 + 40 * line, 700 + 50 * line, 1508 + 40 * line};
    page.fill(box, 0);
    page.fill(grown(box, -2), 255);
  }
  if (dpi != 200) page = page.scaled(dpi / 200.0);
  return depth == 1 ? page.binarised(128) : depth == 32 ? page.to_colour() : std::move(page);
}

void find_covers(benchmark::State& state) {
  const auto dpi = static_cast<int>(state.range(0));
  const Bitmap page = page_at(dpi, static_cast<int>(state.range(1)));
  for (auto _ : state) {
    benchmark::DoNotOptimize(vaughn::redaction::find_covers(page, vaughn::image::Scale::of_dpi(dpi)));
  }
}

BENCHMARK(find_covers)
    ->ArgNames({"dpi", "depth"})
    ->ArgsProduct({{150, 200, 300}, {1, 8, 32}})
    ->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
