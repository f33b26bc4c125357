// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/layer_lines.h"

#include <gtest/gtest.h>

namespace vaughn::pdf {
namespace {

LayerWord at(const std::string& text, double x, double y) {
  return {{text, {x, y, x + 30, y + 10}, std::nullopt, 0, 0, std::nullopt}, Visibility::kDrawn};
}

// "one two|three||four": words, lines, blocks.
std::string layout(std::vector<LayerWord> words) {
  number_lines(&words);
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) {
      const Word& last = words[i - 1].word;
      text += last.block != words[i].word.block ? "||" : last.line != words[i].word.line ? "|" : " ";
    }
    text += words[i].word.text;
  }
  return text;
}

TEST(LayerLines, FollowTheBaseLine) {
  EXPECT_EQ(layout({at("one", 10, 10), at("two", 45, 10.5), at("three", 10, 24)}), "one two|three");
}

TEST(LayerLines, AWideGapDownStartsABlock) {
  EXPECT_EQ(layout({at("one", 10, 10), at("two", 10, 60)}), "one||two");
}

TEST(LayerLines, AValueTornFromItsLabelComesBack) {
  EXPECT_EQ(layout({at("From:", 10, 10), at("Sent:", 10, 24), at("To:", 10, 38), at("Roe", 300, 10)}),
            "From: Roe|Sent:|To:");
}

TEST(LayerLines, ColumnsStayColumns) {
  EXPECT_EQ(layout({at("a1", 10, 10), at("a2", 10, 24), at("a3", 10, 38), at("b1", 300, 10),
                    at("b2", 300, 24), at("b3", 300, 38)}),
            "a1|a2|a3||b1|b2|b3");
}

TEST(LayerLines, OfNothingAreNothing) {
  EXPECT_EQ(layout({}), "");
}

}  // namespace
}  // namespace vaughn::pdf
