// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/language_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/builders.h"
#include "vaughn/base/files.h"

namespace vaughn::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(LanguageData, IsFoundWhereTheVariableSays) {
  const testing::TemporaryFolder folder;
  write_file(folder.path("spa.traineddata"), "");
  write_file(folder.path("eng.traineddata"), "");
  write_file(folder.path("notes.txt"), "");
  EXPECT_THAT(find_language_data(folder.path("")).languages, ElementsAre("eng", "spa"));
}

TEST(LanguageData, IsSoughtNowhereElseThen) {
  EXPECT_THAT(find_language_data("/nowhere/at/all").languages, IsEmpty());
}

TEST(PackageOfLanguage, IsNamedAsDebianDoes) {
  EXPECT_EQ(package_of_language("eng"), "tesseract-ocr-eng");
  EXPECT_EQ(package_of_language("chi_sim"), "tesseract-ocr-chi-sim");
}

TEST(Doctor, SaysWhatToInstall) {
  const testing::TemporaryFolder folder;
  write_file(folder.path("eng.traineddata"), "");
  const auto outcome =
      testing::vaughn({"doctor", "-l", "eng+spa+chi_sim"}, {{"TESSDATA_PREFIX", folder.path("")}});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.out, HasSubstr("sudo apt install tesseract-ocr-spa tesseract-ocr-chi-sim\n"));
  EXPECT_THAT(outcome.out, HasSubstr("TESSDATA_PREFIX"));
}

TEST(Doctor, IsContentWhenAllIsThere) {
  const testing::TemporaryFolder folder;
  write_file(folder.path("eng.traineddata"), "");
  const auto outcome = testing::vaughn({"doctor"}, {{"TESSDATA_PREFIX", folder.path("")}});
  EXPECT_EQ(outcome.status, 0);
  for (const char* part : {"vaughn ", "Poppler", "Tesseract", "Leptonica", "SQLite"})
    EXPECT_THAT(outcome.out, HasSubstr("\n" + std::string(part)));
}

}  // namespace
}  // namespace vaughn::cli
