// SPDX-License-Identifier: GPL-3.0-or-later
// A run that is stopped anywhere and done again leaves what an undisturbed one does.
#include <gmock/gmock.h>

#include "pipeline/ingest_fixture.h"

namespace vaughn::pipeline::testing {
namespace {

class IngestResume : public IngestOnBothPools {
 protected:
  IngestResume() {
    FakeFile production("production", 9);
    for (int page = 1; page <= 9; ++page)
      production.page(page, "bates HRB-0000" + std::to_string(10 + page)).page(page, "warning no such font");
    put("a.pdf", production.page(4, "scan"));
    put("b.pdf", FakeFile("letter", 2).whole("broken"));
    put("c.pdf", FakeFile("memo", 6).page(2, "fail").page(5, "warning odd picture"));
  }

  // Ends when asked for the n-th time whether to.
  IngestOutcome ingest_until(int n) {
    IngestHooks hooks;
    int asked = 0;
    hooks.stop = [&] { return ++asked >= n; };
    return ingest(GetParam(), hooks);
  }

  std::string undisturbed() {
    ingest(GetParam());
    std::string rows = dump();
    forget();
    return rows;
  }
};

TEST_P(IngestResume, AfterAStopAnywhereGivesWhatAnUndisturbedRunDoes) {
  const std::string expected = undisturbed();
  // The process pool asks as often as it likes; every few times is enough to stop in each phase.
  const int step = GetParam() == PoolKind::kInline ? 1 : 7;
  bool interrupted = true;
  for (int n = 1; interrupted; n += step) {
    forget();
    interrupted = ingest_until(n).interrupted;
    const IngestOutcome rest = ingest(GetParam());
    ASSERT_FALSE(rest.interrupted);
    ASSERT_EQ(dump(), expected) << "stopped when asked for the " << n << "th time";
  }
}

TEST_P(IngestResume, GoesOnFromManyStopsInARow) {
  const std::string expected = undisturbed();
  int runs = 1;
  for (int n = 5; ingest_until(n).interrupted; n += 2) ASSERT_LT(++runs, 100);
  EXPECT_GT(runs, 2);
  EXPECT_EQ(dump(), expected);
}

TEST_P(IngestResume, SaysThatItWasInterrupted) {
  EXPECT_TRUE(ingest_until(2).interrupted);
  EXPECT_EQ(rows("SELECT outcome, ended IS NOT NULL FROM run"), "interrupted|1|\n");
}

TEST_P(IngestResume, StoresThePagesUnderWayWhenStopped) {
  IngestHooks hooks;
  bool stop = false;
  hooks.progress = [&](const IngestProgress& progress) { stop = progress.pages_done > 0; };
  hooks.stop = [&] { return stop; };
  const IngestOutcome outcome = ingest(GetParam(), hooks);

  EXPECT_GE(outcome.pages_done, 1);
  EXPECT_LE(outcome.pages_done, 1 + 2 * 2);  // those that two workers were at
  EXPECT_EQ(rows("SELECT count(*) FROM page WHERE state = 'read'"),
            std::to_string(outcome.pages_done) + "|\n");
}

INSTANTIATE_TEST_SUITE_P(Kind, IngestResume, ::testing::Values(PoolKind::kInline, PoolKind::kProcesses),
                         [](const auto& kind) { return name_of(kind.param); });

}  // namespace
}  // namespace vaughn::pipeline::testing
