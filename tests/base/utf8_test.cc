// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/base/utf8.h"

#include <gtest/gtest.h>

namespace vaughn {
namespace {

TEST(Utf8, AcceptsWellFormedText) {
  EXPECT_TRUE(is_valid_utf8("plain"));
  EXPECT_TRUE(is_valid_utf8("⟦(b)(6) ~14⟧ naïve 漢 🙂"));
}

TEST(Utf8, RejectsOverlongSurrogateAndCutSequences) {
  for (const char* text :
       {"\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x9F", "\x80"})
    EXPECT_FALSE(is_valid_utf8(text)) << text;
}

TEST(Utf8, RepairReplacesEachBadByteAndKeepsTheRest) {
  EXPECT_EQ(make_valid_utf8("a\xFFz"), "a\xEF\xBF\xBDz");
  EXPECT_TRUE(is_valid_utf8(make_valid_utf8("\xE2\x9F\xE2\x9F\xA6")));
}

TEST(Utf8, RepairDropsControlCharactersButKeepsLayout) {
  EXPECT_EQ(make_valid_utf8(std::string_view("a\0b\x1B[1m\tc\nd\x7F", 11)), "ab[1m\tc\nd");
}

TEST(Utf8, DecodesWhatItAppends) {
  for (const char32_t c : {U'A', U'é', U'⟦', U'🙂'}) {
    std::string text;
    append_utf8(c, &text);
    std::size_t offset = 0;
    EXPECT_EQ(next_code_point(text, &offset), c);
    EXPECT_EQ(offset, text.size());
  }
}

TEST(Utf8, WidthCountsColumnsNotBytes) {
  EXPECT_EQ(display_width("née"), 3u);
  EXPECT_EQ(display_width("e\xCC\x81"), 1u);
  EXPECT_EQ(display_width("漢字"), 4u);
}

TEST(Utf8, FittingNeverExceedsTheColumns) {
  EXPECT_EQ(fit_to_width("short", 5), "short");
  EXPECT_EQ(fit_to_width("much longer", 5), "much…");
  EXPECT_EQ(display_width(fit_to_width("漢字漢字", 4)), 3u);
}

}  // namespace
}  // namespace vaughn
