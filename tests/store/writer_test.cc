// SPDX-License-Identifier: GPL-3.0-or-later
// What Writer promises about sources, pages and resuming.
#include "vaughn/store/writer.h"

#include <gmock/gmock.h>

#include "store/builders.h"
#include "store/connection.h"
#include "store/source_rows.h"

namespace vaughn::store {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(Writer, GivesBackAPageAsItWasStored) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  const PageReading page = full_reading(2);
  one.put(page);
  EXPECT_EQ(one.writer->page(one.source, page.page), page);
}

TEST(Writer, GivesBackAPageAfterReopening) {
  TemporaryFolder folder;
  const PageReading page = full_reading(1);
  SourceId source;
  {
    OneSource one(folder.database());
    one.put(page);
    one.writer->commit();
    source = one.source;
  }
  EXPECT_EQ(Writer::open(folder.database())->page(source, page.page), page);
}

TEST(Writer, RoundsBoxesToHundredthsOfAPoint) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  PageReading page = reading(1, "text");
  page.redactions = {redaction({1.23456, 2.999, -0.001, 4}, {})};
  one.put(page);
  EXPECT_EQ(one.writer->page(one.source, page.page)->redactions[0].box, (Box{1.23, 3, 0, 4}));
}

TEST(Writer, HasNoReadingOfAPageThatFailed) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  one.writer->put_page_failure(one.source, one.run, {}, PageIndex(0), {ProblemKind::kCrashed, "it died", ""});
  EXPECT_EQ(one.writer->page(one.source, PageIndex(0)), std::nullopt);
  EXPECT_EQ(one.writer->page(one.source, PageIndex(1)), std::nullopt);
  EXPECT_EQ(one.writer->page(one.source, PageIndex(99)), std::nullopt);
}

// What the index holds, page by page, after it agreed with the pages themselves.
std::string indexed(const std::filesystem::path& database) {
  Connection connection(database, Access::kReadWrite);
  connection.run("INSERT INTO page_fts (page_fts, rank) VALUES ('integrity-check', 1)");
  connection.run("CREATE VIRTUAL TABLE temp.token USING fts5vocab(main, page_fts, instance)");
  Query row = connection.query(
      "SELECT group_concat((doc % 1000000) || ' ' || term) FROM (SELECT doc, term FROM temp.token ORDER BY "
      "1, "
      "2)");
  return row.step() ? row.text(0) : "";
}

TEST(TextIndex, HoldsWhatThePagesHoldHoweverOftenTheyWereWritten) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  one.put(reading(1, "first"));
  one.put(reading(1, "second"));
  one.put(reading(2, "third"));
  one.writer->commit();
  EXPECT_EQ(indexed(folder.database()), "1 second,2 third");
  one.put(reading(2, "fourth"));
  one.put(reading(2, "fifth"));
  one.put(reading(3, ""));
  one.writer->commit();
  EXPECT_EQ(indexed(folder.database()), "1 second,2 fifth");
  one.writer->optimize();
  EXPECT_EQ(indexed(folder.database()), "1 second,2 fifth");
}

TEST(TextIndex, KeepsWhatAPageHeldBeforeItFailed) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  one.put(reading(1, "first"));
  one.writer->commit();
  one.writer->put_page_failure(one.source, one.run, {}, PageIndex(0), {ProblemKind::kCrashed, "it died", ""});
  one.writer->put_page_failure(one.source, one.run, {}, PageIndex(1), {ProblemKind::kCrashed, "it died", ""});
  one.writer->commit();
  EXPECT_EQ(indexed(folder.database()), "1 first");
}

TEST(TextIndex, StaysRightWhenOtherProgramsChangePages) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  one.put(reading(1, "first"));
  one.put(reading(2, "second"));
  one.writer->commit();
  one.writer.reset();
  Connection connection(folder.database(), Access::kReadWrite);
  connection.execute("UPDATE page SET text = 'changed' WHERE number = 1");
  connection.execute("UPDATE page SET text = NULL, unbroken = NULL WHERE number = 2");
  connection.execute("UPDATE page SET text = 'new' WHERE number = 3");
  EXPECT_EQ(indexed(folder.database()), "1 changed,3 new");
}

