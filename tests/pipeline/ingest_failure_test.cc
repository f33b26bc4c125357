// SPDX-License-Identifier: GPL-3.0-or-later
// What cannot be read is recorded with its cause, and the rest goes on.
#include <gmock/gmock.h>

#include "pipeline/ingest_fixture.h"

namespace vaughn::pipeline::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class IngestFailure : public IngestOnBothPools {};

TEST_P(IngestFailure, OfASourceIsRecordedAndTheRestGoesOn) {
  put("a.pdf", FakeFile("letter", 2).whole("broken"));
  put("b.pdf", FakeFile("memo", 2));
  put("c.pdf", "no document");
  put("d.pdf", "");
  const IngestOutcome outcome = ingest(GetParam());

  EXPECT_EQ(outcome.sources_failed, 3);
  EXPECT_EQ(outcome.pages_done, 2);
  EXPECT_THAT(values("SELECT kind AS value FROM unreadable_pages ORDER BY source"),
              ElementsAre("damaged", "not-a-document", "empty-file"));
  EXPECT_EQ(rows("SELECT outcome FROM run"), "done-with-problems|\n");
}

TEST_P(IngestFailure, OfASourceIsToldAsItHappensAndCountedAgainLater) {
  put("a.pdf", FakeFile("letter", 2).whole("broken"));
  std::vector<std::string> told;
  IngestHooks hooks;
  hooks.failed = [&](const std::string& path, int page, const Problem& problem) {
    told.push_back(std::filesystem::path(path).filename().string() + " " + std::to_string(page) + " " +
                   problem.cause);
  };
  ingest(GetParam(), hooks);
  EXPECT_THAT(told, ElementsAre("a.pdf 0 broken throughout"));
  EXPECT_EQ(ingest(GetParam()).sources_failed, 1);
}

TEST_P(IngestFailure, OfTheSameBytesUnderTwoNamesCountsOnce) {
  put("a.pdf", "no document");
  put("b.pdf", "no document");
  EXPECT_EQ(ingest(GetParam()).sources_failed, 1);
  EXPECT_EQ(rows("SELECT count(*) FROM source_path"), "2|\n");
}

TEST_P(IngestFailure, OfAWorkerCostsAPageAndNoMore) {
  put("a.pdf", FakeFile("letter", 6).page(3, "crash"));
  put("b.pdf", FakeFile("memo", 1));
  const IngestOutcome outcome = ingest(GetParam());

  EXPECT_EQ(outcome.pages_done, 6);
  EXPECT_EQ(outcome.pages_failed, 1);
  EXPECT_EQ(outcome.sources_failed, 0);
  EXPECT_EQ(rows("SELECT page, kind FROM unreadable_pages"),
            GetParam() == PoolKind::kInline ? "3|out-of-memory|\n" : "3|crashed|\n");
  EXPECT_THAT(rows("SELECT cause FROM unreadable_pages"),
              HasSubstr(GetParam() == PoolKind::kInline ? "memory" : "SIGABRT"));
}

TEST_P(IngestFailure, OfAWorkerOnOpeningCostsTheSourceAndNoMore) {
  put("a.pdf", FakeFile("letter", 6).whole("crash"));
  put("b.pdf", FakeFile("memo", 1));
  const IngestOutcome outcome = ingest(GetParam());
  EXPECT_EQ(outcome.pages_done, 1);
  EXPECT_EQ(outcome.sources_failed, 1);
}

TEST_P(IngestFailure, OfAPageIsNotTriedAgain) {
  put("a.pdf", FakeFile("letter", 3).page(1, "crash").page(2, "fail"));
  EXPECT_EQ(ingest(GetParam()).pages_failed, 2);
  const IngestOutcome again = ingest(GetParam());
  EXPECT_EQ(again.pages_failed, 0);
  EXPECT_EQ(again.pages_failed_before, 2);
}

TEST_P(IngestFailure, OfAPageDoesNotKeepTheOthersFromTheirNumbers) {
  put("a.pdf", FakeFile("letter", 4)
                   .page(1, "bates HRB-000011")
                   .page(2, "bates HRB-000012")
                   .page(3, "bates HRB-000013")
                   .page(4, "crash"));
  ingest(GetParam());
  EXPECT_EQ(rows("SELECT count(*) FROM bates"), "3|\n");
}

TEST_P(IngestFailure, ForLackOfAPasswordIsMendedByOne) {
  put("a.pdf", FakeFile("contract", 3).whole("locked secret"));
  EXPECT_EQ(ingest(GetParam()).sources_failed, 1);
  request_.passwords = {"wrong"};
  EXPECT_EQ(ingest(GetParam()).sources_failed, 1);
  request_.passwords = {"wrong", "secret"};
  const IngestOutcome outcome = ingest(GetParam());

  EXPECT_EQ(outcome.sources_failed, 0);
  EXPECT_EQ(outcome.pages_done, 3);
  EXPECT_EQ(rows("SELECT count(*) FROM unreadable_pages"), "0|\n");
}

TEST_P(IngestFailure, ToOpenWhatWasOpenedBeforeLeavesItsPagesToDo) {
  put("a.pdf", FakeFile("contract", 9).whole("locked secret"));
  request_.passwords = {"secret"};
  request_.pages = PageChoice::parse("1").value();
  ingest(GetParam());
  request_.pages = {};
  request_.passwords = {};
  const IngestOutcome without = ingest(GetParam());
  request_.passwords = {"secret"};
  const IngestOutcome with = ingest(GetParam());

  EXPECT_EQ(without.sources_failed, 1);
  EXPECT_EQ(without.pages_failed, 0);
  EXPECT_EQ(with.sources_failed, 0);
  EXPECT_EQ(with.pages_done, 8);
}

INSTANTIATE_TEST_SUITE_P(Kind, IngestFailure, ::testing::Values(PoolKind::kInline, PoolKind::kProcesses),
                         [](const auto& kind) { return name_of(kind.param); });

}  // namespace
}  // namespace vaughn::pipeline::testing
