// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "vaughn/model/exemption.h"
#include "vaughn/model/finding.h"
#include "vaughn/model/redaction.h"
#include "vaughn/model/source.h"
#include "vaughn/model/text.h"

namespace vaughn {
namespace {

TEST(Names, EveryTextSourceGoesBothWays) {
  for (int i = 0; i <= static_cast<int>(TextSource::kPhotograph); ++i) {
    const auto source = static_cast<TextSource>(i);
    EXPECT_EQ(text_source_from_string(to_string(source)), source);
  }
}

TEST(Names, EveryCoverKindGoesBothWays) {
  for (int i = 0; i <= static_cast<int>(CoverKind::kPage); ++i) {
    const auto kind = static_cast<CoverKind>(i);
    EXPECT_EQ(cover_kind_from_string(to_string(kind)), kind);
  }
}

// They are stored in databases and read by other programs.
TEST(Names, AreStable) {
  EXPECT_EQ(to_string(TextSource::kScanWithStamp), "scan-with-stamp");
  EXPECT_EQ(to_string(CodeOrigin::kBoxOcr), "box-ocr");
  EXPECT_EQ(to_string(CodeRole::kMention), "mention");
  EXPECT_EQ(to_string(FindingClass::kLeak), "leak");
  EXPECT_EQ(to_string(SourceFormat::kJpeg2000), "jpeg2000");
}

TEST(Names, UnknownNamesAreNothing) {
  EXPECT_EQ(text_source_from_string("Scan"), std::nullopt);
}

}  // namespace
}  // namespace vaughn
