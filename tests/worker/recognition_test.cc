// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/recognition.h"

#include <gtest/gtest.h>

#include "vaughn/model/page_text.h"

namespace vaughn::worker {
namespace {

Word word(const std::string& text, double x, double y, int line, std::optional<double> confidence = {}) {
  return {text, {x, y, x + 40, y + 10}, confidence, line, 0, {}};
}

std::string merged(const TextLayer& layer, TextLayer recognised) {
  return compose_page_text(merge_words(layer, std::move(recognised)), {}).text;
}

TEST(MergeWords, TheLayersStampReplacesItsMisreading) {
  EXPECT_EQ(merged({word("BBR-000104", 500, 770, 0)},
                   {word("Dear", 10, 10, 0, 0.9), word("8BR-0OO104", 501, 771, 1, 0.4)}),
            "Dear\n\nBBR-000104");
}

TEST(MergeWords, ALayersWordJoinsTheLineItStandsIn) {
  EXPECT_EQ(merged({word("Roe", 60, 10, 0)}, {word("Name", 10, 10, 0, 0.9), word("here", 110, 10, 0, 0.9),
                                              word("next", 10, 30, 1, 0.9)}),
            "Name Roe here\nnext");
}

TEST(MergeWords, WithoutALayerNothingChanges) {
  EXPECT_EQ(merged({}, {word("only", 10, 10, 0, 0.9)}), "only");
}

TEST(MergeWords, WithoutRecognitionTheLayerIsThePage) {
  EXPECT_EQ(merged({word("only", 10, 10, 0)}, {}), "only");
}

}  // namespace
}  // namespace vaughn::worker
