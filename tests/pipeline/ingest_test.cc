// SPDX-License-Identifier: GPL-3.0-or-later
// What an ingest stores, does not do twice, and does the same on every pool.
#include <gmock/gmock.h>

#include "pipeline/ingest_fixture.h"

namespace vaughn::pipeline::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST_P(IngestOnBothPools, StoresEveryPage) {
  put("a.pdf", FakeFile("letter", 6).page(3, "say trial account"));
  put("b.pdf", FakeFile("memo", 1).page(1, "cover (b)(6)"));
  const IngestOutcome outcome = ingest(GetParam());

  EXPECT_EQ(outcome.files_found, 2);
  EXPECT_EQ(outcome.pages_done, 7);
  EXPECT_EQ(outcome.pages_failed + outcome.sources_failed + outcome.sources_known, 0);
  EXPECT_FALSE(outcome.interrupted);
  EXPECT_EQ(rows("SELECT count(*) FROM page WHERE state = 'read'"), "7|\n");
  EXPECT_EQ(rows("SELECT text FROM page WHERE source = 1 AND number = 3"), "letter page 3\ntrial account|\n");
  EXPECT_EQ(rows("SELECT codes FROM redaction"), "[\"(b)(6)\"]|\n");
}

TEST_P(IngestOnBothPools, DoesNothingTheSecondTime) {
  put("a.pdf", FakeFile("letter", 6));
  put("b.pdf", FakeFile("memo", 1).page(1, "fail"));
  ingest(GetParam());
  const std::string before = dump();
  const IngestOutcome again = ingest(GetParam());

  EXPECT_EQ(again.files_found, 2);
  EXPECT_EQ(again.sources_known, 2);
  EXPECT_EQ(again.pages_done + again.pages_failed, 0);
  EXPECT_EQ(dump(), before);
}

TEST_P(IngestOnBothPools, TakesTheSameBytesUnderTwoNamesForOneSource) {
  put("a.pdf", FakeFile("letter", 2));
  put("copy/of a.pdf", FakeFile("letter", 2));
  const IngestOutcome outcome = ingest(GetParam());

  EXPECT_EQ(outcome.files_found, 2);
  EXPECT_EQ(outcome.pages_done, 2);
  EXPECT_EQ(rows("SELECT count(*) FROM source"), "1|\n");
  EXPECT_EQ(rows("SELECT substr(path, -6) FROM source_path ORDER BY id"), "/a.pdf|\n a.pdf|\n");
  EXPECT_EQ(ingest(GetParam()).sources_known, 2);
}

TEST_P(IngestOnBothPools, TellsLeaksFromRedactionsWithoutACode) {
  put("a.pdf", FakeFile("letter", 3).page(1, "leak").page(3, "leak"));
  const IngestOutcome outcome = ingest(GetParam());
  EXPECT_EQ(outcome.leaks, 2);
  EXPECT_EQ(outcome.unlabelled, 0);
}

TEST_P(IngestOnBothPools, ReadsOnlyThePagesChosen) {
  put("a.pdf", FakeFile("letter", 9));
  put("b.pdf", FakeFile("memo", 1));
  request_.pages = PageChoice::parse("2-3,7-").value();
  const IngestOutcome outcome = ingest(GetParam());

  EXPECT_EQ(outcome.pages_done, 5);
  EXPECT_THAT(values("SELECT title AS value FROM page WHERE state = 'read' ORDER BY id"),
              ElementsAre("a.pdf p. 2", "a.pdf p. 3", "a.pdf p. 7", "a.pdf p. 8", "a.pdf p. 9"));
}

TEST_P(IngestOnBothPools, ReadsTheOtherPagesWhenTheyAreAskedForLater) {
  put("a.pdf", FakeFile("letter", 9));
  request_.pages = PageChoice::parse("4").value();
  ingest(GetParam());
  request_.pages = {};
  EXPECT_EQ(ingest(GetParam()).pages_done, 8);
}

TEST_P(IngestOnBothPools, RecognisesLaterOnlyWhatWasDue) {
  put("a.pdf", FakeFile("letter", 5).page(2, "scan").page(5, "scan"));
  request_.reading.ocr = false;
  EXPECT_EQ(ingest(GetParam()).pages_done, 5);
  EXPECT_EQ(rows("SELECT group_concat(number) FROM page WHERE state = 'ocr-due'"), "2,5|\n");

  request_.reading.ocr = true;
  EXPECT_EQ(ingest(GetParam()).pages_done, 2);
  EXPECT_EQ(rows("SELECT text FROM page WHERE number = 5"), "letter page 5|\n");
  EXPECT_EQ(ingest(GetParam()).pages_done, 0);
}

