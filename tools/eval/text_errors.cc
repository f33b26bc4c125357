// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/text_errors.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>

#include "vaughn/base/strings.h"
#include "vaughn/base/utf8.h"

namespace vaughn::eval {
namespace {

double ratio(long long part, long long whole, double of_nothing) {
  return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : of_nothing;
}

// Levenshtein distance, a row at a time; what both begin and end with is left out first.
long long distance(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  const auto differ = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto last =
      std::mismatch(std::make_reverse_iterator(a.end()), std::make_reverse_iterator(differ.first),
                    std::make_reverse_iterator(b.end()), std::make_reverse_iterator(differ.second));
  const std::vector<std::uint32_t> one(differ.first, last.first.base()),
      other(differ.second, last.second.base());
  std::vector<int> row(other.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (std::size_t i = 0; i < one.size(); ++i) {
    int diagonal = row[0];
    row[0] = static_cast<int>(i) + 1;
    for (std::size_t j = 0; j < other.size(); ++j) {
      const int replaced = diagonal + (one[i] == other[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

std::vector<std::uint32_t> code_points(const std::string& text) {
  std::vector<std::uint32_t> points;
  for (std::size_t at = 0; at < text.size();) points.push_back(next_code_point(text, &at));
  return points;
}

}  // namespace

TextErrors& TextErrors::operator+=(const TextErrors& other) {
  true_words += other.true_words;
  read_words += other.read_words;
  word_edits += other.word_edits;
  words_found += other.words_found;
  true_characters += other.true_characters;
  character_edits += other.character_edits;
  errors_any_order += other.errors_any_order;
  return *this;
}

double TextErrors::word_error_rate() const {
  return ratio(word_edits, true_words, 0);
}

double TextErrors::character_error_rate() const {
  return ratio(character_edits, true_characters, 0);
}

double TextErrors::recall() const {
  return ratio(words_found, true_words, 1);
}

double TextErrors::precision() const {
  return ratio(words_found, read_words, 1);
}

TextErrors compare_words(const std::vector<std::string>& truth, const std::vector<std::string>& reading) {
  TextErrors errors;
  errors.true_words = static_cast<long long>(truth.size());
  errors.read_words = static_cast<long long>(reading.size());
  std::map<std::string, std::uint32_t> numbers;
  std::map<std::string, long long> left;
  const auto numbered = [&](const std::vector<std::string>& words) {
    std::vector<std::uint32_t> ids;
    for (const std::string& word : words)
      ids.push_back(numbers.try_emplace(word, static_cast<std::uint32_t>(numbers.size())).first->second);
    return ids;
  };
  errors.word_edits = distance(numbered(truth), numbered(reading));
  for (const std::string& word : truth) ++left[word];
  for (const std::string& word : reading)
    if (const auto found = left.find(word); found != left.end() && found->second-- > 0) ++errors.words_found;
  errors.errors_any_order = std::max(errors.true_words, errors.read_words) - errors.words_found;
  const std::vector<std::uint32_t> characters = code_points(join(truth, " "));
  errors.true_characters = static_cast<long long>(characters.size());
  errors.character_edits = distance(characters, code_points(join(reading, " ")));
  return errors;
}

}  // namespace vaughn::eval
