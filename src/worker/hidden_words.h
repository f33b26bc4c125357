// SPDX-License-Identifier: GPL-3.0-or-later
// What a text that nobody sees is worth: words that somebody wanted hidden, or what machines and forms leave
// under boxes. Pure functions. docs/findings.md, "What is not reported".
#ifndef VAUGHN_WORKER_HIDDEN_WORDS_H_
#define VAUGHN_WORKER_HIDDEN_WORDS_H_

#include <string>
#include <string_view>
#include <vector>

#include "vaughn/pdf/document.h"

namespace vaughn::worker {

enum class Worth {
  kNothing,  // a stray letter, a placeholder, blank lines of a form, a court's header, a banner
  kDate,     // dates alone: stamps stand under boxes
  kWords,    // anything else
};

// Words separated by spaces.
Worth worth_of(const std::string& text);

// Letters and digits; what a font gives no meaning counts as a letter.
int count_letters(std::string_view text);

// A token that an OCR engine made of letters, not of a box's border: three letters with a vowel among them,
// or three digits, and little else.
bool looks_like_word(std::string_view token);
int count_like_words(std::string_view text);

// Lower-case tokens of letters and digits, marks cut away at their ends.
std::vector<std::string> tokens_of(std::string_view text);

// Whether next begins another word than last, which was painted before it.
bool is_apart(const pdf::Glyph& last, const pdf::Glyph& next);

// The text of glyphs in painting order, with a space where there is a gap or another line begins. A glyph
// whose meaning the font does not say becomes U+FFFD.
std::string text_of(const std::vector<const pdf::Glyph*>& glyphs);
int count_characters(const std::vector<const pdf::Glyph*>& glyphs);

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_HIDDEN_WORDS_H_
