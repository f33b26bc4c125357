// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/warning_text.h"

#include <gtest/gtest.h>

namespace vaughn::pdf {
namespace {

struct Case {
  const char* message;
  const char* text;
};

class WarningText : public testing::TestWithParam<Case> {};

TEST_P(WarningText, IsTheKindOfTheComplaint) {
  EXPECT_EQ(warning_text(GetParam().message), GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    Messages, WarningText,
    testing::Values(Case{"error (36): Illegal character <6f> in hex string",
                         "Illegal character <…> in hex string"},
                    Case{"poppler/error (-1): Unknown font tag 'F1'", "Unknown font tag '…'"},
                    Case{"error: No current point in lineto\n", "No current point in lineto"},
                    Case{"error (7): Arg #2 to 'Tj' operator is wrong type (name)",
                         "Arg #N to '…' operator is wrong type (name)"},
                    Case{"Kid object (page 1204) is wrong type", "Kid object (page N) is wrong type"},
                    Case{"Stopped at 0.75 of 12.", "Stopped at N of N."},
                    Case{"Couldn't find a font for 'O'Hara', subst is 'Sans'",
                         "Couldn't find a font for '…', subst is '…'"},
                    Case{"Unknown operator 'Rivera", "Unknown operator '…'"},
                    Case{"Illegal character '>'", "Illegal character '…'"},
                    Case{"Ends in <6f", "Ends in <…>"}, Case{"error prone", "error prone"}, Case{" \n", ""}));

TEST(WarningTexts, OfTwoPlacesAreOne) {
  EXPECT_EQ(warning_text("error (36): Illegal character <6f> in hex string"),
            warning_text("error (49): Illegal character <3c> in hex string"));
}

TEST(WarningTexts, AreUtf8WhateverWasQuoted) {
  EXPECT_EQ(warning_text("Odd \xff byte"), "Odd \xef\xbf\xbd byte");
}

}  // namespace
}  // namespace vaughn::pdf
