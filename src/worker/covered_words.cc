// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/covered_words.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "vaughn/base/utf8.h"
#include "worker/glyph_lookup.h"

namespace vaughn::worker {
namespace {

constexpr double kCoveredShare = 0.8;  // of a word's area: partly covered letters can still be read
constexpr double kVisibleSpread =
    14;  // grey levels; flat fills stay under 8 with JPEG noise, letters are over 30

std::optional<std::size_t> cover_over(const Box& word, const std::vector<redaction::Cover>& covers) {
  std::optional<std::size_t> best;
  double most = kCoveredShare;
  for (std::size_t i = 0; i < covers.size(); ++i) {
    const double share = covered_share(word, covers[i].box);
    if (share >= most) {
      most = share;
      best = i;
    }
  }
  return best;
}

// Whether the pixels at the word differ from one another as letters do. The cover's own edge must not count.
bool shows_letters(const Box& word, const Box& cover, const image::Bitmap& page, const image::Scale& scale) {
  const double edge = std::min({2.0, cover.width() / 8, cover.height() / 8});
  const image::PixelBox pixels = scale.to_pixels(intersection(word, grown(cover, -edge)));
  return !pixels.empty() && page.levels(pixels).spread >= kVisibleSpread;
}

// Whether the glyphs in a box that have its text are hidden; those of other words may cross it.
class HiddenLookup {
 public:
  HiddenLookup(const std::vector<pdf::Glyph>& glyphs, const std::vector<bool>& hidden) : hidden_(hidden) {
    for (std::size_t i = 0; i < glyphs.size(); ++i) glyphs_.add(glyphs[i], i);
  }

  bool is_hidden(const Box& box, const std::string& text) const {
    int same_hidden = 0, same_shown = 0, all_hidden = 0, all_shown = 0;
    glyphs_.each_in(box, [&](const pdf::Glyph& glyph, std::size_t index) {
      const bool same = !glyph.text.empty() && text.find(glyph.text) != std::string::npos;
      if (hidden_[index]) {
        ++all_hidden;
        same_hidden += same ? 1 : 0;
      } else {
        ++all_shown;
        same_shown += same ? 1 : 0;
      }
    });
    if (same_hidden + same_shown > 0) return same_hidden > same_shown;
    return all_hidden > all_shown;
  }

 private:
  const std::vector<bool>& hidden_;
  GlyphLookup glyphs_;
};

// The parts of a word that can be seen.
void add_seen_parts(const pdf::LayerWord& word, const HiddenLookup& lookup,
                    std::vector<pdf::LayerWord>* seen) {
  pdf::LayerWord part = word;
  part.word.text.clear();
  part.word.box = {};
  part.characters.clear();
  const auto close = [&] {
    if (!part.word.text.empty()) seen->push_back(part);
    part.word.text.clear();
    part.word.box = {};
    part.characters.clear();
  };
  std::size_t i = 0;
  for (std::size_t offset = 0; offset < word.word.text.size(); ++i) {
    const std::size_t start = offset;
    next_code_point(word.word.text, &offset);
    const std::string character = word.word.text.substr(start, offset - start);
    if (lookup.is_hidden(word.characters[i], character)) {
      close();
      continue;
    }
    part.word.text += character;
    part.word.box = bounding(part.word.box, word.characters[i]);
    part.characters.push_back(word.characters[i]);
  }
  close();
}

}  // namespace

CoveredWords hold_against_pixels(const std::vector<pdf::LayerWord>& layer,
                                 const std::vector<redaction::Cover>& covers, const image::Bitmap& page,
                                 const image::Scale& scale) {
  CoveredWords words;
  words.at_covers.resize(covers.size());
  for (const pdf::LayerWord& word : layer) {
    const auto cover = cover_over(word.word.box, covers);
    if (!cover) {
      words.open.push_back(word.word);
      if (word.visibility != pdf::Visibility::kDrawn) ++words.open_hidden;
    } else if (shows_letters(word.word.box, covers[*cover].box, page, scale)) {
      words.at_covers[*cover].printed.push_back(word.word);
    }
  }
  return words;
}

std::vector<pdf::LayerWord> without_hidden(std::vector<pdf::LayerWord> layer,
                                           const std::vector<pdf::Glyph>& glyphs,
                                           const std::vector<bool>& hidden) {
  if (std::find(hidden.begin(), hidden.end(), true) == hidden.end()) return layer;
  const HiddenLookup lookup(glyphs, hidden);
  std::vector<pdf::LayerWord> seen;
  for (pdf::LayerWord& word : layer) {
    if (word.characters.size() == count_code_points(word.word.text)) {
      add_seen_parts(word, lookup, &seen);
    } else if (!lookup.is_hidden(word.word.box, word.word.text)) {
      seen.push_back(std::move(word));
    }
  }
  return seen;
}

}  // namespace vaughn::worker
