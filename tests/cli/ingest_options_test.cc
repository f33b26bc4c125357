// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ingest_options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/builders.h"
#include "cli/inspect_options.h"

namespace vaughn::cli {
namespace {

using ::testing::ElementsAre;

IngestOptions ingest(const std::vector<std::string>& words) {
  const testing::MemoryStreams memory;
  return ingest_options(testing::parsed("ingest", words), memory.streams);
}

TEST(IngestOptions, HaveDefaults) {
  const IngestOptions options = ingest({"release/"});
  EXPECT_THAT(options.paths, ElementsAre("release/"));
  EXPECT_EQ(options.database, "vaughn.db");
  EXPECT_TRUE(options.reading.ocr);
  EXPECT_GE(options.jobs, 1);
  EXPECT_EQ(options.progress, ProgressMode::kAuto);
  EXPECT_TRUE(options.fail_on.empty());
}

TEST(IngestOptions, NameTheReleaseAfterTheFirstPath) {
  EXPECT_EQ(ingest({"/r/first-production/"}).release.name, "first-production");
  EXPECT_EQ(ingest({"/r/letter.of.march.pdf", "/r/b.pdf"}).release.name, "letter.of.march");
  EXPECT_EQ(ingest({"/"}).release.name, "release");
  EXPECT_EQ(ingest({"r/", "--release", "Mine"}).release.name, "Mine");
}

TEST(IngestOptions, NameTheReleaseAfterTheFolderOneIsIn) {
  EXPECT_NE(ingest({"."}).release.name, ".");
}

TEST(IngestOptions, CarryEverythingThatWasSaid) {
  const IngestOptions options = ingest({"r/",
                                        "--db",
                                        "x.db",
                                        "--agency",
                                        "Office",
                                        "--request-number",
                                        "2024-7",
                                        "--received",
                                        "2024-03-04",
                                        "-j",
                                        "3",
                                        "-l",
                                        "eng+spa",
                                        "--no-ocr",
                                        "--pages",
                                        "2-",
                                        "--include",
                                        "*.pdf",
                                        "--exclude",
                                        "tmp*",
                                        "--page-timeout",
                                        "9",
                                        "--max-megapixels",
                                        "50",
                                        "--progress",
                                        "json"});
  EXPECT_EQ(options.database, "x.db");
  EXPECT_EQ(options.release.agency, "Office");
  EXPECT_EQ(options.release.request_number, "2024-7");
  EXPECT_EQ(options.release.received, "2024-03-04");
  EXPECT_EQ(options.jobs, 3);
  EXPECT_EQ(options.reading, (ReadOptions{.languages = "eng+spa", .ocr = false, .max_megapixels = 50}));
  EXPECT_FALSE(options.pages.contains(PageNumber(1)));
  EXPECT_THAT(options.include, ElementsAre("*.pdf"));
  EXPECT_THAT(options.exclude, ElementsAre("tmp*"));
  EXPECT_EQ(options.page_timeout.count(), 9000);
  EXPECT_EQ(options.progress, ProgressMode::kJson);
}

TEST(IngestOptions, AddConditionsUp) {
  EXPECT_THAT(ingest({"r/", "--fail-on", "leak,unread", "--fail-on", "problem,unlabelled"}).fail_on,
              ElementsAre(FailOn::kLeak, FailOn::kUnread, FailOn::kProblem, FailOn::kUnlabelled));
}

TEST(IngestOptions, ShowNoProgressWhenQuiet) {
  const IngestOptions options = ingest({"r/", "-q", "--progress", "plain"});
  EXPECT_TRUE(options.quiet);
  EXPECT_EQ(options.progress, ProgressMode::kNone);
}

TEST(InspectOptions, CarryEverythingThatWasSaid) {
  const InspectOptions options = inspect_options(testing::parsed(
      "inspect", {"a.pdf", "b.tif", "--jsonl", "--words", "--no-ocr", "--pages", "1", "-j2"}));
  EXPECT_THAT(options.files, ElementsAre("a.pdf", "b.tif"));
  EXPECT_EQ(options.words, report::IncludeWords::kYes);
  EXPECT_FALSE(options.reading.ocr);
  EXPECT_FALSE(options.pages.contains(PageNumber(2)));
  EXPECT_EQ(options.jobs, 2);
}

}  // namespace
}  // namespace vaughn::cli
