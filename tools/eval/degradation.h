// SPDX-License-Identifier: GPL-3.0-or-later
// Makes pictures of pages as scanners, fax machines, copiers and redactors would have left them.
#ifndef VAUGHN_EVAL_DEGRADATION_H_
#define VAUGHN_EVAL_DEGRADATION_H_

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "eval/covered_words.h"
#include "eval/true_pages.h"
#include "vaughn/image/bitmap.h"

namespace vaughn::eval {

enum class WayGroup { kClean, kDegraded, kTurned, kBoxes };

struct Way {
  const char* name;
  WayGroup group;
  const char* description;
};

// Every way there is, in the order of the tables.
const std::vector<Way>& all_ways();
// Throws vaughn::Error (kUsage) naming what is not known and what is.
std::vector<Way> ways_named(const std::string& comma_separated);

// One page as an image file of its own.
struct Raster {
  std::filesystem::path file;
  double dpi_x = 0, dpi_y = 0;
  std::optional<CoveredPage> covered{};  // of the ways with boxes
};

// Draws `page`, does to it what `way` says and writes it to `folder` as PNG, JPEG or TIFF G4 (which keeps a
// fax's two resolutions), with the resolution noted in the file. The same seed and page give the same bytes.
// Throws vaughn::Error when the page cannot be drawn or the file not be written.
Raster make_raster(const TruePage& page, const Way& way, std::uint32_t seed,
                   const std::filesystem::path& folder, const std::string& name);

}  // namespace vaughn::eval

#endif  // VAUGHN_EVAL_DEGRADATION_H_
