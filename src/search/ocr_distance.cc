// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/ocr_distance.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "vaughn/base/utf8.h"

namespace vaughn::search {
namespace {

constexpr double kConfused = 0.4;
constexpr double kOther = 1;

struct Pair {
  std::u32string_view a, b;
};

// What Tesseract takes for one another in scans and faxes.
constexpr std::array kConfusions = {
    Pair{U"rn", U"m"}, Pair{U"cl", U"d"}, Pair{U"vv", U"w"}, Pair{U"ii", U"u"}, Pair{U"li", U"h"},
    Pair{U"in", U"m"}, Pair{U"ni", U"m"}, Pair{U"nn", U"m"}, Pair{U"ri", U"n"}, Pair{U"rm", U"nn"}, Pair{U"lc", U"k"},
    Pair{U"l", U"1"},  Pair{U"l", U"i"},  Pair{U"i", U"1"},  Pair{U"l", U"t"},  Pair{U"i", U"t"},
    Pair{U"i", U"j"},  Pair{U"o", U"0"},  Pair{U"e", U"c"},  Pair{U"e", U"o"},  Pair{U"c", U"o"},
    Pair{U"s", U"5"},  Pair{U"b", U"8"},  Pair{U"b", U"6"},  Pair{U"b", U"h"},  Pair{U"g", U"9"},
    Pair{U"g", U"q"},  Pair{U"z", U"2"},  Pair{U"u", U"v"},  Pair{U"v", U"y"},  Pair{U"n", U"u"},
    Pair{U"n", U"h"},  Pair{U"n", U"r"},  Pair{U"f", U"t"},  Pair{U"a", U"e"},  Pair{U"a", U"o"}};

std::u32string code_points(std::string_view word) {
  std::u32string points;
  for (std::size_t at = 0; at < word.size();) points += next_code_point(word, &at);
  return points;
}

bool ends_with_at(const std::u32string& word, std::size_t end, std::u32string_view part) {
  return end >= part.size() && std::u32string_view(word).substr(end - part.size(), part.size()) == part;
}

}  // namespace

double ocr_distance(std::string_view first, std::string_view second, double most) {
  const std::u32string a = code_points(first), b = code_points(second);
  const auto longer = static_cast<double>(std::max(a.size(), b.size())),
             shorter = static_cast<double>(std::min(a.size(), b.size()));
  const double too_far = most + 1;
  if ((longer - shorter) * kConfused > most) return too_far;
  const std::size_t width = b.size() + 1;
  std::vector<double> cost((a.size() + 1) * width);
  for (std::size_t j = 0; j <= b.size(); ++j) cost[j] = kOther * static_cast<double>(j);
  // A confusion reaches back two rows, so two in a row have to be beyond.
  double last_row = 0;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    double* row = &cost[i * width];
    row[0] = kOther * static_cast<double>(i);
    double least = row[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const double* above = row - width;
      double best = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : kOther);
      best = std::min({best, above[j] + kOther, row[j - 1] + kOther});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        best = std::min(best, *(above - width + j - 2) + kOther);
      if (a[i - 1] != b[j - 1] || best > 0) {
        for (const Pair& pair : kConfusions) {
          if (ends_with_at(a, i, pair.a) && ends_with_at(b, j, pair.b))
            best = std::min(best, cost[(i - pair.a.size()) * width + j - pair.b.size()] + kConfused);
          if (ends_with_at(a, i, pair.b) && ends_with_at(b, j, pair.a))
            best = std::min(best, cost[(i - pair.b.size()) * width + j - pair.a.size()] + kConfused);
        }
      }
      row[j] = best;
      least = std::min(least, best);
    }
    if (least > most && last_row > most) return too_far;
    last_row = least;
  }
  return cost.back() <= most ? cost.back() : too_far;
}

double tolerance(std::string_view word) {
  const std::size_t letters = count_code_points(word);
  if (letters <= 3) return kConfused;
  if (letters <= 5) return kOther;
  return letters <= 8 ? 1.4 : 2;
}

}  // namespace vaughn::search
