// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/degradation.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string_view>

#include "samples/degrade.h"
#include "vaughn/base/error.h"
#include "vaughn/base/strings.h"
#include "vaughn/image/gray_plane.h"
#include "vaughn/pdf/document.h"

namespace vaughn::eval {
namespace {

namespace fs = std::filesystem;
using image::Bitmap;
using image::GrayPlane;

constexpr double kDpi = 300;  // where a way does not say otherwise
constexpr int kThreshold = 140;
constexpr int kJpegQuality = 30;

// Distributions of the standard library differ between implementations, plain remainders do not.
class Chance {
 public:
  explicit Chance(std::uint32_t seed) : engine_(seed) {}
  // 0 to limit - 1.
  int below(int limit) { return static_cast<int>(engine_() % static_cast<std::uint32_t>(limit)); }
  int noise(int amplitude) { return below(2 * amplitude + 1) - amplitude; }

 private:
  std::mt19937 engine_;
};

GrayPlane plane_of(const Bitmap& bitmap) {
  return {bitmap.width(), bitmap.height(), bitmap.to_gray().gray_bytes()};
}

Bitmap bitmap_of(const GrayPlane& plane) {
  return Bitmap::from_gray(plane.row(0), plane.width(), plane.height(), plane.width());
}

std::uint8_t level(int value) {
  return static_cast<std::uint8_t>(std::clamp(value, 0, 255));
}

// The mean of three by three pixels, the middle one counted `weight` times; the rim stays.
void blur(GrayPlane& plane, int weight) {
  const GrayPlane source = plane;
  for (int y = 1; y + 1 < plane.height(); ++y)
    for (int x = 1; x + 1 < plane.width(); ++x) {
      int sum = (weight - 1) * source.at(x, y);
      for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx) sum += source.at(x + dx, y + dy);
      plane.row(y)[x] = level(sum / (8 + weight));
    }
}

void add_noise(GrayPlane& plane, int amplitude, Chance& chance) {
  for (int y = 0; y < plane.height(); ++y)
    for (int x = 0; x < plane.width(); ++x) plane.row(y)[x] = level(plane.at(x, y) + chance.noise(amplitude));
}

// A scanner that knows black and white: soft optics, noise, a threshold.
Bitmap bilevel_scan(const Bitmap& page, Chance& chance) {
  GrayPlane plane = plane_of(page);
  blur(plane, 2);
  add_noise(plane, 45, chance);
  return bitmap_of(plane).binarised(kThreshold);
}

// A fax machine: its pixels average larger areas, and it decides for ink early lest thin strokes break.
Bitmap fax(const Bitmap& page, double scale_x, double scale_y, Chance& chance) {
  constexpr int kFaxThreshold = 165;
  GrayPlane plane = plane_of(page.scaled(scale_x, scale_y));
  add_noise(plane, 25, chance);
  return bitmap_of(plane).binarised(kFaxThreshold);
}

// Dust and a worn drum: specks of one to three pixels, 7,000 on a letter page.
void strew_specks(Bitmap& page, Chance& chance) {
  constexpr int kPixelsASpeck = 1200;
  const int count = static_cast<int>(static_cast<long long>(page.width()) * page.height() / kPixelsASpeck);
  for (int i = 0; i < count; ++i) {
    const int x = chance.below(page.width()), y = chance.below(page.height());
    page.fill({x, y, x + 1 + chance.below(3), y + 1 + chance.below(3)}, 0);
  }
}

// A carbon copy of a carbon copy, scanned in grey: pale smeared type on thin paper that is darker towards one
// corner and blotched.
Bitmap carbon_copy(const Bitmap& page, Chance& chance) {
  GrayPlane plane = plane_of(page);
  blur(plane, 1);
  blur(plane, 1);
  const double phase = chance.below(628) / 100.0;
  const double width = plane.width(), height = plane.height();
  for (int y = 0; y < plane.height(); ++y)
    for (int x = 0; x < plane.width(); ++x) {
      const double slope = 205 - 75 * (0.6 * x / width + 0.4 * y / height);
      const double blotches = 14 * std::sin(phase + 9 * x / width) * std::sin(2 * phase + 7 * y / height);
      const double ink = (255 - plane.at(x, y)) / 255.0;
      plane.row(y)[x] = level(static_cast<int>(slope + blotches - 85 * ink) + chance.noise(32));
    }
  return bitmap_of(plane);
}

double skew_degrees(Chance& chance) {
  const double degrees = 1 + chance.below(201) / 100.0;
  return chance.below(2) == 0 ? degrees : -degrees;
}

// Codes and borders are drawn as a program draws them, sharp, on the page's own grid.
Bitmap with_boxes(const Bitmap& page, const CoveredPage& covered, const TruePage& truth, bool black) {
  samples::Sheet sheet(truth.width, truth.height, {kDpi, kDpi});
  Bitmap result = page.to_gray();
  for (const DrawnBox& drawn : covered.boxes) {
    const auto box = image::Scale::of_dpi(kDpi).to_pixels(drawn.box);
    result.fill(box, black ? 0 : 255);
    if (black) continue;
    constexpr Points kBorder = 0.6;
    sheet.canvas().rule_box(grown(drawn.box, kBorder / 2), kBorder);
    const double size = std::min(8.0, 0.75 * drawn.box.height());
    sheet.canvas().line(drawn.box.x0 + 2, drawn.box.center_y() + 0.36 * size, drawn.code,
                        samples::Style{.family = "Liberation Sans", .size = size});
  }
  const samples::Bitmap drawing = sheet.grey();
  GrayPlane plane = plane_of(result);
  const int width = std::min<int>(plane.width(), pixGetWidth(drawing.get()));
  const int height = std::min<int>(plane.height(), pixGetHeight(drawing.get()));
  for (int y = 0; y < height; ++y) {
    const l_uint32* line =
        pixGetData(drawing.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(drawing.get());
    for (int x = 0; x < width; ++x)
      plane.row(y)[x] = std::min(plane.at(x, y), static_cast<std::uint8_t>(GET_DATA_BYTE(line, x)));
  }
  return bitmap_of(plane);
}

enum class Coding { kPng, kJpeg, kG4 };

samples::Bitmap pix_of(const Bitmap& bitmap) {
  const bool bilevel = bitmap.depth() == 1;
  const std::vector<std::uint8_t> bytes = bitmap.to_gray().gray_bytes();
  samples::Bitmap pix(pixCreate(bitmap.width(), bitmap.height(), bilevel ? 1 : 8));
  std::size_t at = 0;
  for (int y = 0; y < bitmap.height(); ++y) {
    l_uint32* line = pixGetData(pix.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix.get());
    for (int x = 0; x < bitmap.width(); ++x, ++at) {
      if (!bilevel)
        SET_DATA_BYTE(line, x, bytes[at]);
      else if (bytes[at] < 128)
        SET_DATA_BIT(line, x);
    }
  }
  return pix;
}

void write(const Bitmap& bitmap, Coding coding, Raster& raster) {
  const samples::Bitmap pix = pix_of(bitmap);
  pixSetResolution(pix.get(), static_cast<int>(raster.dpi_x), static_cast<int>(raster.dpi_y));
  raster.file += coding == Coding::kPng ? ".png" : coding == Coding::kJpeg ? ".jpg" : ".tif";
  const std::string path = raster.file.string();
  const int refused = coding == Coding::kPng    ? pixWrite(path.c_str(), pix.get(), IFF_PNG)
                      : coding == Coding::kJpeg ? pixWriteJpeg(path.c_str(), pix.get(), kJpegQuality, 0)
                                                : pixWrite(path.c_str(), pix.get(), IFF_TIFF_G4);
  if (refused != 0) throw Error(ErrorCode::kSystem, path + ": cannot be written");
}

Bitmap rendered(const TruePage& page, double dpi) {
  auto document = pdf::Document::open(page.file, {});
  if (!document) throw Error(ErrorCode::kUsage, page.file + ": " + document.problem().cause);
  auto bitmap = document->render(page.page, dpi);
  if (!bitmap) throw Error(ErrorCode::kUsage, page.file + ": " + bitmap.problem().cause);
  return bitmap->to_gray();
}

std::uint32_t mixed(std::uint32_t seed, std::string_view text) {
  std::uint32_t hash = 2166136261u ^ seed;  // FNV-1a
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

// Follows from the page's words, so that a page looks the same whatever others are measured with it.
std::uint32_t seed_of(const TruePage& page, const Way& way, std::uint32_t seed) {
  std::uint32_t hash = mixed(seed, way.name);
  for (const Word& word : page.words) hash = mixed(hash, word.text);
  return hash;
}

}  // namespace

const std::vector<Way>& all_ways() {
  static const std::vector<Way> kWays = {
      {"clean300", WayGroup::kClean, "grey, 300 dpi"},
      {"clean200", WayGroup::kClean, "grey, 200 dpi"},
      {"clean150", WayGroup::kClean, "grey, 150 dpi"},
      {"bilevel", WayGroup::kDegraded, "300 dpi, blurred, noisy, thresholded"},
      {"jpeg", WayGroup::kDegraded, "grey, 150 dpi, JPEG of quality 30"},
      {"skew", WayGroup::kDegraded, "as bilevel, turned by 1 to 3 degrees either way"},
      {"speckle", WayGroup::kDegraded, "as bilevel, strewn with specks of 1 to 3 pixels"},
      {"fax", WayGroup::kDegraded, "black and white, 204 x 98 dpi"},
      {"fax196", WayGroup::kDegraded, "black and white, 204 x 196 dpi"},
      {"carbon", WayGroup::kDegraded, "pale grey type on uneven noisy grey, 300 dpi"},
      {"rot90", WayGroup::kTurned, "as bilevel, turned clockwise"},
      {"rot180", WayGroup::kTurned, "as bilevel, upside down"},
      {"rot270", WayGroup::kTurned, "as bilevel, turned counterclockwise"},
      {"boxes-black", WayGroup::kBoxes, "clean300 with black boxes over a tenth of the words"},
      {"boxes-white", WayGroup::kBoxes, "the same, white with a border and a code"},
  };
  return kWays;
}

std::vector<Way> ways_named(const std::string& comma_separated) {
  std::vector<Way> chosen;
  for (const std::string& name : split(comma_separated, ',')) {
    const auto found =
        std::find_if(all_ways().begin(), all_ways().end(), [&](const Way& way) { return name == way.name; });
    if (found == all_ways().end()) {
      std::vector<std::string> names;
      for (const Way& way : all_ways()) names.emplace_back(way.name);
      throw Error(ErrorCode::kUsage, "there is no way '" + name + "'; there are " + join(names, ", "));
    }
    chosen.push_back(*found);
  }
  return chosen;
}

Raster make_raster(const TruePage& page, const Way& way, std::uint32_t seed, const fs::path& folder,
                   const std::string& name) {
  const std::string_view what = way.name;
  const std::uint32_t own_seed = seed_of(page, way, seed);
  Chance chance(own_seed);
  Raster raster{folder / (name + "-" + way.name), kDpi, kDpi};
  if (what == "clean200" || what == "clean150" || what == "jpeg")
    raster.dpi_x = raster.dpi_y = what == "clean200" ? 200 : 150;
  const Bitmap drawn = rendered(page, raster.dpi_x);
  if (way.group == WayGroup::kClean) {
    write(drawn, Coding::kPng, raster);
  } else if (what == "jpeg") {
    write(drawn, Coding::kJpeg, raster);
  } else if (what == "carbon") {
    write(carbon_copy(drawn, chance), Coding::kPng, raster);
  } else if (what == "skew") {
    write(bilevel_scan(drawn.turned(skew_degrees(chance)), chance), Coding::kG4, raster);
  } else if (what == "fax" || what == "fax196") {
    raster.dpi_x = 204;
    raster.dpi_y = what == "fax" ? 98 : 196;
    write(fax(drawn, raster.dpi_x / kDpi, raster.dpi_y / kDpi, chance), Coding::kG4, raster);
  } else if (way.group == WayGroup::kBoxes) {
    const bool black = what == "boxes-black";
    raster.covered = cover_words(page.words, black ? Labels::kNone : Labels::kCodes, own_seed);
    write(with_boxes(drawn, *raster.covered, page, black), Coding::kPng, raster);
  } else {
    Bitmap scan = bilevel_scan(drawn, chance);
    if (what == "speckle") strew_specks(scan, chance);
    if (way.group == WayGroup::kTurned) scan = scan.rotated(what == "rot90" ? 1 : what == "rot180" ? 2 : 3);
    write(scan, Coding::kG4, raster);
  }
  return raster;
}

}  // namespace vaughn::eval
