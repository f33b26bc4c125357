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
  std::string_view a, b;
};

// What Tesseract takes for one another in scans and faxes.
constexpr std::array kConfusions = {
    Pair{"rn", "m"}, Pair{"cl", "d"}, Pair{"vv", "w"}, Pair{"ii", "u"}, Pair{"li", "h"},  Pair{"in", "m"},
    Pair{"ni", "m"}, Pair{"nn", "m"}, Pair{"ri", "n"}, Pair{"lc", "k"}, Pair{"rm", "nn"}, Pair{"l", "1"},
    Pair{"l", "i"},  Pair{"i", "1"},  Pair{"l", "t"},  Pair{"i", "t"},  Pair{"i", "j"},   Pair{"o", "0"},
    Pair{"e", "c"},  Pair{"e", "o"},  Pair{"c", "o"},  Pair{"s", "5"},  Pair{"b", "8"},   Pair{"b", "6"},
    Pair{"b", "h"},  Pair{"g", "9"},  Pair{"g", "q"},  Pair{"z", "2"},  Pair{"u", "v"},   Pair{"v", "y"},
    Pair{"n", "u"},  Pair{"n", "h"},  Pair{"n", "r"},  Pair{"f", "t"},  Pair{"a", "e"},   Pair{"a", "o"}};

// Whether a part of one word, ended by the first of these letters, may be a part of the other, ended by the
// second. All words of a database are asked, so most pairs of letters must be told off at once.
class Confusions {
 public:
  Confusions() {
    for (const Pair& pair : kConfusions) {
      add(pair.a, pair.b);
      add(pair.b, pair.a);
    }
  }
  const std::vector<Pair>& ended_by(char32_t a, char32_t b) const {
    static const std::vector<Pair> kNone;
    return a < 128 && b < 128 ? by_ends_[a * 128 + b] : kNone;
  }

 private:
  void add(std::string_view a, std::string_view b) {
    by_ends_[static_cast<std::size_t>(a.back()) * 128 + static_cast<std::size_t>(b.back())].push_back({a, b});
  }
  std::vector<std::vector<Pair>> by_ends_{128 * 128};
};

std::u32string code_points(std::string_view word) {
  std::u32string points;
  for (std::size_t at = 0; at < word.size();) points += next_code_point(word, &at);
  return points;
}

bool ends_with_at(const std::u32string& word, std::size_t end, std::string_view part) {
  return end >= part.size() &&
         std::equal(part.begin(), part.end(), word.begin() + static_cast<std::ptrdiff_t>(end - part.size()),
                    [](char a, char32_t b) { return static_cast<char32_t>(a) == b; });
}

}  // namespace

double ocr_distance(std::string_view first, std::string_view second, double most) {
  static const Confusions confusions;
  constexpr std::size_t kLongest = 48;  // nothing longer is a word
  const double too_far = most + 1;
  // A letter more or less costs at least as much as a confusion; bytes are no fewer than letters.
  const auto reach = static_cast<std::size_t>(most / kConfused);
  const std::u32string a = code_points(first), b = code_points(second);
  if (a.size() > kLongest || b.size() > kLongest) return first == second ? 0 : too_far;
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > reach) return too_far;
  std::array<std::array<double, kLongest + 1>, kLongest + 1> cost;
  for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = kOther * static_cast<double>(j);
  // A confusion reaches back two rows, so two in a row have to be beyond.
  double last_row = 0;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    cost[i][0] = kOther * static_cast<double>(i);
    double least = cost[i][0];
    // What is farther from the diagonal is too far anyhow.
    const std::size_t from = i > reach ? i - reach : 1, to = std::min(b.size(), i + reach);
    if (from > 1) cost[i][from - 1] = too_far;
    for (std::size_t j = from; j <= to; ++j) {
      const double above = i < j + reach ? cost[i - 1][j] : too_far;
      double best = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : kOther);
      best = std::min({best, above + kOther, cost[i][j - 1] + kOther});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        best = std::min(best, cost[i - 2][j - 2] + kOther);
      for (const Pair& pair : confusions.ended_by(a[i - 1], b[j - 1]))
        if (ends_with_at(a, i, pair.a) && ends_with_at(b, j, pair.b))
          best = std::min(best, cost[i - pair.a.size()][j - pair.b.size()] + kConfused);
      cost[i][j] = best;
      least = std::min(least, best);
    }
    if (to < b.size()) cost[i][to + 1] = too_far;
    if (least > most && last_row > most) return too_far;
    last_row = least;
  }
  const double distance = cost[a.size()][b.size()];
  return distance <= most ? distance : too_far;
}

double tolerance(std::string_view word) {
  const std::size_t letters = count_code_points(word);
  if (letters <= 3) return kConfused;
  if (letters <= 5) return kOther;
  return letters <= 8 ? 1.4 : 2;
}

}  // namespace vaughn::search
