// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/report/terminal.h"

#include <gtest/gtest.h>

#include "report/builders.h"

namespace vaughn::report {
namespace {

TEST(Printable, MakesEscapeSequencesHarmless) {
  EXPECT_EQ(printable("a\x1b]0;title\x07z"), "a\uFFFD]0;title\uFFFDz");
  EXPECT_EQ(printable("\xC2\x9B"
                      "31m"),
            "\uFFFD31m");
}

TEST(Printable, DoesNotLetTheDirectionOfTextBeTurned) {
  EXPECT_EQ(printable("letter\u202Efdp.exe"), "letter\uFFFDfdp.exe");
}

TEST(Printable, KeepsLinesAndLetters) {
  EXPECT_EQ(printable("Ærø ⟦(b)(6) ~14⟧\n\tb"), "Ærø ⟦(b)(6) ~14⟧\n\tb");
}

TEST(PrintableLine, IsOneLine) {
  EXPECT_EQ(printable_line("a\nb\tc"), "a b c");
}

TEST(Terminal, PaintsOnlyWhenColoursAreOn) {
  EXPECT_EQ(testing::plain().painted(Paint::kHit, "word"), "word");
  EXPECT_EQ(testing::coloured().painted(Paint::kHit, "word"), "\x1b[1;31mword\x1b[0m");
  EXPECT_EQ(testing::coloured().painted(Paint::kHit, ""), "");
}

}  // namespace
}  // namespace vaughn::report
