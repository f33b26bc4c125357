// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/layer_quality.h"

#include <cstddef>
#include <string>
#include <string_view>

#include "vaughn/base/utf8.h"

namespace vaughn::worker {
namespace {

bool is_odd(char32_t c) {
  if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) return false;
  if (c >= 0x00C0 && c != 0x00D7 && c != 0x00F7 && c < 0x2000) return false;  // letters of other languages
  if ((c >= 0x3040 && c < 0xE000) || (c >= 0xFB00 && c <= 0xFB06)) return false;  // ideographs; ligatures
  constexpr std::u32string_view kTypography = U".,;:'\"-()/$&%?!#@_*+=[]<>\\{}‘’“”–—•·…§©®°№€£⟦⟧☐☑☒";
  return kTypography.find(c) == std::u32string_view::npos;
}

bool is_small_letter(char c) {
  return c >= 'a' && c <= 'z';
}

// A small letter next to a digit, quote or bracket inside the word. Addresses, and the apostrophes of
// English, are none.
bool is_broken(const std::string& word) {
  if (word.size() < 3 || word.find_first_of("@/\\_") != std::string::npos) return false;
  constexpr std::string_view kIntruders = "0123456789\"'()[]{}|";
  for (std::size_t i = 1; i + 1 < word.size(); ++i) {
    if (kIntruders.find(word[i]) == std::string_view::npos || !is_small_letter(word[i - 1])) continue;
    const std::string_view rest = std::string_view(word).substr(i + 1);
    const bool contraction = word[i] == '\'' && rest.size() <= 3 && is_small_letter(rest[0]);
    if (!contraction && is_small_letter(rest[0])) return true;
    if (!contraction && i + 2 < word.size() && kIntruders.find(rest[0]) != std::string_view::npos &&
        is_small_letter(rest[1]))
      return true;
  }
  return false;
}

}  // namespace

LayerQuality judge_layer(const TextLayer& words) {
  LayerQuality quality;
  int odd = 0, unmapped = 0, broken = 0;
  for (const Word& word : words) {
    broken += is_broken(word.text) ? 1 : 0;
    if (word.text == "~") continue;  // what lists of deleted pages put between a page and its grounds
    for (std::size_t offset = 0; offset < word.text.size();) {
      const char32_t c = next_code_point(word.text, &offset);
      ++quality.characters;
      if (c == 0xFFFD || (c >= 0xE000 && c < 0xF900) || c >= 0xF0000) {
        ++unmapped;
      } else if (is_odd(c)) {
        ++odd;
      }
    }
  }
  if (quality.characters > 0) {
    quality.broken_share = static_cast<double>(broken) / static_cast<double>(words.size());
    quality.odd_share = static_cast<double>(odd) / quality.characters;
    quality.unmapped_share = static_cast<double>(unmapped) / quality.characters;
  }
  quality.language = measure_language(words);
  return quality;
}

}  // namespace vaughn::worker
