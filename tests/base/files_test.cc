// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/base/files.h"

#include <gtest/gtest.h>

#include "vaughn/base/error.h"

namespace vaughn {
namespace {

namespace fs = std::filesystem;

TEST(Files, WhatIsWrittenIsRead) {
  const fs::path path = fs::path(testing::TempDir()) / "files_test.txt";
  write_file(path, std::string_view("a\0b", 3));
  EXPECT_EQ(read_file(path).value(), std::string("a\0b", 3));
}

TEST(Files, AMissingFileIsAProblemThatNamesIt) {
  const auto read = read_file("/nonexistent/file.txt");
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.problem().kind, ProblemKind::kUnreadable);
  EXPECT_NE(read.problem().cause.find("/nonexistent/file.txt"), std::string::npos);
}

TEST(Files, TheLimitIsKept) {
  const fs::path path = fs::path(testing::TempDir()) / "files_test_limit.txt";
  write_file(path, "12345");
  EXPECT_EQ(read_file(path, 4).problem().kind, ProblemKind::kLimit);
  EXPECT_TRUE(read_file(path, 5).ok());
}

TEST(Files, AFolderThatIsNotThereEndsTheRun) {
  EXPECT_THROW(write_file("/nonexistent/file.txt", "x"), Error);
}

TEST(Problem, NamesGoBothWays) {
  for (const ProblemKind kind : {ProblemKind::kEmptyFile, ProblemKind::kCrashed, ProblemKind::kParserWarning})
    EXPECT_EQ(problem_kind_from_string(to_string(kind)), kind);
  EXPECT_EQ(problem_kind_from_string("no-such-kind"), std::nullopt);
}

}  // namespace
}  // namespace vaughn