TEST_P(IngestOnBothPools, RecognisesAgainInOtherLanguages) {
  put("a.pdf", FakeFile("letter", 3).page(2, "scan"));
  ingest(GetParam());
  request_.reading.languages = "eng+spa";
  EXPECT_EQ(ingest(GetParam()).pages_done, 1);
}

TEST_P(IngestOnBothPools, NumbersPagesWhenTheirSourceIsComplete) {
  put("a.pdf", FakeFile("letter", 6)
                   .page(1, "bates HRB-000011")
                   .page(2, "bates HRB-000012")
                   .page(3, "slow 20")
                   .page(4, "bates HRB-000014")
                   .page(5, "bates HRB-000015")
                   .page(6, "bates HRB-000016"));
  ingest(GetParam());
  EXPECT_THAT(values("SELECT value || ' ' || how AS value FROM bates ORDER BY page"),
              ElementsAre("HRB-000011 read", "HRB-000012 read", "HRB-000013 inferred", "HRB-000014 read",
                          "HRB-000015 read", "HRB-000016 read"));
}

TEST_P(IngestOnBothPools, TellsHowFarItIs) {
  put("a.pdf", FakeFile("letter", 5).page(4, "fail"));
  std::vector<IngestProgress> told;
  IngestHooks hooks;
  hooks.progress = [&](const IngestProgress& progress) { told.push_back(progress); };
  ingest(GetParam(), hooks);

  ASSERT_FALSE(told.empty());
  EXPECT_EQ(told.front().pages_done, 0);
  EXPECT_EQ(told.front().pages_total, 5);
  EXPECT_EQ(told.back().pages_done, 5);
  EXPECT_EQ(told.back().problems, 1);
  EXPECT_THAT(told.back().current, HasSubstr("a.pdf"));
}

TEST_P(IngestOnBothPools, FindsNothingInAnEmptyFolder) {
  std::filesystem::create_directories(request_.paths[0]);
  EXPECT_EQ(ingest(GetParam()).files_found, 0);
}

INSTANTIATE_TEST_SUITE_P(Kind, IngestOnBothPools, ::testing::Values(PoolKind::kInline, PoolKind::kProcesses),
                         [](const auto& kind) { return name_of(kind.param); });

// Enough of everything, with pages that take their time so that they finish in no order.
class IngestOfEverything : public ::testing::Test, public IngestFixture {
 protected:
  IngestOfEverything() {
    FakeFile production("production", 13);
    for (int page = 1; page <= 13; ++page) {
      production.page(page, "bates HRB-0000" + std::to_string(10 + page));
      if (page % 3 == 0) production.page(page, "slow 15");
      if (page % 2 == 0) production.page(page, "warning no such font");
      if (page % 5 == 0) production.page(page, "warning odd picture").page(page, "cover (b)(6)");
    }
    put("1 production.pdf", production.whole("warning odd table"));
    put("2 letter.pdf", FakeFile("letter", 2).page(1, "slow 40").page(2, "scan").page(2, "leak"));
    put("3 locked.pdf", FakeFile("contract", 3).whole("locked secret"));
    put("4 memo.pdf", FakeFile("memo", 5).page(2, "fail").page(4, "say trial account"));
    put("5 notes.txt", "no document at all");
  }

  std::string dump_of(ipc::Pool& pool) {
    forget();
    ingest(pool);
    return dump();
  }
};

TEST_F(IngestOfEverything, GivesTheSameRowsOnEveryPool) {
  const std::string expected = dump_of(*make_pool(PoolKind::kInline));
  EXPECT_THAT(expected, HasSubstr("HRB-000023"));
  EXPECT_THAT(expected, HasSubstr("parser-warning|odd picture"));
  EXPECT_EQ(dump_of(*make_pool(PoolKind::kProcesses, 1)), expected);
  EXPECT_EQ(dump_of(*make_pool(PoolKind::kProcesses, 4)), expected);
}

TEST_F(IngestOfEverything, GivesTheSameRowsInWhateverOrderPagesFinish) {
  const std::string expected = dump_of(*make_pool(PoolKind::kInline));
  for (const int workers : {1, 3, 50}) {
    BackwardPool pool(workers);
    EXPECT_EQ(dump_of(pool), expected) << workers;
  }
}

}  // namespace
}  // namespace vaughn::pipeline::testing
