// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/passages.h"

#include <gtest/gtest.h>

namespace vaughn::report {
namespace {

store::PlaceRow page(int number) {
  return {.release = "march", .source = "mail.pdf", .sha256 = "3f", .page = number, .bates = {}};
}

// How many passages of the first text the second shows.
std::size_t shown(const std::string& withheld, const std::string& elsewhere) {
  Passages passages;
  passages.add_withheld(page(1), withheld);
  passages.add_withheld(page(2), elsewhere);
  passages.look_at(page(1), withheld);
  passages.look_at(page(2), elsewhere);
  const auto found = passages.take();
  for (const ShownElsewhere& passage : found) {
    EXPECT_EQ(passage.withheld.at(0).page, 1u);
    EXPECT_EQ(passage.shown.at(0).page, 2);
  }
  return found.size();
}

constexpr const char* kWithheld =
    "The bureau paid the vendor a price of ⟦(b)(4) ~14⟧ for every trial account in October.";

TEST(Passages, AreFoundBetweenTheSameWords) {
  EXPECT_EQ(shown(kWithheld,
                  "the bureau paid the vendor a price of four hundred dollars\nfor every trial account "
                  "in October, it said."),
            1u);
}

TEST(Passages, AreNotFoundWhereTheyAreWithheldToo) {
  EXPECT_EQ(shown(kWithheld, kWithheld), 0u);
  EXPECT_EQ(shown(kWithheld,
                  "The bureau paid the vendor a price of four ⟦(b)(4) ~8⟧ for every trial account in "
                  "October."),
            0u);
}

TEST(Passages, AreNotFoundBetweenOtherWords) {
  EXPECT_EQ(
      shown(kWithheld, "The bureau paid the vendor a price of four hundred dollars for no trial account."),
      0u);
  EXPECT_EQ(shown(kWithheld, "The bureau paid the vendor a price of for every trial account in October."),
            0u);
}

TEST(Passages, AreNotFoundFartherApartThanTheRedactionIsLong) {
  std::string far = "The bureau paid the vendor a price of";
  for (int i = 0; i < 30; ++i) far += " very";
  EXPECT_EQ(shown(kWithheld, far + " much for every trial account in October."), 0u);
}

TEST(Passages, LinesOfARedactionAreOne) {
  EXPECT_EQ(
      shown(
          "In the meeting of October they said ⟦~40⟧\n⟦~40⟧\n⟦~12⟧ before the committee voted upon the lens.",
          "In the meeting of October they said a good many things that nobody wrote down at the time before "
          "the committee voted upon the lens."),
      1u);
}

TEST(Passages, AreOneHoweverManyPagesSayThem) {
  Passages passages;
  const std::string shown = "The bureau paid the vendor a price of much for every trial account in October.";
  for (int i = 1; i <= 40; ++i) passages.add_withheld(page(i), kWithheld);
  for (int i = 41; i <= 80; ++i) passages.look_at(page(i), shown);
  const auto found = passages.take();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].withheld.size(), 40u);
  EXPECT_EQ(found[0].shown.size(), 40u);
}

TEST(Passages, ThatAreFilledInDifferentlyEachTimeAreAForm) {
  Passages passages;
  passages.add_withheld(page(1), kWithheld);
  for (int i = 2; i <= 9; ++i)
    passages.look_at(page(i), "The bureau paid the vendor a price of " + std::to_string(100 * i) +
                                  " for every trial account in October.");
  EXPECT_TRUE(passages.take().empty());
}

TEST(Passages, OfFormsAreNotCompared) {
  EXPECT_EQ(
      shown("Record of an incident at the county jail Name: ⟦(b)(6) ~9⟧ Height and weight of the person",
            "Record of an incident at the county jail Name: Jane Roe Height and weight of the person"),
      0u);
}

}  // namespace
}  // namespace vaughn::report
