// SPDX-License-Identifier: GPL-3.0-or-later
#include <leptonica/allheaders.h>

#include <fstream>
#include <random>

#include "samples/letter.h"

namespace vaughn::samples {
namespace {

constexpr Resolution kCamera = {150, 150};
constexpr PaperSize kPicture = {576, 432};
constexpr int kQuality = 55;

void shade(Canvas& canvas, double top, double bottom, double from, double to) {
  cairo_pattern_t* gradient = cairo_pattern_create_linear(0, top, 0, bottom);
  cairo_pattern_add_color_stop_rgb(gradient, 0, from, from, from);
  cairo_pattern_add_color_stop_rgb(gradient, 1, to, to, to);
  cairo_set_source(canvas.cairo(), gradient);
  cairo_rectangle(canvas.cairo(), 0, top, kPicture.width, bottom - top);
  cairo_fill(canvas.cairo());
  cairo_pattern_destroy(gradient);
}

// A frontier post at dusk: hills, a hut, a barrier, a lamp.
void draw_scene(Canvas& canvas) {
  shade(canvas, 0, 250, 0.82, 0.5);
  canvas.polygon(
      {{0, 250}, {90, 170}, {170, 220}, {290, 140}, {400, 215}, {480, 180}, {576, 240}, {576, 290}, {0, 290}},
      0.5, 0.36);
  shade(canvas, 280, 432, 0.42, 0.2);
  canvas.polygon({{250, 432}, {330, 282}, {352, 282}, {470, 432}}, 0.5, 0.48);
  canvas.polygon({{90, 330}, {90, 238}, {150, 206}, {214, 238}, {214, 330}}, 0.5, 0.26);
  canvas.fill({112, 254, 146, 284}, 0.78);
  canvas.fill({164, 256, 196, 330}, 0.15);
  canvas.stroke({{224, 320}, {500, 262}}, 5, 0.85);
  canvas.stroke({{224, 340}, {224, 300}}, 9, 0.2);
  canvas.stroke({{516, 350}, {516, 150}, {490, 142}}, 4, 0.12);
  canvas.disc(488, 147, 9, 0.97);
}

}  // namespace

void write_photograph(const std::filesystem::path& path, TrueSource& source, BatesSeries& series) {
  Sheet sheet(kPicture.width, kPicture.height, kCamera);
  draw_scene(sheet.canvas());
  const Bitmap sharp = sheet.grey();
  const Bitmap soft(pixBlockconvGray(sharp.get(), nullptr, 3, 3));
  const Bitmap taken = to_grey_scan(soft, {.specks = 0, .edge_noise = 11, .seed = 131});
  pixSetResolution(taken.get(), static_cast<int>(kCamera.x), static_cast<int>(kCamera.y));
  const std::vector<unsigned char> jpeg = encode_jpeg(taken, kQuality);
  std::ofstream file(path, std::ios::binary);
  for (const unsigned char byte : jpeg) file.put(static_cast<char>(byte));

  TruePage page;
  expect(page, "photograph", "full", {});
  page.width = kPicture.width;
  page.height = kPicture.height;
  page.bates = series.next();
  page.bates_how = "file-name";
  source.pages.push_back(std::move(page));
  source.records.push_back({1, 1, "photograph", "Frontier post"});
}

}  // namespace vaughn::samples
