// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/store/records.h"

#include <gmock/gmock.h>

#include "store/builders.h"
#include "vaughn/store/reader.h"

namespace vaughn::store {
namespace {

using ::testing::ElementsAre;

SourceRecords some_records() {
  SourceRecords all;
  all.bates = {bates(1, "AGENCY-7"), bates(2, "AGENCY-8")};
  all.numbering.push_back(
      {PageIndex(1), {"BATES_GAP", FindingClass::kNumbering, Box{1, 2, 3, 4}, 0, "after 7"}});
  all.stamps.push_back(
      {StampKind::kPageNumber, "2 of 3", 2, 3, {PageIndex(1), Box{1, 2, 3, 4}, "Page 2 of 3"}});
  all.records.push_back(
      {PageIndex(0), PageIndex(1), "email", 0.9, "Lens demo", "2020-03-03", 1, {"the first page"}});
  all.records.push_back({PageIndex(2), PageIndex(2), "letter", 0.9, "Response", "", 0.8, {"a salutation"}});
  Message message;
  message.last = PageIndex(1);
  message.form = "outlook";
  message.from = "⟦(b)(6) ~9⟧ <⟦(b)(6) ~9⟧@vendor.example>";
  message.subject = "Lens demo";
  message.sent = "2020-03-03T09:14:00";
  message.parties.push_back({"from", "", "", "vendor.example", true});
  message.attachments = {"Quote.pdf"};
  message.evidence = {PageIndex(0), Box{1, 2, 3, 4}, {}};
  all.messages.push_back(message);
  Sheet sheet;
  sheet.first = sheet.last = PageIndex(2);
  sheet.kind = "deleted-pages";
  sheet.stated_total = 1;
  sheet.pages.push_back(
      {"25", 1, "withheld", "", {"(b)(6)-1"}, false, {PageIndex(2), Box{1, 2, 3, 4}, "Page 25"}});
  all.sheets.push_back(sheet);
  all.statements.push_back({PageIndex(2), "count", "full", 5, {PageIndex(2), Box{1, 2, 3, 4}, "5 pages"}});
  return all;
}

struct WithRecords {
  WithRecords() : one(folder.database()) {
    for (int page = 1; page <= 3; ++page) one.put(full_reading(page));
    one.writer->put_records(one.source, some_records());
    one.writer->commit();
  }
  std::unique_ptr<Reader> reader() const { return Reader::open(folder.database()); }

  TemporaryFolder folder;
  OneSource one;
};

TEST(Records, ComeBackWithWhatIsWithheldInThem) {
  const WithRecords given;
  std::vector<RecordRow> rows;
  given.reader()->records({}, [&](const RecordRow& row) { rows.push_back(row); });
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].record, some_records().records[0]);
  EXPECT_EQ(rows[0].first_bates, "AGENCY-7");
  EXPECT_EQ(rows[0].last_bates, "AGENCY-8");
  EXPECT_EQ(rows[0].from, some_records().messages[0].from);
  EXPECT_GT(rows[0].redactions, 0);
}

TEST(Records, AreChosenByType) {
  const WithRecords given;
  int count = 0;
  given.reader()->records({.type = "letter"}, [&](const RecordRow&) { ++count; });
  EXPECT_EQ(count, 1);
}

TEST(Records, KeepMessagesSheetsAndStatements) {
  const WithRecords given;
  const auto reader = given.reader();
  reader->messages([&](const MessageRow& row) {
    EXPECT_EQ(row.message, some_records().messages[0]);
    EXPECT_EQ(row.place.bates, "AGENCY-7");
  });
  int sheets = 0, statements = 0;
  reader->sheets([&](const SheetRow& row) {
    ++sheets;
    EXPECT_EQ(row.sheet, some_records().sheets[0]);
  });
  reader->statements([&](const StatementRow& row) {
    ++statements;
    EXPECT_EQ(row.statement, some_records().statements[0]);
  });
  EXPECT_EQ(sheets, 1);
  EXPECT_EQ(statements, 1);
}

TEST(Records, AreReplacedWhole) {
  WithRecords given;
  const std::string before = dump(given.folder.database());
  given.one.writer->put_records(given.one.source, some_records());
  given.one.writer->commit();
  EXPECT_EQ(dump(given.folder.database()), before);
  given.one.writer->put_records(given.one.source, {});
  given.one.writer->commit();
  for (const char* table : {"record", "record_page", "message", "address", "attachment", "sheet",
                            "absent_page", "statement", "stamp", "bates"})
    EXPECT_EQ(value_of(given.folder.database(), std::string("SELECT count(*) FROM ") + table), "0") << table;
}

TEST(Records, LeaveThePageWithItsOwnFindings) {
  const WithRecords given;
  EXPECT_EQ(given.reader()->page(given.one.source, PageIndex(1))->reading, full_reading(2));
  int numbering = 0;
  given.reader()->findings([&](const FindingRow& row) {
    numbering += row.finding.finding_class == FindingClass::kNumbering ? 1 : 0;
  });
  EXPECT_EQ(numbering, 1);
}

