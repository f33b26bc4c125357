// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/shifted_text.h"

#include <gtest/gtest.h>

#include <sstream>

#include "vaughn/base/utf8.h"

namespace vaughn::worker {
namespace {

const char* const kSentence =
    "The committee received the report about the contract and asked the agency for every letter that was "
    "sent to "
    "the company before the end of the month";

std::vector<pdf::LayerWord> layer_of(const std::string& text, int shift) {
  std::vector<pdf::LayerWord> words;
  std::istringstream in(text);
  Points x = 0;
  for (std::string word; in >> word; x += 50) {
    for (char& c : word) c = static_cast<char>(c + shift);
    words.push_back({{word, {x, 0, x + 40, 10}, {}, 0, 0, {}}, pdf::Visibility::kDrawn, {}});
  }
  return words;
}

std::string text_of(const std::vector<pdf::LayerWord>& words) {
  std::string text;
  for (const pdf::LayerWord& word : words) text += (text.empty() ? "" : " ") + word.word.text;
  return text;
}

TEST(ShiftedText, IsFoundAndUndone) {
  pdf::PageContent content;
  content.words = layer_of(kSentence, -29);
  EXPECT_EQ(find_shift(content.words), 29);
  undo_shift(29, &content);
  EXPECT_EQ(text_of(content.words), kSentence);
  EXPECT_EQ(find_shift(content.words), 0);
}

TEST(ShiftedText, OrdinaryTextStaysAsItIs) {
  EXPECT_EQ(find_shift(layer_of(kSentence, 0)), 0);
}

TEST(ShiftedText, CodesAndNumbersAreNotTakenForIt) {
  EXPECT_EQ(find_shift(layer_of(
                "b6 -2,-4 b7C -1 b7E -3 ZX81 QF442 000117 000118 b6 -1 b7C -2 b7D -1 99-4471 KLM-QRS", 0)),
            0);
}

TEST(ShiftedText, WhatBecomesASpacePartsAWord) {
  pdf::PageContent content;
  // "UNITED STATES", 29 too low, with its space as the character 3.
  content.words = {{{"81,7('\x03"
                     "67$7(6",
                     {0, 0, 130, 10},
                     {},
                     0,
                     0,
                     {}},
                    pdf::Visibility::kDrawn,
                    {}}};
  undo_shift(29, &content);
  ASSERT_EQ(text_of(content.words), "UNITED STATES");
  EXPECT_NEAR(content.words[0].word.box.x1, 60, 1e-9);
  EXPECT_NEAR(content.words[1].word.box.x0, 70, 1e-9);
}

TEST(ShiftedText, TheGlyphsGoWithTheWords) {
  pdf::PageContent content;
  content.glyphs.push_back({"8", {0, 0, 8, 10}, 0, 0, false, false, false, {}});
  undo_shift(29, &content);
  EXPECT_EQ(content.glyphs[0].text, "U");
}

}  // namespace
}  // namespace vaughn::worker
