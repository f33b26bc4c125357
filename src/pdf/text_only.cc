// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/text_only.h"

#include <algorithm>

namespace vaughn::pdf {
namespace {

constexpr int kDark = 100;              // luminance
constexpr Points kTallestGlyph = 48;    // a larger dash is a bar
constexpr Points kThickestRule = 2;     // what hides no text
constexpr Points kLeastBetween = 4;     // rules closer than this are strips of a box
constexpr std::size_t kMostRules = 60;  // of a page that is all text

// Symbols that are drawn as filled boxes and the like, and those whose looks their number does not tell.
bool may_be_a_block(unsigned c) {
  return (c >= 0x2500 && c <= 0x25FF) || (c >= 0x2B00 && c <= 0x2BFF) || (c >= 0xE000 && c <= 0xF8FF) ||
         c == 0x2E3A || c == 0x2E3B || c == 0xFFFD || c >= 0x10000;
}

bool meet(const Box& a, const Box& b) {
  return std::min(a.x1, b.x1) > std::max(a.x0, b.x0) &&
         std::max(a.y0, b.y0) - std::min(a.y1, b.y1) < kLeastBetween;
}

}  // namespace

void TextOnly::add_glyph(const Glyph& glyph, std::span<const unsigned> meaning, const Box& clip) {
  const Points x = (glyph.box.x0 + glyph.box.x1) / 2, y = (glyph.box.y0 + glyph.box.y1) / 2;
  const bool clipped = x < clip.x0 || x > clip.x1 || y < clip.y0 || y > clip.y1;
  const bool meant = !meaning.empty() && !glyph.text.empty();
  const bool tall = glyph.box.height() > kTallestGlyph && glyph.box.width() > kTallestGlyph;
  if (!meant || clipped || tall || glyph.invisible || glyph.clips || glyph.level > kDark ||
      std::any_of(meaning.begin(), meaning.end(), may_be_a_block))
    holds_ = false;
}

void TextOnly::add_shape(const Box& box) {
  if (!holds_) return;
  const bool is_rule = box.height() < kThickestRule;
  const bool is_strip = rules_.size() >= kMostRules ||
                        std::any_of(rules_.begin(), rules_.end(), [&](const Box& r) { return meet(r, box); });
  if (!is_rule || is_strip) holds_ = false;
  rules_.push_back(box);
}

}  // namespace vaughn::pdf
