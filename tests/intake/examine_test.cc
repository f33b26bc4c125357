// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "support/temporary_folder.h"
#include "vaughn/intake/intake.h"

namespace vaughn::intake {
namespace {

TEST(Examine, NamesADocumentByItsDigest) {
  TemporaryFolder folder;
  const Examined examined = examine(folder.put("no extension", "%PDF-1.4 abc"));
  EXPECT_FALSE(examined.problem);
  EXPECT_EQ(examined.source.format, SourceFormat::kPdf);
  EXPECT_EQ(examined.source.size_bytes, 12);
  EXPECT_EQ(examined.source.sha256.size(), 64u);
}

TEST(Examine, TwoNamesOfTheSameBytesHaveOneDigest) {
  TemporaryFolder folder;
  EXPECT_EQ(examine(folder.put("a.pdf", "%PDF-1.4")).source.sha256,
            examine(folder.put("b", "%PDF-1.4")).source.sha256);
}

TEST(Examine, AnEmptyFileSaysSo) {
  TemporaryFolder folder;
  const Examined examined = examine(folder.put("a.pdf", ""));
  ASSERT_TRUE(examined.problem);
  EXPECT_EQ(examined.problem->kind, ProblemKind::kEmptyFile);
}

TEST(Examine, WhatIsNoDocumentSaysWhatItIsAndWhatToDo) {
  TemporaryFolder folder;
  const Examined examined = examine(folder.put("records.pdf", "PK\x03\x04zipped"));
  ASSERT_TRUE(examined.problem);
  EXPECT_EQ(examined.problem->kind, ProblemKind::kNotADocument);
  EXPECT_NE(examined.problem->cause.find("ZIP"), std::string::npos);
  EXPECT_NE(examined.problem->advice.find("Unpack"), std::string::npos);
}

TEST(Examine, AMissingFileIsUnreadable) {
  const Examined examined = examine("/nonexistent/x.pdf");
  ASSERT_TRUE(examined.problem);
  EXPECT_EQ(examined.problem->kind, ProblemKind::kUnreadable);
  EXPECT_TRUE(examined.source.sha256.empty());
}

TEST(Examine, APipeDoesNotHoldUpTheRun) {
  TemporaryFolder folder;
  const auto pipe = folder.path() / "pipe";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_EQ(examine(pipe).problem->kind, ProblemKind::kNotADocument);
}

}  // namespace
}  // namespace vaughn::intake
