// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "vaughn/intake/intake.h"

namespace vaughn::intake {
namespace {

using namespace std::string_literals;

TEST(Format, IsRecognisedByContent) {
  EXPECT_EQ(recognise_format("%PDF-1.7\n"), SourceFormat::kPdf);
  EXPECT_EQ(recognise_format("II*\0rest"s), SourceFormat::kTiff);
  EXPECT_EQ(recognise_format("MM\0*rest"s), SourceFormat::kTiff);
  EXPECT_EQ(recognise_format("\x89PNG\r\n\x1a\n"), SourceFormat::kPng);
  EXPECT_EQ(recognise_format("\xff\xd8\xff\xe0"), SourceFormat::kJpeg);
  EXPECT_EQ(recognise_format("\0\0\0\x0cjP  \r\n\x87\n"s), SourceFormat::kJpeg2000);
}

TEST(Format, APdfMayStartWithRubbish) {
  EXPECT_EQ(recognise_format(std::string(1000, ' ') + "%PDF-1.4"), SourceFormat::kPdf);
  EXPECT_EQ(recognise_format(std::string(1100, ' ') + "%PDF-1.4"), std::nullopt);
}

TEST(Format, OthersAreNamedSoThatTheUserKnowsWhatToDo) {
  EXPECT_EQ(recognise_format("PK\x03\x04"), std::nullopt);
  EXPECT_EQ(recognise_foreign("PK\x03\x04"), "a ZIP archive or an Office document");
  EXPECT_EQ(recognise_foreign("{\\rtf1"), "a Rich Text document");
  EXPECT_EQ(recognise_foreign("Dear sir"), std::nullopt);
}

TEST(Format, NothingIsNoFormat) {
  EXPECT_EQ(recognise_format(""), std::nullopt);
}

}  // namespace
}  // namespace vaughn::intake
