// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/passages.h"

#include <gtest/gtest.h>

namespace vaughn::report {
namespace {

store::PlaceRow page(int number) {
  return {.release = "march", .source = "mail.pdf", .sha256 = "3f", .page = number, .bates = {}};
}

// How many passages of the first text the second shows.
int shown(const std::string& withheld, const std::string& elsewhere) {
  Passages passages;
  passages.add_withheld(page(1), withheld);
  passages.add_withheld(page(2), elsewhere);
  passages.look_at(page(1), withheld);
  passages.look_at(page(2), elsewhere);
  const auto found = passages.take();
  if (found.empty()) return 0;
  EXPECT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].withheld.page, 1);
  EXPECT_EQ(found[0].shown.page, 2);
  return found[0].passages;
}

constexpr const char* kWithheld =
    "The bureau paid the vendor a price of ⟦(b)(4) ~14⟧ for every trial account in October.";

TEST(Passages, AreFoundBetweenTheSameWords) {
  EXPECT_EQ(shown(kWithheld,
                  "the bureau paid the vendor a price of four hundred dollars\nfor every trial account "
                  "in October, it said."),
            1);
}

TEST(Passages, AreNotFoundWhereTheyAreWithheldToo) {
  EXPECT_EQ(shown(kWithheld, kWithheld), 0);
  EXPECT_EQ(shown(kWithheld,
                  "The bureau paid the vendor a price of four ⟦(b)(4) ~8⟧ for every trial account in "
                  "October."),
            0);
}

TEST(Passages, AreNotFoundBetweenOtherWords) {
  EXPECT_EQ(
      shown(kWithheld, "The bureau paid the vendor a price of four hundred dollars for no trial account."),
      0);
  EXPECT_EQ(shown(kWithheld, "The bureau paid the vendor a price of for every trial account in October."), 0);
}

TEST(Passages, AreNotFoundFartherApartThanTheRedactionIsLong) {
  std::string far = "The bureau paid the vendor a price of";
  for (int i = 0; i < 30; ++i) far += " very";
  EXPECT_EQ(shown(kWithheld, far + " much for every trial account in October."), 0);
}

TEST(Passages, LinesOfARedactionAreOne) {
  EXPECT_EQ(
      shown(
          "In the meeting of October they said ⟦~40⟧\n⟦~40⟧\n⟦~12⟧ before the committee voted upon the lens.",
          "In the meeting of October they said a good many things that nobody wrote down at the time before "
          "the committee voted upon the lens."),
      1);
}

TEST(Passages, OfFormsAreNotCompared) {
  EXPECT_EQ(
      shown("Record of an incident at the county jail Name: ⟦(b)(6) ~9⟧ Height and weight of the person",
            "Record of an incident at the county jail Name: Jane Roe Height and weight of the person"),
      0);
}

}  // namespace
}  // namespace vaughn::report
