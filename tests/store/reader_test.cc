// SPDX-License-Identifier: GPL-3.0-or-later
// What Reader tells about a database, alone and beside a writer.
#include "vaughn/store/reader.h"

#include <gmock/gmock.h>

#include "store/builders.h"
#include "vaughn/base/error.h"

namespace vaughn::store {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

template <class Call>
ErrorCode error_of(Call call) {
  try {
    call();
  } catch (const Error& error) {
    return error.code();
  }
  return ErrorCode::kUsage;  // never thrown by the store
}

SourceRow only_source(const OneSource& one, const std::filesystem::path& database) {
  one.writer->commit();
  return Reader::open(database)->status().sources.at(0);
}

TEST(Reader, SaysThatThereIsNoDatabase) {
  TemporaryFolder folder;
  EXPECT_EQ(error_of([&] { Reader::open(folder.database()); }), ErrorCode::kDatabaseMissing);
}

TEST(Reader, GivesBackAPageWithItsSourceAndBatesNumber) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  one.put(full_reading(2));
  one.writer->put_bates(one.source, {bates(2, "AGENCY-7")});
  one.writer->commit();
  const auto page = Reader::open(folder.database())->page(one.source, PageIndex(1));
  ASSERT_TRUE(page);
  EXPECT_EQ(page->reading, full_reading(2));
  EXPECT_EQ(page->bates, std::vector<BatesNumber>{bates(2, "AGENCY-7")});
  EXPECT_EQ(page->source.path, "in/first.pdf");
}

TEST(Reader, HasNoPageThatWasNotRead) {
  TemporaryFolder folder;
  OneSource one(folder.database(), 1);
  one.writer->commit();
  const auto reader = Reader::open(folder.database());
  EXPECT_FALSE(reader->page(one.source, PageIndex(0)));
  EXPECT_FALSE(reader->page(one.source, PageIndex(1)));
  EXPECT_FALSE(reader->page(SourceId{77}, PageIndex(0)));
}

TEST(SourceState, IsDoneWhenEveryPageIsRead) {
  TemporaryFolder folder;
  OneSource one(folder.database(), 1);
  EXPECT_EQ(only_source(one, folder.database()).state, "partial");
  one.put(reading(1, "text"));
  EXPECT_EQ(only_source(one, folder.database()).state, "done");
}

TEST(SourceState, IsPartialWhenAPageFailedAndSaysWhy) {
  TemporaryFolder folder;
  OneSource one(folder.database(), 2);
  const Problem crash{ProblemKind::kCrashed, "it died", "try again"};
  one.put(reading(1, "text"));
  one.writer->put_page_failure(one.source, one.run, {}, PageIndex(1), crash);
  const SourceRow source = only_source(one, folder.database());
  EXPECT_EQ(source.state, "partial");
  EXPECT_EQ(source.problem, crash);
}

TEST(SourceState, IsFailedWhenEveryPageFailed) {
  TemporaryFolder folder;
  OneSource one(folder.database(), 1);
  one.writer->put_page_failure(one.source, one.run, {}, PageIndex(0), {ProblemKind::kCrashed, "it died", ""});
  EXPECT_EQ(only_source(one, folder.database()).state, "failed");
}

TEST(SourceState, IsFailedWhenTheSourceCouldNotBeOpened) {
  TemporaryFolder folder;
  OneSource one(folder.database(), 0);
  const Problem locked{ProblemKind::kPasswordNeeded, "encrypted", "give the password"};
  one.writer->put_source_failure(one.source, locked);
  const SourceRow source = only_source(one, folder.database());
  EXPECT_EQ(source.state, "failed");
  EXPECT_EQ(source.problem, locked);
}

TEST(SourceState, IsPartialWhilePagesWaitForOcr) {
  TemporaryFolder folder;
  OneSource one(folder.database(), 1);
  PageReading due = reading(1, "");
  due.ocr_due = true;
  one.put(due);
  const SourceRow source = only_source(one, folder.database());
  EXPECT_EQ(source.state, "partial");
  EXPECT_EQ(source.pages_ocr_due, 1);
}

