// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples/degrade.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <random>
#include <stdexcept>

namespace vaughn::samples {
namespace {

constexpr double kPointsPerInch = 72;

int pixels(double points, double dpi) {
  return static_cast<int>(std::lround(points / kPointsPerInch * dpi));
}

// Distributions of the standard library differ between implementations, plain remainders do not.
int random_below(std::mt19937& random, int limit) {
  return static_cast<int>(random() % static_cast<std::uint32_t>(limit));
}

Bitmap turned(const Bitmap& grey, double degrees) {
  if (degrees == 0) return Bitmap(pixCopy(nullptr, grey.get()));
  const auto radians = static_cast<float>(degrees * M_PI / 180);
  return Bitmap(pixRotate(grey.get(), radians, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
}

void add_noise(Pix* grey, int amplitude, std::mt19937& random) {
  if (amplitude == 0) return;
  const int width = pixGetWidth(grey), height = pixGetHeight(grey), words = pixGetWpl(grey);
  l_uint32* data = pixGetData(grey);
  for (int y = 0; y < height; ++y) {
    l_uint32* line = data + static_cast<std::ptrdiff_t>(y) * words;
    for (int x = 0; x < width; ++x) {
      const int level =
          static_cast<int>(GET_DATA_BYTE(line, x)) + random_below(random, 2 * amplitude + 1) - amplitude;
      SET_DATA_BYTE(line, x, static_cast<l_uint32>(std::clamp(level, 0, 255)));
    }
  }
}

void add_specks(Pix* pix, int count, l_uint32 level, std::mt19937& random) {
  const int width = pixGetWidth(pix), height = pixGetHeight(pix);
  for (int i = 0; i < count; ++i) {
    const int x = random_below(random, width), y = random_below(random, height);
    const int size = random_below(random, 10) == 0 ? 3 : 1 + random_below(random, 2);
    for (int dy = 0; dy < size; ++dy) {
      for (int dx = 0; dx < size; ++dx) pixSetPixel(pix, x + dx, y + dy, level);  // refuses what is outside
    }
  }
}

}  // namespace

void PixDeleter::operator()(Pix* pix) const {
  pixDestroy(&pix);
}

Sheet::Sheet(cairo_surface_t* surface, double width, Resolution dpi)
    : surface_(surface, &cairo_surface_destroy),
      cr_(cairo_create(surface), &cairo_destroy),
      canvas_(cr_.get()) {
  if (width <= 0) throw std::invalid_argument("sheet without an extent");
  cairo_scale(cr_.get(), dpi.x / kPointsPerInch, dpi.y / kPointsPerInch);
}

Sheet::Sheet(double width, double height, Resolution dpi)
    : Sheet(cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels(width, dpi.x), pixels(height, dpi.y)),
            width, dpi) {
  cairo_set_source_rgb(cr_.get(), 1, 1, 1);
  cairo_paint(cr_.get());
}

Sheet Sheet::transparent(double width, double height, Resolution dpi) {
  Sheet sheet(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, pixels(width, dpi.x), pixels(height, dpi.y)),
              width, dpi);
  cairo_set_antialias(sheet.cr_.get(), CAIRO_ANTIALIAS_NONE);
  return sheet;
}

Bitmap Sheet::grey() const {
  cairo_surface_flush(surface_.get());
  const int width = cairo_image_surface_get_width(surface_.get());
  const int height = cairo_image_surface_get_height(surface_.get());
  const int words = cairo_image_surface_get_stride(surface_.get()) / 4;
  const auto* data = reinterpret_cast<const std::uint32_t*>(cairo_image_surface_get_data(surface_.get()));
  Bitmap grey(pixCreate(width, height, 8));
  for (int y = 0; y < height; ++y) {
    l_uint32* line = pixGetData(grey.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(grey.get());
    for (int x = 0; x < width; ++x)
      SET_DATA_BYTE(line, x, data[static_cast<std::ptrdiff_t>(y) * words + x] & 0xFF);
  }
  return grey;
}

void Sheet::burn_into(Pix* bilevel) const {
  cairo_surface_flush(surface_.get());
  const int words = cairo_image_surface_get_stride(surface_.get()) / 4;
  const auto* data = reinterpret_cast<const std::uint32_t*>(cairo_image_surface_get_data(surface_.get()));
  const int width = std::min<int>(cairo_image_surface_get_width(surface_.get()), pixGetWidth(bilevel));
  const int height = std::min<int>(cairo_image_surface_get_height(surface_.get()), pixGetHeight(bilevel));
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const std::uint32_t argb = data[static_cast<std::ptrdiff_t>(y) * words + x];
      if (argb >> 24 >= 128) pixSetPixel(bilevel, x, y, (argb & 0xFF) < 128 ? 1 : 0);
    }
  }
}

Bitmap to_bilevel_scan(const Bitmap& grey, const ScanLook& look) {
  std::mt19937 random(look.seed);
  const Bitmap paper = turned(grey, look.skew_degrees);
  add_noise(paper.get(), look.edge_noise, random);
  Bitmap bilevel(pixThresholdToBinary(paper.get(), look.threshold));
  add_specks(bilevel.get(), look.specks, 1, random);
  return bilevel;
}

Bitmap to_grey_scan(const Bitmap& grey, const ScanLook& look) {
  std::mt19937 random(look.seed);
  const Bitmap paper = turned(grey, look.skew_degrees);
  Bitmap soft(pixBlockconvGray(paper.get(), nullptr, 1, 1));
  pixMultConstantGray(soft.get(), 0.9F);
  pixAddConstantGray(soft.get(), 14);
  add_noise(soft.get(), look.edge_noise, random);
  add_specks(soft.get(), look.specks, 60, random);
  return soft;
}

Box skewed(const Box& box, double degrees, double page_width, double page_height) {
  const double radians = degrees * M_PI / 180;
  const double cx = page_width / 2, cy = page_height / 2;
  Box around = {1e9, 1e9, -1e9, -1e9};
  for (const double x : {box.x0, box.x1}) {
    for (const double y : {box.y0, box.y1}) {
      const double tx = cx + (x - cx) * std::cos(radians) - (y - cy) * std::sin(radians);
      const double ty = cy + (x - cx) * std::sin(radians) + (y - cy) * std::cos(radians);
      around = {std::min(around.x0, tx), std::min(around.y0, ty), std::max(around.x1, tx),
                std::max(around.y1, ty)};
    }
  }
  return around;
}

std::vector<unsigned char> encode_g4(const Bitmap& bilevel) {
  L_COMP_DATA* data = nullptr;
  if (pixGenerateCIData(bilevel.get(), L_G4_ENCODE, 0, 0, &data) != 0)
    throw std::runtime_error("G4 encoding failed");
  std::vector<unsigned char> bytes(data->datacomp, data->datacomp + data->nbytescomp);
  l_CIDataDestroy(&data);
  return bytes;
}

std::vector<unsigned char> encode_jpeg(const Bitmap& grey, int quality) {
  l_uint8* data = nullptr;
  std::size_t size = 0;
  if (pixWriteMemJpeg(&data, &size, grey.get(), quality, 0) != 0)
    throw std::runtime_error("JPEG encoding failed");
  std::vector<unsigned char> bytes(data, data + size);
  lept_free(data);
  return bytes;
}

}  // namespace vaughn::samples
