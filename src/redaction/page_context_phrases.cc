// SPDX-License-Identifier: GPL-3.0-or-later
#include "redaction/page_context_phrases.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cctype>
#include <cstdint>

namespace vaughn::redaction {
namespace {

constexpr std::size_t kLongestPhrase = 64;

char folded(char c) {
  switch (c) {
    case '1':
    case 'i':
    case '|':
    case '!':
      return 'l';
    case '0':
      return 'o';
    case '5':
    case '$':
      return 's';
    default:
      return c;
  }
}

std::string squeeze(std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  for (const char c : text) {
    const char low = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    const char plain = folded(low);
    if (std::isalnum(static_cast<unsigned char>(plain))) kept += plain;
  }
  return kept;
}

}  // namespace

int fewest_errors(std::string_view text, std::string_view pattern) {
  assert(!pattern.empty() && pattern.size() <= kLongestPhrase);
  std::array<std::uint64_t, 256> positions{};
  for (std::size_t i = 0; i < pattern.size(); ++i)
    positions[static_cast<unsigned char>(pattern[i])] |= std::uint64_t{1} << i;
  const std::uint64_t last = std::uint64_t{1} << (pattern.size() - 1);
  // One column of the edit table as bits: where it rises and falls by one going down.
  std::uint64_t rises = ~std::uint64_t{0}, falls = 0;
  int score = static_cast<int>(pattern.size()), best = score;
  for (const char c : text) {
    const std::uint64_t equal = positions[static_cast<unsigned char>(c)];
    const std::uint64_t diagonal = (((equal & rises) + rises) ^ rises) | equal | falls;
    std::uint64_t right_rises = falls | ~(diagonal | rises);
    std::uint64_t right_falls = rises & diagonal;
    if (right_rises & last) ++score;
    if (right_falls & last) --score;
    // No bit is shifted in: a match may begin anywhere at no cost.
    right_rises <<= 1;
    right_falls <<= 1;
    rises = right_falls | ~(diagonal | right_rises);
    falls = right_rises & diagonal;
    best = std::min(best, score);
  }
  return best;
}

Squeezed::Squeezed(std::string_view text) : text_(squeeze(text)) {}

bool Squeezed::has(std::string_view phrase) const {
  const std::string letters = squeeze(phrase);
  if (text_.find(letters) != std::string::npos) return true;
  return fewest_errors(text_, letters) <= static_cast<int>(letters.size() / 7);
}

bool Squeezed::has_any(std::initializer_list<std::string_view> phrases) const {
  return count_of(phrases) > 0;
}

int Squeezed::count_of(std::initializer_list<std::string_view> phrases) const {
  return static_cast<int>(
      std::count_if(phrases.begin(), phrases.end(), [&](std::string_view p) { return has(p); }));
}

}  // namespace vaughn::redaction
