// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/readability.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>

#include "worker/known_words.h"

namespace vaughn::worker {
namespace {

constexpr double kNoiseConfidence = 0.5;
constexpr double kSureConfidence = 0.8;
constexpr double kFewestSure = 0.2;
constexpr double kFewestKnown = 0.15;
constexpr int kEnoughLetters = 60;  // to judge by words
// Of a word's confidence, on a page that can be read. A word of the language is hardly made by accident.
constexpr double kFloor = 0.2;
constexpr std::size_t kNoAccident = 4;    // letters
constexpr double kContinuousTone = 0.25;  // of the pixels between dark and light: ink on paper has hardly any

bool is_photograph(const image::Bitmap& page) {
  const double middle = page.fraction_below(200, page.bounds()) - page.fraction_below(50, page.bounds());
  return middle >= kContinuousTone;
}

bool is_language(const std::string& word) {
  std::string letters;
  for (const char c : word)
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) letters += c;
  return letters.size() >= kNoAccident && letters.size() + 2 >= word.size() && is_known_word(letters);
}

}  // namespace

bool is_readable(const TextLayer& words, bool english) {
  int recognised = 0, sure = 0;
  double sum = 0;
  for (const Word& word : words) {
    if (!word.confidence) return true;  // the file's own words are there
    ++recognised;
    sum += *word.confidence;
    if (*word.confidence >= kSureConfidence) ++sure;
  }
  if (recognised == 0) return false;
  if (english) {
    const Language language = measure_language(words);
    if (language.letters >= kEnoughLetters && language.known_share < kFewestKnown) return false;
  }
  return sum / recognised >= kNoiseConfidence || static_cast<double>(sure) / recognised >= kFewestSure;
}

Sifted sift(TextLayer words, bool readable) {
  Sifted sifted;
  // A stamp on a handwritten page is worth finding.
  const double floor = readable ? kFloor : kSureConfidence;
  for (Word& word : words) {
    const bool doubtful = word.confidence.value_or(1) < floor && !(readable && is_language(word.text));
    (doubtful ? sifted.doubtful : sifted.shown).push_back(std::move(word));
  }
  return sifted;
}

void say_unreadable(const image::Bitmap& page, PageReading* reading) {
  const bool photograph = is_photograph(page);
  const double confidence = reading->ocr_confidence.value_or(0);
  reading->reason += fmt::format(
      " Recognition found no readable text (mean confidence {} %): {}.", std::lround(100 * confidence),
      photograph ? "a picture" : "handwriting, a drawing, a picture or a very poor copy");
  if (photograph) reading->text_source = TextSource::kPhotograph;
}

}  // namespace vaughn::worker
