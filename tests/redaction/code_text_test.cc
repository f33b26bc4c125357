// SPDX-License-Identifier: GPL-3.0-or-later
#include "redaction/code_text.h"

#include <gtest/gtest.h>

namespace vaughn::redaction {
namespace {

TEST(CodeText, WritesForeignBracketsSpacesAndDashesPlainly) {
  EXPECT_EQ(CodeText("\uff08b\uff09\u00a0(6) \u2014 1").text(), "(b) (6) - 1");
}

TEST(CodeText, DropsSoftHyphens) {
  EXPECT_EQ(CodeText("(b)\u00ad(6)").text(), "(b)(6)");
}

TEST(CodeText, KnowsWhereTheCharactersStood) {
  const std::string original = "x \uff08b\uff09(6)\u00ad y";
  const CodeText text(original);
  const std::size_t begin = text.text().find('(');
  const Span span = text.in_original({begin, begin + 6});
  EXPECT_EQ(original.substr(span.begin, span.end - span.begin), "\uff08b\uff09(6)");
}

TEST(CodeText, TakesBytesThatAreNotUtf8) {
  const std::string original = "\xff(b)(6)\xc3";
  const CodeText text(original);
  EXPECT_EQ(text.text(), original);
  EXPECT_EQ(text.in_original({0, original.size()}), (Span{0, original.size()}));
}

}  // namespace
}  // namespace vaughn::redaction
