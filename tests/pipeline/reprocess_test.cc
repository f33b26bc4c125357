// SPDX-License-Identifier: GPL-3.0-or-later
// Chosen pages read again: which, what becomes of their readings, and that a stop anywhere costs nothing.
#include "vaughn/pipeline/reprocess.h"

#include <gmock/gmock.h>

#include "pipeline/ingest_fixture.h"

namespace vaughn::pipeline::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class ReprocessFixture : public IngestFixture {
 public:
  ReprocessFixture() {
    again_.tool_version = "test";
    again_.options_json = "{}";
    again_.reading.languages = "spa";
    again_.ocr_engine = "tesseract 5.3.0";
  }

  ReprocessPlan plan() const {
    return plan_reprocess(again_, *store::Reader::open(database()), [] { return false; });
  }
  IngestOutcome reprocess(ipc::Pool& pool, IngestHooks hooks = {}) {
    hooks.failed = [this](const std::string& path, int page, const Problem& problem) {
      told_.push_back(std::filesystem::path(path).filename().string() + " " + std::to_string(page) + ": " +
                      problem.cause);
    };
    const ReprocessPlan planned = plan();
    const auto writer = store::Writer::open(database());
    return pipeline::reprocess(again_, planned, *writer, pool, hooks);
  }
  IngestOutcome reprocess(PoolKind kind, const IngestHooks& hooks = {}) {
    const auto pool = make_pool(kind);
    return reprocess(*pool, hooks);
  }
  void remove(const std::string& name) { std::filesystem::remove(request_.paths[0] / name); }
  void choose_scans() { again_.selection.text_sources = {"scan"}; }

  ReprocessRequest again_;
  std::vector<std::string> told_;
};

class Reprocess : public ::testing::TestWithParam<PoolKind>, public ReprocessFixture {};

TEST_P(Reprocess, ReadsTheChosenPagesAndNoOthers) {
  put("a.pdf", FakeFile("letter", 6).page(2, "surer spa").page(5, "surer spa"));
  put("b.pdf", FakeFile("memo", 1));
  ingest(GetParam());
  choose_scans();
  const IngestOutcome outcome = reprocess(GetParam());
  EXPECT_EQ(outcome.files_found, 1);
  EXPECT_EQ(outcome.pages_done, 2);
  EXPECT_FALSE(outcome.interrupted);
  EXPECT_EQ(rows("SELECT page, number, current, languages, ocr_confidence, text FROM page_reading"
                 " WHERE page IN (SELECT page FROM page_reading WHERE number > 1) ORDER BY id"),
            "1000002|1|0|eng|0.6|letter page 2\nread as eng|\n1000002|2|1|spa|0.95|NULL|\n"
            "1000005|1|0|eng|0.6|letter page 5\nread as eng|\n1000005|2|1|spa|0.95|NULL|\n");
  EXPECT_EQ(rows("SELECT text, languages FROM page WHERE id = 1000002"), "letter page 2\nread as spa|spa|\n");
  EXPECT_EQ(rows("SELECT substr(name, 1, 13), outcome, ocr_engine FROM run WHERE id = 2"),
            "reprocess of |done|tesseract 5.3.0|\n");
}

TEST_P(Reprocess, TellsOnHowManyPagesConfidenceRoseAndFell) {
  put("a.pdf",
      FakeFile("letter", 5).page(1, "surer spa").page(2, "surer eng").page(3, "scan").page(4, "surer spa"));
  ingest(GetParam());
  again_.selection.sources = {{{1}, {}}};
  const Comparison comparison = reprocess(GetParam()).comparison;
  EXPECT_EQ(comparison.higher, 2);
  EXPECT_EQ(comparison.lower, 1);
  EXPECT_EQ(comparison.same, 1);
  EXPECT_EQ(comparison.not_compared, 1);
  EXPECT_EQ(comparison.kept, 0);
}

TEST_P(Reprocess, KeepsACompleteReadingWhenTheNewOneFails) {
  put("a.pdf", FakeFile("letter", 3).page(2, "scan").page(2, "fail-in spa").page(2, "cover (b)(6)"));
  ingest(GetParam());
  const std::string before = rows("SELECT state, text, languages, options, run FROM page ORDER BY id");
  choose_scans();
  const IngestOutcome outcome = reprocess(GetParam());
  EXPECT_EQ(outcome.pages_failed, 1);
  EXPECT_EQ(outcome.comparison.kept, 1);
  EXPECT_EQ(rows("SELECT state, text, languages, options, run FROM page ORDER BY id"), before);
  EXPECT_EQ(rows("SELECT state, current, cause FROM page_reading WHERE page = 1000002 ORDER BY id"),
            "read|1|NULL|\nfailed|0|page 2 cannot be drawn|\n");
  EXPECT_EQ(rows("SELECT count(*) FROM redaction"), "1|\n");
  EXPECT_THAT(told_, ElementsAre("a.pdf 2: page 2 cannot be drawn"));
  EXPECT_EQ(rows("SELECT outcome FROM run WHERE id = 2"), "done-with-problems|\n");
}

