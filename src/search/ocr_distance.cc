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
// second. Many words are asked, so most pairs of letters must be told off at once.
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

OcrDistance::OcrDistance(std::string_view word, double most)
    : word_(code_points(word)),
      most_(most),
      too_far_(most + 1),
      // A letter more or less costs at least as much as a confusion.
      reach_(static_cast<std::size_t>(most / kConfused)),
      rows_(kLongest + 1),
      least_(kLongest + 1, 0) {
  if (word_.size() > kLongest) {
    word_.resize(kLongest);
    most_ = -1;  // like nothing
  }
  for (std::size_t j = 0; j <= word_.size(); ++j) rows_[0][j] = kOther * static_cast<double>(j);
}

void OcrDistance::fill_row(std::size_t i) {
  static const Confusions confusions;
  Row& row = rows_[i];
  const Row& above = rows_[i - 1];
  const char32_t letter = other_[i - 1];
  row[0] = kOther * static_cast<double>(i);
  double least = row[0];
  // What is farther from the diagonal is too far anyhow.
  const std::size_t from = i > reach_ ? i - reach_ : 1, to = std::min(word_.size(), i + reach_);
  if (from > 1 && from - 1 <= word_.size()) row[from - 1] = too_far_;
  for (std::size_t j = from; j <= to; ++j) {
    double best = above[j - 1] + (letter == word_[j - 1] ? 0 : kOther);
    best = std::min({best, (i + reach_ > j ? above[j] : too_far_) + kOther, row[j - 1] + kOther});
    if (i > 1 && j > 1 && letter == word_[j - 2] && other_[i - 2] == word_[j - 1])
      best = std::min(best, rows_[i - 2][j - 2] + kOther);
    for (const Pair& pair : confusions.ended_by(letter, word_[j - 1]))
      if (ends_with_at(other_, i, pair.a) && ends_with_at(word_, j, pair.b))
        best = std::min(best, rows_[i - pair.a.size()][j - pair.b.size()] + kConfused);
    row[j] = best;
    least = std::min(least, best);
  }
  if (to < word_.size()) row[to + 1] = too_far_;
  least_[i] = least;
}

double OcrDistance::to(std::string_view other) {
  std::size_t at = 0, bytes = 0, letters = 0;
  hopeless_.reset();
  for (; at < other.size(); ++letters) {
    const char32_t letter = next_code_point(other, &at);
    if (letters == kLongest || (letters > 1 && least_[letters] > most_ && least_[letters - 1] > most_)) {
      // A confusion reaches back two rows, so two in a row have to be beyond.
      hopeless_ = bytes;
      return too_far_;
    }
    bytes = at;
    if (letters < filled_ && other_[letters] == letter) continue;
    other_.resize(letters);
    other_ += letter;
    fill_row(letters + 1);
    filled_ = letters + 1;
  }
  const double distance = rows_[letters][word_.size()];
  const bool in_band = letters <= word_.size() + reach_ && word_.size() <= letters + reach_;
  return in_band && distance <= most_ ? distance : too_far_;
}

double ocr_distance(std::string_view first, std::string_view second, double most) {
  if (first == second) return 0;
  return OcrDistance(first, most).to(second);
}

double tolerance(std::string_view word) {
  const std::size_t letters = count_code_points(word);
  if (letters <= 3) return kConfused;
  if (letters <= 5) return kOther;
  return letters <= 8 ? 1.4 : 2;
}

}  // namespace vaughn::search