TEST(Reader, CountsPagesRedactionsAndCodes) {
  TemporaryFolder folder;
  OneSource one(folder.database(), 3);
  one.put(full_reading(1));
  one.put(full_reading(2));
  one.writer->commit();
  const StatusSummary status = Reader::open(folder.database())->status();
  EXPECT_EQ(status.pages_total, 3);
  EXPECT_EQ(status.pages_read, 2);
  EXPECT_EQ(status.pages_pending, 1);
  EXPECT_THAT(status.pages_by_text_source, ElementsAre(Pair("scan", 2)));
  EXPECT_EQ(status.redactions_total, 4);
  EXPECT_EQ(status.redactions_unlabelled, 2);
  EXPECT_THAT(status.redactions_by_code, ElementsAre(Pair("(b)(6)", 2), Pair("(b)(7)(C)", 2)));
  EXPECT_EQ(status.codes_uncertain, 0);  // the uncertain one is a mention
  EXPECT_THAT(status.findings_by_type,
              ElementsAre(Pair("TEXT_IN_HIDDEN_LAYER", 2), Pair("TEXT_UNDER_RECTANGLE", 2),
                          Pair("UNLABELLED_REDACTION", 2)));
  EXPECT_THAT(status.findings_by_class,
              ElementsAre(Pair("hidden-text", 2), Pair("leak", 2), Pair("unlabelled", 2)));
}

TEST(Reader, ListsProblemsOfSourcesBeforeThoseOfTheirPages) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  one.put(full_reading(3));
  one.writer->put_page_failure(one.source, one.run, {}, PageIndex(0), {ProblemKind::kTimedOut, "slow", ""});
  one.writer->put_description(one.source, {3, {{ProblemKind::kParserWarning, "odd header", ""}}});
  one.writer->commit();
  std::vector<std::pair<int, std::string>> seen;
  for (const PageProblemRow& row : Reader::open(folder.database())->problems())
    seen.emplace_back(row.page, row.problem.cause);
  EXPECT_THAT(seen, ElementsAre(Pair(0, "odd header"), Pair(1, "slow"),
                                Pair(3, "a picture was read at a lower resolution")));
}

TEST(Reader, VisitsRedactionsInOrderAndKnowsLeaks) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  one.put(full_reading(2));
  one.put(full_reading(1));
  one.writer->put_bates(one.source, {bates(2, "AGENCY-7")});
  one.writer->commit();
  std::vector<RedactionRow> rows;
  const auto reader = Reader::open(folder.database());
  reader->redactions({}, [&](const RedactionRow& row) { rows.push_back(row); });
  ASSERT_EQ(rows.size(), 4u);
  EXPECT_EQ(rows[0].redaction, full_reading(1).redactions[0]);
  EXPECT_TRUE(rows[0].leak);
  EXPECT_FALSE(rows[1].leak);
  EXPECT_EQ(rows[1].bates, "");
  EXPECT_EQ(rows[2].bates, "AGENCY-7");
}

// Places of the redactions that pass.
std::vector<int> places(const std::filesystem::path& database, const RedactionFilter& filter) {
  std::vector<int> found;
  Reader::open(database)->redactions(filter, [&](const RedactionRow& row) { found.push_back(row.place); });
  return found;
}

TEST(RedactionFilter, TakesWhatMeetsEveryCondition) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  PageReading page = reading(1, "Nimbus Optics");
  page.redactions = {redaction({0, 0, 10, 10}, {"(b)(7)(E)-1"}), redaction({0, 20, 10, 30}, {"(b)(6)"}),
                     redaction({0, 40, 10, 50}, {}), redaction({0, 60, 10, 70}, {"(b)(7)(C)", "(b)(6)"})};
  page.redactions[1].codes[0].certain = false;
  page.redactions[3].kind = CoverKind::kSolid;
  one.put(page);
  one.writer->commit();
  const auto database = folder.database();
  EXPECT_THAT(places(database, {.exemptions = {"(b)(7)(E)"}}), ElementsAre(1));
  EXPECT_THAT(places(database, {.exemptions = {"(b)(7)"}}), ElementsAre(1, 4));
  EXPECT_THAT(places(database, {.exemptions = {"(b)(7)(E)", "(b)(6)"}}), ElementsAre(1, 2, 4));
  EXPECT_THAT(places(database, {.exemptions = {"(b)(6)"}, .kinds = {"solid"}}), ElementsAre(4));
  EXPECT_THAT(places(database, {.unlabelled = true}), ElementsAre(3));
  EXPECT_THAT(places(database, {.uncertain = true}), ElementsAre(2));
  EXPECT_THAT(places(database, {.source_like = "FIRST"}), ElementsAre(1, 2, 3, 4));
  EXPECT_THAT(places(database, {.source_like = "second"}), ElementsAre());
  EXPECT_THAT(places(database, {.release = "Nimbus request"}), ElementsAre(1, 2, 3, 4));
  EXPECT_THAT(places(database, {.release = "Nimbus"}), ElementsAre());
}