TEST(RecordFields, ChoosePagesByWhatIsKnownOfTheirRecords) {
  const WithRecords given;
  const auto reader = given.reader();
  const auto pages = [&](PageTest test) {
    SearchRequest request;
    request.question = Question::of(std::move(test));
    std::vector<int> found;
    for (const HitRow& hit : reader->search(request)) found.push_back(hit.page);
    return found;
  };
  using Of = RecordHas::Of;
  EXPECT_THAT(pages(RecordHas{Of::kType, "EMAIL"}), ElementsAre(1, 2));
  EXPECT_THAT(pages(RecordHas{Of::kSubject, "lens"}), ElementsAre(1, 2));
  EXPECT_THAT(pages(RecordHas{Of::kDomain, "vendor.example"}), ElementsAre(1, 2));
  EXPECT_THAT(pages(RecordHas{Of::kDomain, "example"}), ElementsAre(1, 2));
  EXPECT_THAT(pages(RecordHas{Of::kDomain, "endor.example"}), ElementsAre());
  EXPECT_THAT(pages(RecordHas{Of::kFrom, "vendor"}), ElementsAre(1, 2));
  // The marker of a name that is withheld is no name.
  EXPECT_THAT(pages(RecordHas{Of::kFrom, "b"}), ElementsAre());
  EXPECT_THAT(pages(RecordDate{"2020", "2020-03"}), ElementsAre(1, 2));
  EXPECT_THAT(pages(RecordDate{"2020-03-04", ""}), ElementsAre());
  EXPECT_THAT(pages(RecordDate{"", "2020-03-03"}), ElementsAre(1, 2));
}

TEST(RecordFields, SortAndDivideHits) {
  const WithRecords given;
  SearchRequest request;
  request.question = Question::of(NumberIs{NumberOf::kPage, {1.0, {}, false, false}});
  request.sort = SortHits::kDate;
  const auto hits = given.reader()->search(request);
  ASSERT_EQ(hits.size(), 3u);
  EXPECT_EQ(hits[0].record_date, "2020-03-03");
  EXPECT_EQ(hits[0].record_title, "Lens demo");
  EXPECT_EQ(hits[2].record_type, "letter");
  const HitSummary summary = given.reader()->summarise(request, {Facet::kYear, Facet::kType});
  EXPECT_EQ(summary.facets[0].at(0).value, "2020");
  EXPECT_EQ(summary.facets[1].at(0).value, "email");
  EXPECT_EQ(summary.facets[1].at(0).pages, 2);
}

TEST(Corrections, StayWhenRecordsAreReplaced) {
  WithRecords given;
  given.one.writer->add_correction(given.one.source, {Correction::Kind::kSplit, PageIndex(1), {}});
  given.one.writer->add_correction(given.one.source, {Correction::Kind::kType, PageIndex(1), "memo"});
  given.one.writer->put_records(given.one.source, {});
  const auto corrections = given.one.writer->corrections(given.one.source);
  ASSERT_EQ(corrections.size(), 2u);
  EXPECT_EQ(corrections[1], (Correction{Correction::Kind::kType, PageIndex(1), "memo"}));
}

TEST(EdgeLines, ComeBackWithThePage) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  PageReading page = full_reading(1);
  page.edge_lines.push_back({"AGENCY-7", 0.75, {500, 700, 560, 710}});
  one.put(page);
  one.writer->commit();
  EXPECT_EQ(Reader::open(folder.database())->page(one.source, PageIndex(0))->reading.edge_lines,
            page.edge_lines);
}

TEST(BatesArtifacts, ComeBackWithThePage) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  PageReading page = full_reading(1);
  page.bates_artifacts.push_back({"AGENCY-7", "AGENCY-8", {500, 700, 560, 710}});
  one.put(page);
  one.writer->commit();
  EXPECT_EQ(Reader::open(folder.database())->page(one.source, PageIndex(0))->reading.bates_artifacts,
            page.bates_artifacts);
}

TEST(PagesNumbered, AreFoundWhateverSeparatorsAreTyped) {
  const WithRecords given;
  const auto reader = given.reader();
  for (const char* typed : {"AGENCY-7", "agency 7", "Agency_7", "AGENCY7"})
    EXPECT_EQ(reader->pages_numbered(typed).size(), 1u) << typed;
  EXPECT_TRUE(reader->pages_numbered("AGENCY-70").empty());
}

TEST(Dispositions, CountEachPageOnce) {
  const WithRecords given;
  const auto all = given.reader()->dispositions();
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].pages, 3);
  EXPECT_EQ(all[0].letters, 1);
  EXPECT_EQ(all[0].full + all[0].part + all[0].sheets + all[0].letters + all[0].blank + all[0].unread, 3);
}

}  // namespace
}  // namespace vaughn::store
