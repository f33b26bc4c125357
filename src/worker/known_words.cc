// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/known_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "vaughn/base/strings.h"
#include "worker/known_words_filter.h"

namespace vaughn::worker {

// Made at build time by known_words_maker.cc.
extern const std::array<std::uint64_t, kFilterChunks> kKnownWords;

namespace {

constexpr std::array<std::string_view, 24> kLittleWords = {
    "the",  "of", "and",  "to", "in",  "a",  "is",   "that", "for", "on",  "be", "by",
    "with", "as", "this", "it", "was", "or", "from", "at",   "not", "are", "an", "have"};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Without the marks about it, and the possessive.
std::string_view core_of(std::string_view word) {
  while (!word.empty() && !is_letter(word.front()) && static_cast<unsigned char>(word.front()) < 0x80)
    word.remove_prefix(1);
  while (!word.empty() && !is_letter(word.back()) && static_cast<unsigned char>(word.back()) < 0x80)
    word.remove_suffix(1);
  for (const std::string_view possessive : {"'s", "\u2019s"})
    if (word.ends_with(possessive)) word.remove_suffix(possessive.size());
  return word;
}

// Digits make a code of it ("b7C", "FD-302") unless it is long and nearly all letters: a word misread.
bool is_code(std::string_view word) {
  const auto digits = std::count_if(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits > 0 && (word.size() < 5 || 4 * digits > static_cast<std::ptrdiff_t>(word.size()));
}

}  // namespace

bool is_known_word(std::string_view word) {
  bool known = true;
  visit_filter_bits(to_lower_ascii(word), [&](std::size_t bit) {
    if ((kKnownWords[bit / 64] >> (bit % 64) & 1) == 0) known = false;
  });
  return known;
}

Language measure_language(const TextLayer& words) {
  Language language;
  int known = 0, little = 0;
  for (const Word& word : words) {
    const std::string_view core = core_of(word.text);
    const std::string lower = to_lower_ascii(core);
    if (std::find(kLittleWords.begin(), kLittleWords.end(), lower) != kLittleWords.end()) ++little;
    // Both halves of "trial-account" are words.
    for (const std::string& part : split(lower, '-')) {
      const std::string_view letters = core_of(part);
      if (letters.size() < 3 || is_code(letters)) continue;
      language.letters += static_cast<int>(letters.size());
      if (is_known_word(letters)) known += static_cast<int>(letters.size());
    }
  }
  if (language.letters > 0) language.known_share = static_cast<double>(known) / language.letters;
  if (!words.empty()) language.little_share = static_cast<double>(little) / static_cast<double>(words.size());
  return language;
}

}  // namespace vaughn::worker
