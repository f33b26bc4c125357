// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/bar.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vaughn::report {
namespace {

constexpr std::array<const char*, 8> kEighths = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};

std::string repeated(const char* sign, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += sign;
  return text;
}

}  // namespace

std::string bar(long long full, long long light, long long largest, std::size_t columns) {
  if (largest <= 0) return {};
  const double scale = static_cast<double>(columns) / static_cast<double>(largest);
  auto eighths = static_cast<std::size_t>(std::lround(8 * scale * static_cast<double>(full)));
  if (full > 0) eighths = std::max<std::size_t>(eighths, 1);
  const std::string solid = repeated("█", eighths / 8) + kEighths[eighths % 8];
  auto shades = static_cast<std::size_t>(std::lround(scale * static_cast<double>(light)));
  if (light > 0) shades = std::max<std::size_t>(shades, 1);
  const std::size_t used = (eighths + 7) / 8;
  return solid + repeated("░", std::min(shades, columns - std::min(columns, used)));
}

}  // namespace vaughn::report
