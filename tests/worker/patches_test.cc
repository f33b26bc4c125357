// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/patches.h"

#include <gtest/gtest.h>

namespace vaughn::worker {
namespace {

Word word(const std::string& text, Points x, int line) {
  const Points y = 100 + 14.0 * line;
  return {text, {x, y, x + 6 * static_cast<Points>(text.size()), y + 10}, {}, line, 0, {}};
}

ExemptionCode label(const std::string& raw, const Box& box) {
  return {"(b)(6)", raw, true, CodeRole::kLabel, CodeOrigin::kTextLayer, box};
}

PageReading page(TextLayer words, std::vector<ExemptionCode> codes) {
  PageReading reading;
  reading.width = 612;
  reading.height = 792;
  reading.words = std::move(words);
  reading.codes = std::move(codes);
  return reading;
}

TEST(Patches, AreMadeOfALabelThatStandsAlone) {
  PageReading reading =
      page({word("From:", 100, 0), word("(b)(6)", 200, 0)}, {label("(b)(6)", {200, 100, 236, 110})});
  make_patches(&reading);
  ASSERT_EQ(reading.redactions.size(), 1u);
  EXPECT_EQ(reading.redactions[0].kind, CoverKind::kPatch);
  EXPECT_TRUE(reading.codes.empty());
  ASSERT_EQ(reading.words.size(), 1u);
  EXPECT_EQ(reading.words[0].text, "From:");
}

TEST(Patches, AmongWordsAreMadeOnlyOfALabelThatThePageRepeats) {
  const auto line = [](int at) {
    return TextLayer{word("by", 100, at), word("(b)(6)", 114, at), word("on", 152, at)};
  };
  const auto code = [](int at) { return label("(b)(6)", {114, 100 + 14.0 * at, 150, 110 + 14.0 * at}); };
  PageReading once = page(line(0), {code(0)});
  make_patches(&once);
  EXPECT_TRUE(once.redactions.empty());
  TextLayer words = line(0);
  for (const int at : {1, 2})
    for (const Word& each : line(at)) words.push_back(each);
  PageReading often = page(words, {code(0), code(1), code(2)});
  make_patches(&often);
  EXPECT_EQ(often.redactions.size(), 3u);
}

TEST(Patches, LeaveWhatElseIsInTheWord) {
  PageReading reading =
      page({word("(b)(6)@bureau.example", 200, 0)}, {label("(b)(6)", {200, 100, 326, 110})});
  make_patches(&reading);
  ASSERT_EQ(reading.redactions.size(), 1u);
  ASSERT_EQ(reading.words.size(), 1u);
  EXPECT_EQ(reading.words[0].text, "(b)(6)@bureau.example");
}

}  // namespace
}  // namespace vaughn::worker
