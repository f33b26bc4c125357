// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/shifted_text.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "vaughn/base/utf8.h"
#include "worker/known_words.h"

namespace vaughn::worker {
namespace {

constexpr int kFarthest = 64;
constexpr std::size_t kFewestWords = 10;
constexpr int kFewestLetters = 40;
constexpr double kNeedsNothing = 0.3;  // of the letters in known words: no shifted text gets there
constexpr double kEnglish = 0.6;       // names and numbers take the rest

char32_t shifted(char32_t c, int shift) {
  const auto moved = static_cast<std::int64_t>(c) + shift;
  return moved > 0x20 && moved < 0x250 && moved != 0x7f ? static_cast<char32_t>(moved) : U' ';
}

std::string shifted(const std::string& text, int shift) {
  std::string moved;
  for (std::size_t offset = 0; offset < text.size();)
    append_utf8(shifted(next_code_point(text, &offset), shift), &moved);
  return moved;
}

TextLayer shifted(const std::vector<pdf::LayerWord>& words, int shift) {
  TextLayer moved;
  for (const pdf::LayerWord& word : words) {
    const std::string text = shifted(word.word.text, shift);
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find(' ', begin), text.size());
      if (end > begin) moved.push_back({text.substr(begin, end - begin), word.word.box, {}, 0, 0, {}});
      begin = end + 1;
    }
  }
  return moved;
}

// The word with the shift added, as the words that it is then.
void append_shifted(const pdf::LayerWord& word, int shift, std::vector<pdf::LayerWord>* out) {
  const std::size_t count = count_code_points(word.word.text);
  const double width = word.word.box.width() / static_cast<double>(std::max<std::size_t>(count, 1));
  const auto box_at = [&](std::size_t i) {
    if (word.characters.size() == count) return word.characters[i];
    Box box = word.word.box;
    box.x0 += width * static_cast<double>(i);
    box.x1 = box.x0 + width;
    return box;
  };
  pdf::LayerWord part = word;
  const auto begin_part = [&] {
    part.word.text.clear();
    part.word.box = {};
    part.characters.clear();
  };
  begin_part();
  std::size_t i = 0;
  for (std::size_t offset = 0; offset < word.word.text.size(); ++i) {
    const char32_t c = shifted(next_code_point(word.word.text, &offset), shift);
    if (c == U' ') {
      if (!part.word.text.empty()) out->push_back(part);
      begin_part();
      continue;
    }
    append_utf8(c, &part.word.text);
    part.word.box = bounding(part.word.box, box_at(i));
    if (!word.characters.empty()) part.characters.push_back(box_at(i));
  }
  if (!part.word.text.empty()) out->push_back(part);
}

}  // namespace

int find_shift(const std::vector<pdf::LayerWord>& words) {
  if (words.size() < kFewestWords) return 0;
  if (measure_language(shifted(words, 0)).known_share >= kNeedsNothing) return 0;
  int best = 0;
  double most = kEnglish;
  for (int shift = -kFarthest; shift <= kFarthest; ++shift) {
    const Language language = measure_language(shifted(words, shift));
    if (shift == 0 || language.letters < kFewestLetters || language.known_share < most) continue;
    best = shift;
    most = language.known_share;
  }
  return best;
}

void undo_shift(int shift, pdf::PageContent* content) {
  std::vector<pdf::LayerWord> words;
  for (const pdf::LayerWord& word : content->words) append_shifted(word, shift, &words);
  content->words = std::move(words);
  for (std::vector<pdf::Glyph>* glyphs :
       {&content->glyphs, &content->beyond_edge, &content->in_hidden_layers})
    for (pdf::Glyph& glyph : *glyphs) glyph.text = shifted(glyph.text, shift);
}

}  // namespace vaughn::worker