TEST_P(Reprocess, OfWhatFailedReadsPagesAndSources) {
  put("a.pdf", FakeFile("letter", 3).page(2, "fail-in eng"));
  put("b.pdf", FakeFile("contract", 6)
                   .whole("locked secret")
                   .page(4, "bates HRB-000014")
                   .page(5, "bates HRB-000015")
                   .page(6, "bates HRB-000016"));
  put("c.pdf", "no document");
  ingest(GetParam());
  again_.selection.failed = true;
  again_.passwords = {"secret"};
  const IngestOutcome outcome = reprocess(GetParam());
  EXPECT_EQ(outcome.pages_done, 7);
  EXPECT_EQ(outcome.sources_failed, 1);
  EXPECT_THAT(told_, ElementsAre(HasSubstr("c.pdf 0: ")));
  EXPECT_THAT(values("SELECT source || ' ' || ifnull(page, '') AS value FROM unreadable_pages"),
              ElementsAre(HasSubstr("/c.pdf ")));
  EXPECT_EQ(rows("SELECT group_concat(value) FROM bates WHERE how = 'read'"),
            "HRB-000014,HRB-000015,HRB-000016|\n");
}

TEST_P(Reprocess, OfPartOfASourceThatFailedToOpenReadsThatPart) {
  put("b.pdf", FakeFile("contract", 6).whole("locked secret"));
  ingest(GetParam());
  again_.selection.sources = {{{1}, PageChoice::parse("2-3").value()}};
  again_.passwords = {"secret"};
  EXPECT_EQ(reprocess(GetParam()).pages_done, 2);
  EXPECT_EQ(rows("SELECT group_concat(number) FROM page WHERE state = 'read'"), "2,3|\n");
}

TEST_P(Reprocess, RefusesFilesThatMovedOrChangedAndReadsTheRest) {
  for (const char* name : {"a", "b", "c"}) put(std::string(name) + ".pdf", FakeFile(name, 2).page(1, "scan"));
  ingest(GetParam());
  remove("a.pdf");
  put("b.pdf", FakeFile("another", 2));
  choose_scans();
  const std::string before = dump();
  const ReprocessPlan planned = plan();
  const IngestOutcome outcome = reprocess(GetParam());
  EXPECT_EQ(outcome.pages_done, 1);
  EXPECT_EQ(outcome.sources_failed, 2);
  EXPECT_THAT(told_,
              ElementsAre("a.pdf 0: the file is not where it was when ingested",
                          "b.pdf 0: the file has changed since it was ingested: its SHA-256 is another"));
  EXPECT_THAT(planned.sources[1].problem->advice, HasSubstr("ingest this one as new"));
  EXPECT_EQ(rows("SELECT count(*) FROM source WHERE state = 'opened'"), "3|\n");
  EXPECT_EQ(rows("SELECT count(*) FROM page WHERE state = 'read'"), "6|\n");
}

TEST_P(Reprocess, FindsAFileUnderAnotherOfItsPaths) {
  put("a.pdf", FakeFile("letter", 2).page(1, "scan"));
  put("copy.pdf", FakeFile("letter", 2).page(1, "scan"));
  ingest(GetParam());
  put("a.pdf", FakeFile("another", 2));
  choose_scans();
  EXPECT_EQ(reprocess(GetParam()).pages_done, 1);
  EXPECT_THAT(told_, IsEmpty());
}

TEST_P(Reprocess, TakesAFileThatCanBeReadByNow) {
  put("a.pdf", "");
  ingest(GetParam());
  put("a.pdf", FakeFile("letter", 2));
  again_.selection.failed = true;
  EXPECT_EQ(reprocess(GetParam()).pages_done, 2);
  EXPECT_EQ(rows("SELECT state, page_count FROM source"), "opened|2|\n");
}

TEST_P(Reprocess, NumbersTheSourceAnew) {
  put("a.pdf", FakeFile("letter", 3)
                   .page(1, "bates HRB-000011")
                   .page(2, "fail-in eng")
                   .page(2, "bates HRB-000012")
                   .page(3, "bates HRB-000013"));
  ingest(GetParam());
  EXPECT_EQ(rows("SELECT count(*) FROM bates WHERE page = 1000002 AND how = 'read'"), "0|\n");
  again_.selection.failed = true;
  reprocess(GetParam());
  EXPECT_EQ(rows("SELECT value, how FROM bates WHERE page = 1000002"), "HRB-000012|read|\n");
}

TEST_P(Reprocess, KeepsACompleteReadingWhenTheNewOneWaitsForOcr) {
  put("a.pdf", FakeFile("letter", 2).page(2, "scan"));
  ingest(GetParam());
  choose_scans();
  again_.reading.ocr = false;
  const IngestOutcome outcome = reprocess(GetParam());
  EXPECT_EQ(outcome.pages_done, 1);
  EXPECT_EQ(outcome.comparison.kept, 1);
  EXPECT_EQ(rows("SELECT state, text FROM page WHERE number = 2"), "read|letter page 2|\n");
}

