// SPDX-License-Identifier: GPL-3.0-or-later
// How far two words are apart for somebody who reads a bad copy: what recognition confuses costs little.
#ifndef VAUGHN_SEARCH_OCR_DISTANCE_H_
#define VAUGHN_SEARCH_OCR_DISTANCE_H_

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vaughn::search {

// From one word to many, both as the index has them: small letters. 1 for a letter more, less, other or
// swapped; a fraction for what recognition takes for one another (rn m, cl d, l 1 i, o 0, e c, s 5).
class OcrDistance {
 public:
  // What is farther than most is as good as infinitely far.
  OcrDistance(std::string_view word, double most);

  // Greater than most for anything beyond. Is quickest when words come in order: what one begins with like
  // the one before it is not looked at again.
  double to(std::string_view other);

  // How many bytes of that other word settle that no word that begins so is near enough; none when they do
  // not.
  std::optional<std::size_t> hopeless() const { return hopeless_; }

 private:
  static constexpr std::size_t kLongest = 48;  // letters; nothing longer is a word
  using Row = std::array<double, kLongest + 1>;

  void fill_row(std::size_t i);

  std::u32string word_, other_;
  double most_, too_far_;
  std::size_t reach_;          // how many letters longer or shorter can be near enough
  std::vector<Row> rows_;      // [i][j]: from the first i letters of the other to the first j of the word
  std::vector<double> least_;  // of each row
  std::size_t filled_ = 0;     // rows that hold for other_
  std::optional<std::size_t> hopeless_;
};

// Of two words.
double ocr_distance(std::string_view a, std::string_view b, double most);

// How far a spelling of this word may be off to be taken for it: the longer the word, the farther.
double tolerance(std::string_view word);

}  // namespace vaughn::search

#endif  // VAUGHN_SEARCH_OCR_DISTANCE_H_
