// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/option_values.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/builders.h"
#include "vaughn/base/error.h"
#include "vaughn/base/files.h"

namespace vaughn::cli {
namespace {

using ::testing::ElementsAre;

ParsedOptions with(const std::string& name, const std::string& value) {
  ParsedOptions options;
  options.add_option(name, {value});
  return options;
}

TEST(WholeNumber, IsTheOtherwiseWhenNotGiven) {
  EXPECT_EQ(whole_number({}, "jobs", 1, 9, 4), 4);
}

TEST(WholeNumber, TakesItsRangeOnly) {
  EXPECT_EQ(whole_number(with("jobs", "9"), "jobs", 1, 9, 4), 9);
  for (const char* value : {"0", "10", "-1", "3x", "x", " 3", "99999999999999"})
    EXPECT_THROW(whole_number(with("jobs", value), "jobs", 1, 9, 4), Error) << value;
}

TEST(PageTimeout, IsInSecondsAndFractions) {
  EXPECT_EQ(page_timeout({}).count(), 120'000);
  EXPECT_EQ(page_timeout(with("page-timeout", "0.5")).count(), 500);
  EXPECT_EQ(page_timeout(with("page-timeout", "1e300")).count(), 86'400'000);
}

TEST(PageTimeout, IsAboveZero) {
  for (const char* value : {"0", "-5", "nan", "inf", "soon"})
    EXPECT_THROW(page_timeout(with("page-timeout", value)), Error) << value;
}

TEST(ReadOptionsFromOptions, HaveTheDefaultsOfTheModel) {
  EXPECT_EQ(read_options({}), ReadOptions());
}

TEST(ReadOptionsFromOptions, TakeLanguagesAsTesseractNamesThem) {
  for (const char* value : {"eng", "eng+spa", "chi_sim+script/Latin"})
    EXPECT_EQ(read_options(with("language", value)).languages, value);
  for (const char* value : {"eng,spa", "eng+", "+", "../eng", "en g"})
    EXPECT_THROW(read_options(with("language", value)), Error) << value;
}

TEST(Pages, AreEverythingWhenNotGiven) {
  EXPECT_TRUE(pages({}).all());
}

TEST(Pages, SayWhichPartCouldNotBeRead) {
  try {
    pages(with("pages", "1-3,x"));
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "--pages: \"x\" is not a page or a range of pages");
  }
}

TEST(IsoDate, IsADayThatExists) {
  EXPECT_EQ(iso_date(with("received", "2024-02-29"), "received"), "2024-02-29");
  EXPECT_EQ(iso_date({}, "received"), "");
  for (const char* value : {"2023-02-29", "2024-13-01", "2024-1-1", "29.02.2024", "2024-02-29T00:00"})
    EXPECT_THROW(iso_date(with("received", value), "received"), Error) << value;
}

TEST(Passwords, AreTheLinesOfEveryFile) {
  const testing::TemporaryFolder folder;
  write_file(folder.path("one"), "open sesame\r\n\nsecond\n");
  write_file(folder.path("two"), " spaces stay ");
  ParsedOptions options;
  options.add_option("password-file", {folder.path("one")});
  options.add_option("password-file", {folder.path("two")});
  EXPECT_THAT(passwords(options), ElementsAre("open sesame", "second", " spaces stay "));
}

TEST(Passwords, NeedTheirFile) {
  EXPECT_THROW(passwords(with("password-file", "/nowhere/at/all")), Error);
}

}  // namespace
}  // namespace vaughn::cli