TEST_P(Reprocess, GivesTheRowsOfOneIngestWhereOcrWasPutOff) {
  put("a.pdf", FakeFile("letter", 5).page(2, "scan").page(5, "scan").page(5, "leak"));
  ingest(GetParam());
  const std::string expected = rows("SELECT * FROM page ORDER BY id");
  forget();
  request_.reading.ocr = false;
  ingest(GetParam());
  choose_scans();
  again_.reading = {};
  reprocess(GetParam());
  DatabaseView view(database());
  view.rows("UPDATE page SET run = 1");
  // Born-digital pages say that they were read without OCR.
  EXPECT_EQ(view.rows("SELECT * FROM page WHERE number IN (2, 5) ORDER BY id"),
            expected.substr(expected.find("1000002"), expected.find("1000003") - expected.find("1000002")) +
                expected.substr(expected.find("1000005")));
  EXPECT_EQ(rows("SELECT count(*) FROM finding"), "1|\n");
}

INSTANTIATE_TEST_SUITE_P(Kind, Reprocess, ::testing::Values(PoolKind::kInline, PoolKind::kProcesses),
                         [](const auto& kind) { return name_of(kind.param); });

// A release with everything that can be read again, for runs that are disturbed.
class ReprocessOfEverything : public ReprocessFixture, public ::testing::TestWithParam<PoolKind> {
 protected:
  ReprocessOfEverything() {
    FakeFile production("production", 13);
    for (int page = 1; page <= 13; ++page) {
      production.page(page, "bates HRB-0000" + std::to_string(10 + page)).page(page, "surer spa");
      if (page % 3 == 0) production.page(page, "slow 5");
      if (page % 4 == 0) production.page(page, "fail-in spa").page(page, "warning no such font");
      if (page % 5 == 0) production.page(page, "fail-in eng").page(page, "cover (b)(6)");
    }
    put("1 production.pdf", production);
    put("2 locked.pdf", FakeFile("contract", 5).whole("locked secret").page(2, "surer eng").page(4, "fail"));
    put("3 letter.pdf", FakeFile("letter", 2).page(2, "scan").page(2, "leak"));
    again_.passwords = {"secret"};
  }
  // A database as an ingest leaves it, copied, so that every run begins with the same.
  void make_original() {
    ingest(PoolKind::kInline);
    std::filesystem::copy_file(database(), original());
  }
  std::filesystem::path original() const { return database().parent_path() / "original.db"; }
  void restore() {
    std::filesystem::copy_file(original(), database(), std::filesystem::copy_options::overwrite_existing);
    told_.clear();
  }
  std::string dump_by(ipc::Pool& pool) {
    restore();
    reprocess(pool);
    return dump();
  }
  void stopped_anywhere() {
    make_original();
    const std::string expected = dump_by(*make_pool(PoolKind::kInline));
    const int step = GetParam() == PoolKind::kInline ? 1 : 7;
    bool interrupted = true;
    int runs = 0;
    for (int n = 1; interrupted; n += step, ++runs) {
      restore();
      IngestHooks hooks;
      int asked = 0;
      hooks.stop = [&] { return ++asked >= n; };
      interrupted = reprocess(GetParam(), hooks).interrupted;
      if (interrupted) {
        EXPECT_FALSE(reprocess(GetParam()).interrupted);
      }
      ASSERT_EQ(dump(), expected) << "stopped when asked for the " << n << "th time";
    }
    EXPECT_GT(runs, 2);
  }
};

TEST_P(ReprocessOfEverything, StoppedAnywhereAndGivenAgainReadsNoPageTwice) {
  choose_scans();
  stopped_anywhere();
}

TEST_P(ReprocessOfEverything, OfWhatFailedIsTakenUpToo) {
  again_.selection.failed = true;
  stopped_anywhere();
}

INSTANTIATE_TEST_SUITE_P(Kind, ReprocessOfEverything,
                         ::testing::Values(PoolKind::kInline, PoolKind::kProcesses),
                         [](const auto& kind) { return name_of(kind.param); });

using ReprocessRows = ReprocessOfEverything;

TEST_P(ReprocessRows, AreTheSameInWhateverOrderPagesFinish) {
  make_original();
  again_.selection.sources = {{{1}, {}}, {{2}, {}}, {{3}, {}}};
  const std::string expected = dump_by(*make_pool(PoolKind::kInline));
  EXPECT_THAT(expected, HasSubstr("read as spa"));
  EXPECT_THAT(expected, HasSubstr("HRB-000023"));
  EXPECT_EQ(dump_by(*make_pool(PoolKind::kProcesses, 4)), expected);
  BackwardPool backward(3);
  EXPECT_EQ(dump_by(backward), expected);
}

INSTANTIATE_TEST_SUITE_P(Once, ReprocessRows, ::testing::Values(PoolKind::kInline),
                         [](const auto& kind) { return name_of(kind.param); });

}  // namespace
}  // namespace vaughn::pipeline::testing