TEST(Reader, VisitsCodesOfPagesThatAreNoRedactions) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  PageReading list = reading(2, "Page 21");
  list.codes = {code("(b)(7)(E)"), code("(b)(5)")};
  list.codes[0].role = CodeRole::kPage;
  one.put(list);
  one.writer->commit();
  std::vector<std::string> seen;
  Reader::open(folder.database())->page_codes([&](const PageCodeRow& row) {
    seen.push_back(row.code.code + " " + std::to_string(row.page) + " " + row.request_number);
  });
  EXPECT_THAT(seen, ElementsAre("(b)(7)(E) 2 2020-01"));
}

TEST(Reader, CountsThePagesThatHaveAShare) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  one.put(full_reading(1));
  one.put(reading(2, "a sheet that stands for another page"));
  one.writer->commit();
  const auto reader = Reader::open(folder.database());
  ASSERT_EQ(reader->page_counts().size(), 1u);
  EXPECT_EQ(reader->page_counts()[0].pages, 1);
  EXPECT_EQ(reader->status().withheld_share, 0.25);
}

TEST(Reader, MayBeAskedWhileItVisitsRedactions) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  one.put(full_reading(1));
  one.writer->commit();
  const auto reader = Reader::open(folder.database());
  int read = 0;
  reader->redactions({}, [&](const RedactionRow&) { read += reader->status().pages_read; });
  EXPECT_EQ(read, 2);
}

TEST(Reader, FindsTheSourceAPersonMeans) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  one.writer->put_source(one.release, one.run, pdf("other/first.pdf", 'b'));
  one.writer->put_source(one.release, one.run, pdf("in/copy.pdf", 'a'));
  one.writer->commit();
  const auto reader = Reader::open(folder.database());
  const auto named = [&](const std::string& name) {
    std::vector<std::int64_t> ids;
    for (const SourceRow& row : reader->sources_named(name)) ids.push_back(row.id.value);
    return ids;
  };
  EXPECT_THAT(named("in/first.pdf"), ElementsAre(1));
  EXPECT_THAT(named("./in/first.pdf"), ElementsAre(1));
  EXPECT_THAT(named("first.pdf"), ElementsAre(1, 2));
  EXPECT_THAT(named("copy.pdf"), ElementsAre(1));
  EXPECT_THAT(named("BBBBBB"), ElementsAre(2));
  EXPECT_THAT(named("bbbbb"), IsEmpty());
  EXPECT_THAT(named("irst.pdf"), IsEmpty());
  EXPECT_THAT(named(""), IsEmpty());
}

TEST(Reader, TellsTheOtherPathsOfASource) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  one.writer->put_source(one.release, one.run, pdf("in/copy.pdf", 'a'));
  const SourceRow source = only_source(one, folder.database());
  EXPECT_EQ(source.path, "in/first.pdf");
  EXPECT_THAT(source.other_paths, UnorderedElementsAre("in/copy.pdf"));
}

TEST(Reader, WorksBesideAWriterAndSeesWhatIsCommitted) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  one.writer->commit();
  const auto reader = Reader::open(folder.database());
  one.put(reading(1, "text"));
  EXPECT_EQ(reader->status().pages_read, 0);
  one.writer->commit();
  EXPECT_EQ(reader->status().pages_read, 1);
}

}  // namespace
}  // namespace vaughn::store