TEST(TextIndex, ListsEveryWordOnce) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  one.put(reading(1, "the docu-\nments of the Bureau"));
  one.put(reading(2, "the bureau"));
  one.writer->commit();
  one.put(reading(3, "The café"));
  one.writer->commit();
  Connection connection(folder.database(), Access::kReadOnly);
  Query row = connection.query("SELECT group_concat(word) FROM vocabulary");
  ASSERT_TRUE(row.step());
  EXPECT_EQ(row.text(0), "bureau,cafe,docu,documents,ments,of,the");
}

TEST(Writer, KnowsASourceByItsDigestUnderTwoPaths) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  const RegisteredSource copy = one.writer->put_source(one.release, one.run, pdf("in/copy.pdf", 'a'));
  EXPECT_EQ(copy.id, one.source);
  EXPECT_TRUE(copy.path_is_new);
  EXPECT_EQ(copy.state, SourceState::kOpened);
  EXPECT_EQ(copy.page_count, 3);
  EXPECT_FALSE(one.writer->put_source(one.release, one.run, pdf("in/copy.pdf", 'a')).path_is_new);
}

TEST(Writer, KeepsTwoEmptyFilesApart) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  const Source first{"in/a.pdf", digest('e'), 0, std::nullopt};
  const Source second{"in/b.pdf", digest('e'), 0, std::nullopt};
  const SourceId a = one.writer->put_source(one.release, one.run, first).id;
  EXPECT_NE(one.writer->put_source(one.release, one.run, second).id, a);
  EXPECT_EQ(one.writer->put_source(one.release, one.run, first).id, a);
}

TEST(Writer, TakesAnUnreadableFileAsNewOnceItCanBeRead) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  const SourceId locked = one.writer->put_source(one.release, one.run, {"in/b.pdf", "", 5, std::nullopt}).id;
  one.writer->put_source_failure(locked, {ProblemKind::kUnreadable, "no permission", ""});
  const RegisteredSource readable = one.writer->put_source(one.release, one.run, pdf("in/b.pdf", 'b'));
  EXPECT_EQ(readable.id, locked);
  EXPECT_EQ(readable.state, SourceState::kNew);
}

TEST(Writer, JoinsAnUnreadableFileToItsCopyOnceItCanBeRead) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  const SourceId locked = one.writer->put_source(one.release, one.run, {"in/b.pdf", "", 5, std::nullopt}).id;
  one.writer->put_source_failure(locked, {ProblemKind::kUnreadable, "no permission", ""});
  EXPECT_EQ(one.writer->put_source(one.release, one.run, pdf("in/b.pdf", 'a')).id, one.source);
  one.writer->commit();
  EXPECT_EQ(value_of(folder.database(), "SELECT count(*) FROM source"), "1");
}

TEST(Writer, ReportsAFailedSourceAsFailedUntilItIsDescribed) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  const Source source = pdf("in/b.pdf", 'b');
  const SourceId id = one.writer->put_source(one.release, one.run, source).id;
  one.writer->put_source_failure(id, {ProblemKind::kPasswordNeeded, "encrypted", ""});
  EXPECT_EQ(one.writer->put_source(one.release, one.run, source).state, SourceState::kFailed);
  one.writer->put_description(id, {2, {}});
  EXPECT_EQ(one.writer->put_source(one.release, one.run, source).state, SourceState::kOpened);
}

TEST(Writer, ReplacesOnlyTheReleaseFieldsThatAreGiven) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  EXPECT_EQ(one.writer->put_release({"Nimbus request", "", "2020-77", ""}), one.release);
  one.writer->commit();
  EXPECT_EQ(value_of(folder.database(), "SELECT agency || ' ' || request_number FROM release"),
            "Office of Samples 2020-77");
}

TEST(PagesToDo, AreThoseNeitherReadNorFailed) {
  TemporaryFolder folder;
  OneSource one(folder.database(), 4);
  one.put(reading(3, "text"));
  one.writer->put_page_failure(one.source, one.run, {}, PageIndex(0),
                               {ProblemKind::kTimedOut, "too slow", ""});
  EXPECT_THAT(one.to_do(), ElementsAre(2, 4));
}

TEST(PagesToDo, TakePagesThatWaitForOcrOnlyWhenThereIsOcr) {
  TemporaryFolder folder;
  OneSource one(folder.database(), 1);
  PageReading due = reading(1, "");
  due.ocr_due = true;
  ReadOptions without;
  without.ocr = false;
  one.put(due, without);
  EXPECT_THAT(one.to_do(without), IsEmpty());
  EXPECT_THAT(one.to_do(), ElementsAre(1));
}

