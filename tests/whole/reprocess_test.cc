// SPDX-License-Identifier: GPL-3.0-or-later
// Pages whose recognition was put off and that are then chosen to be read again come out as if it had not
// been.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/database_dump.h"
#include "support/temporary_folder.h"
#include "whole/sample_release.h"

namespace vaughn::whole {
namespace {

using ::testing::HasSubstr;

// What a page holds, but for the run that read it; for each table of its rows.
std::string rows_of_scans(DatabaseView& view) {
  std::string all;
  const std::string scans = "(SELECT id FROM page WHERE text_source = 'scan')";
  all += view.rows(
      "SELECT id, state, text_source, reason, ocr_confidence, withheld_share, width, height, rotation, dpi, "
      "languages, options, text_withheld_share, text FROM page WHERE id IN " +
      scans + " ORDER BY id");
  for (const char* table : {"page_words", "redaction", "exemption_code", "finding", "bates"})
    all += std::string("== ") + table + "\n" +
           view.rows(std::string("SELECT * FROM ") + table + " WHERE page IN " + scans + " ORDER BY 1");
  all += view.rows(
      "SELECT page, state, engine, languages, options, text_source, ocr_confidence, words FROM"
      " page_reading WHERE current = 1 AND page IN " +
      scans + " ORDER BY page");
  return all;
}

TEST(Reprocess, OfScansWithoutOcrGivesTheRowsOfAnIngestWithOcr) {
  const TemporaryFolder folder;
  const std::string later = "VAUGHN_DB=" + (folder.path() / "later.db").string();
  const std::vector<std::string> no_ocr = {"ingest", "release", "--no-ocr", "-q"};
  ASSERT_EQ(run_vaughn(no_ocr, samples_folder(), {later}).status, 0);
  const Outcome dry = run_vaughn({"reprocess", "--class", "scan", "--dry-run"}, samples_folder(), {later});
  EXPECT_EQ(dry.status, 0);
  EXPECT_THAT(dry.err, HasSubstr(" would be read again.\n"));
  const Outcome again = run_vaughn({"reprocess", "--class", "scan", "-q"}, samples_folder(), {later});
  EXPECT_EQ(again.status, 0);
  EXPECT_EQ(again.err, "");

  ASSERT_EQ(sample_database().outcome.status, 0);
  DatabaseView expected(sample_database().file), found(folder.path() / "later.db");
  EXPECT_EQ(rows_of_scans(found), rows_of_scans(expected));
  EXPECT_THAT(rows_of_scans(found), HasSubstr("tesseract "));
  EXPECT_EQ(found.damage(), "");
  EXPECT_EQ(found.rows("SELECT count(*) FROM page_reading WHERE current = 0 AND state <> 'ocr-due'"), "0|\n");
  EXPECT_EQ(found.rows("SELECT count(*) > 0 FROM page_reading WHERE current = 0"), "1|\n");
}

}  // namespace
}  // namespace vaughn::whole
