// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/photograph.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace vaughn::worker {
namespace {

constexpr double kNoiseConfidence = 0.5;
constexpr double kSureConfidence = 0.8;
constexpr double kFewestSure = 0.2;
constexpr double kContinuousTone = 0.25;  // of the pixels between dark and light: ink on paper has hardly any

bool is_photograph(const image::Bitmap& page) {
  const double middle = page.fraction_below(200, page.bounds()) - page.fraction_below(50, page.bounds());
  return middle >= kContinuousTone;
}

}  // namespace

bool is_readable(const TextLayer& words) {
  int recognised = 0, sure = 0;
  double sum = 0;
  for (const Word& word : words) {
    if (!word.confidence) return true;  // the file's own words are there
    ++recognised;
    sum += *word.confidence;
    if (*word.confidence >= kSureConfidence) ++sure;
  }
  if (recognised == 0) return false;
  return sum / recognised >= kNoiseConfidence || static_cast<double>(sure) / recognised >= kFewestSure;
}

void say_unreadable(const image::Bitmap& page, PageReading* reading) {
  const double confidence = reading->ocr_confidence.value_or(0);
  // A stamp on a handwritten page is worth keeping.
  std::erase_if(reading->words,
                [](const Word& word) { return word.confidence.value_or(1) < kSureConfidence; });
  reading->reason += fmt::format(" Recognition found no readable text (mean confidence {} %).",
                                 std::lround(100 * confidence));
  if (is_photograph(page)) reading->text_source = TextSource::kPhotograph;
}

}  // namespace vaughn::worker