TEST(PagesToDo, TakePagesRecognisedInOtherLanguages) {
  TemporaryFolder folder;
  OneSource one(folder.database(), 2);
  one.put(reading(1, "text"));
  PageReading digital = reading(2, "text");
  digital.text_source = TextSource::kBornDigital;
  digital.ocr_confidence.reset();
  one.put(digital);
  ReadOptions spanish;
  spanish.languages = "eng+spa";
  EXPECT_THAT(one.to_do(), IsEmpty());
  EXPECT_THAT(one.to_do(spanish), ElementsAre(1));
  spanish.ocr = false;
  EXPECT_THAT(one.to_do(spanish), IsEmpty());
}

TEST(Writer, LosesWhatWasNotCommittedAndNothingElse) {
  TemporaryFolder folder;
  {
    OneSource one(folder.database());
    one.put(reading(1, "kept"));
    one.writer->commit();
    one.put(reading(2, "lost"));
  }
  EXPECT_EQ(
      value_of(folder.database(), "SELECT group_concat(state) FROM (SELECT state FROM page ORDER BY id)"),
      "read,pending,pending");
}

TEST(Writer, ReplacesEveryRowOfAPageStoredAgain) {
  TemporaryFolder folder;
  TemporaryFolder other;
  {
    OneSource twice(folder.database());
    twice.put(full_reading(1));
    twice.put(reading(1, "only these words"));
    twice.writer->optimize();
    OneSource once(other.database());
    once.put(reading(1, "only these words"));
    once.writer->optimize();
  }
  // What was read before is kept (readings_test.cc).
  for (const auto& database : {folder.database(), other.database()})
    Connection(database, Access::kReadWrite).execute("DELETE FROM page_reading");
  EXPECT_EQ(dump(folder.database()), dump(other.database()));
}

TEST(Writer, StoresTheSameRowsInWhateverOrderPagesCome) {
  TemporaryFolder folders[2];
  const std::vector<int> orders[2] = {{1, 2, 3, 4}, {4, 2, 1, 3}};
  for (int i = 0; i < 2; ++i) {
    OneSource one(folders[i].database(), 4);
    for (const int page : orders[i]) {
      one.put(full_reading(page));
      one.writer->commit();
    }
    one.writer->put_bates(one.source, {bates(1, "AGENCY-7"), bates(2, "AGENCY-8")});
    one.writer->optimize();
  }
  const std::string rows = dump(folders[0].database());
  EXPECT_THAT(rows, HasSubstr("nimbus|1000001|"));
  EXPECT_EQ(rows, dump(folders[1].database()));
}

TEST(Writer, ReplacesTheBatesNumbersOfASource) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  one.writer->put_bates(one.source, {bates(1, "AGENCY-1"), bates(2, "AGENCY-2")});
  one.writer->put_bates(one.source, {bates(1, "AGENCY-9")});
  one.writer->commit();
  EXPECT_EQ(value_of(folder.database(), "SELECT group_concat(value) FROM bates"), "AGENCY-9");
}

TEST(Writer, SaysWhatItLeftOutOfAPageWithTooManyRows) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  PageReading page = reading(1, "text");
  page.findings.assign(10'500, leak({1, 1, 2, 2}));
  one.put(page);
  const PageReading stored = *one.writer->page(one.source, page.page);
  EXPECT_EQ(stored.findings.size(), 9'999u);
  ASSERT_EQ(stored.problems.size(), 1u);
  EXPECT_EQ(stored.problems[0].kind, ProblemKind::kLimit);
}

TEST(Writer, BoundsThePagesAFileClaimsToHave) {
  const SourceDescription kept = bounded({2'000'000'000, {}});
  EXPECT_EQ(kept.page_count, 999'999);
  ASSERT_EQ(kept.problems.size(), 1u);
  EXPECT_EQ(kept.problems[0].kind, ProblemKind::kLimit);
  EXPECT_EQ(bounded({12, {}}), (SourceDescription{12, {}}));
}

TEST(Writer, DropsPagesThatANewDescriptionNoLongerHas) {
  TemporaryFolder folder;
  OneSource one(folder.database(), 5);
  one.put(full_reading(2));
  one.put(full_reading(5));
  one.writer->put_description(one.source, {3, {}});
  EXPECT_THAT(one.to_do(), ElementsAre(1, 3));
}

}  // namespace
}  // namespace vaughn::store
