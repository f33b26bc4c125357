// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/recurring_codes.h"

#include <gtest/gtest.h>

namespace vaughn::worker {
namespace {

TextLayer words_of(const std::vector<std::string>& texts) {
  TextLayer words;
  for (const std::string& text : texts) {
    const Points x = 70 + 60 * static_cast<Points>(words.size() % 8);
    const Points y = 100 + 14 * static_cast<Points>(words.size() / 8);
    words.push_back({text, {x, y, x + 40, y + 10}, 0.9, static_cast<int>(words.size() / 8), 0, {}});
  }
  return words;
}

std::vector<ExemptionCode> codes_in(const std::vector<std::string>& texts) {
  return recurring_codes(words_of(texts), {redaction::TextOrigin::kRecognised, {}, {}, {}, {}});
}

TEST(RecurringCodes, StandForWhatWasTakenOutWhenThePageRepeatsThem) {
  const auto codes = codes_in({"Dear", "5.1.2.e,", "as", "5.1.2.e", "told", "5.1.2.e.", "and", "[5.1.2.e]"});
  ASSERT_EQ(codes.size(), 4u);
  for (const ExemptionCode& code : codes) {
    EXPECT_EQ(code.code, "Woo 5.1.2.e");
    EXPECT_TRUE(code.certain);
    EXPECT_EQ(code.role, CodeRole::kLabel);
  }
}

TEST(RecurringCodes, AreNotMadeOfTwo) {
  EXPECT_TRUE(codes_in({"Section", "one", "5.1.2.e", "and", "then", "5.1.2.e"}).empty());
}

TEST(RecurringCodes, AreNotMadeOfCitations) {
  EXPECT_TRUE(
      codes_in({"artikel", "5.1.2.e", "artikel", "5.1.2.e", "art.", "5.1.2.e", "sub", "5.1.2.e"}).empty());
}

TEST(RecurringCodes, TakeMisreadRepetitionsAlongAsUncertain) {
  const auto codes = codes_in({"5.1.2.e", "met", "5.1.2.e", "and", "5.1.2.e", "met", "5.1.2.6"});
  ASSERT_EQ(codes.size(), 4u);
  EXPECT_FALSE(codes.back().certain);
  EXPECT_EQ(codes.back().raw, "5.1.2.6");
}

TEST(RecurringCodes, AreNotFiguresAndDates) {
  EXPECT_TRUE(codes_in({"10.20", "14:02", "10.20", "1.234,50", "10.20", "2021", "2021", "2021"}).empty());
}

}  // namespace
}  // namespace vaughn::worker
