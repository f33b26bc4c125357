// SPDX-License-Identifier: GPL-3.0-or-later
// The file itself: what is opened, what is refused, how an old one becomes a new one, what other tools find
// in it.
#include "store/schema.h"

#include <gmock/gmock.h>

#include <chrono>
#include <fstream>
#include <thread>

#include "store/builders.h"
#include "store/words_codec.h"
#include "store/write_lock.h"
#include "vaughn/base/error.h"
#include "vaughn/base/files.h"
#include "vaughn/store/reader.h"

namespace vaughn::store {
namespace {

using ::testing::HasSubstr;

std::optional<ErrorCode> refusal(const std::filesystem::path& database) {
  try {
    Writer::open(database);
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr(database.string()));
    return error.code();
  }
  return std::nullopt;
}

std::optional<ErrorCode> reading_refusal(const std::filesystem::path& database) {
  try {
    Reader::open(database);
  } catch (const Error& error) {
    return error.code();
  }
  return std::nullopt;
}

void run_sql(const std::filesystem::path& database, const std::string& sql) {
  Connection(database, Access::kCreate).execute(sql);
}

std::string bytes(const std::filesystem::path& path) {
  const Result<std::string> contents = read_file(path);
  return contents.ok() ? contents.value() : "";
}

TEST(Schema, IsMadeInANewFile) {
  TemporaryFolder folder;
  EXPECT_EQ(refusal(folder.database()), std::nullopt);
  EXPECT_EQ(value_of(folder.database(), "PRAGMA application_id"), std::to_string(kApplicationId));
  EXPECT_EQ(value_of(folder.database(), "PRAGMA user_version"), std::to_string(current_schema().version));
}

TEST(Schema, IsMadeInAnEmptyFile) {
  TemporaryFolder folder;
  std::ofstream(folder.database()).close();
  EXPECT_EQ(reading_refusal(folder.database()), ErrorCode::kDatabaseMissing);
  EXPECT_EQ(refusal(folder.database()), std::nullopt);
}

TEST(Schema, IsNotWrittenIntoADatabaseOfAnotherProgram) {
  TemporaryFolder folder;
  run_sql(folder.database(), "CREATE TABLE bookmark (id INTEGER PRIMARY KEY)");
  const std::string before = bytes(folder.database());
  EXPECT_EQ(refusal(folder.database()), ErrorCode::kDatabase);
  EXPECT_EQ(reading_refusal(folder.database()), ErrorCode::kDatabase);
  EXPECT_EQ(bytes(folder.database()), before);
}

TEST(Schema, IsNotWrittenIntoAFileThatIsNoDatabase) {
  TemporaryFolder folder;
  std::ofstream(folder.database()) << std::string(5000, 'x');
  EXPECT_EQ(refusal(folder.database()), ErrorCode::kDatabase);
  EXPECT_EQ(reading_refusal(folder.database()), ErrorCode::kDatabase);
  EXPECT_EQ(bytes(folder.database()), std::string(5000, 'x'));
}

TEST(Schema, OfANewerVersionIsLeftAlone) {
  TemporaryFolder folder;
  ASSERT_EQ(refusal(folder.database()), std::nullopt);
  run_sql(folder.database(), "PRAGMA user_version = 999");
  EXPECT_EQ(refusal(folder.database()), ErrorCode::kDatabaseTooNew);
  EXPECT_EQ(reading_refusal(folder.database()), ErrorCode::kDatabaseTooNew);
}

TEST(Schema, CannotBeMadeWhereThereIsNoFolder) {
  TemporaryFolder folder;
  EXPECT_EQ(refusal(folder.path() / "none" / "release.db"), ErrorCode::kDatabase);
}

Schema two_versions_later() {
  Schema later{3, "", {}};
  later.steps = {{1, "CREATE TABLE letter (id INTEGER PRIMARY KEY); INSERT INTO letter VALUES (7);"},
                 {2, "ALTER TABLE letter ADD COLUMN title TEXT; UPDATE letter SET title = 'seven';"}};
  return later;
}

Schema first_version() {
  return {1, "CREATE TABLE run (id INTEGER PRIMARY KEY);", {}};
}

TEST(Migration, TakesEachStepFromTheVersionFound) {
  TemporaryFolder folder;
  Connection connection(folder.database(), Access::kCreate);
  bring_up_to_date(connection, first_version());
  bring_up_to_date(connection, two_versions_later());
  EXPECT_EQ(value_of(folder.database(), "SELECT title FROM letter WHERE id = 7"), "seven");
  EXPECT_EQ(value_of(folder.database(), "PRAGMA user_version"), "3");
}

TEST(Migration, IsNotDoneTwice) {
  TemporaryFolder folder;
  Connection connection(folder.database(), Access::kCreate);
  bring_up_to_date(connection, first_version());
  bring_up_to_date(connection, two_versions_later());
  bring_up_to_date(connection, two_versions_later());
  EXPECT_EQ(value_of(folder.database(), "SELECT count(*) FROM letter"), "1");
}

TEST(Migration, ThatFailsHalfwayChangesNothing) {
  TemporaryFolder folder;
  Connection connection(folder.database(), Access::kCreate);
  bring_up_to_date(connection, first_version());
  Schema broken = two_versions_later();
  broken.steps[1].sql = "ALTER TABLE nothing ADD COLUMN title TEXT;";
  EXPECT_THROW(bring_up_to_date(connection, broken), Error);
  EXPECT_EQ(value_of(folder.database(), "SELECT count(*) FROM sqlite_schema WHERE name = 'letter'"), "0");
  EXPECT_EQ(value_of(folder.database(), "PRAGMA user_version"), "1");
}

// What version 1 made of a database, and a page in it.
void make_version_1(const std::filesystem::path& database) {
  run_sql(database, bytes(std::filesystem::path(VAUGHN_SOURCE_DIR) / "tests/store/schema_1.sql"));
}

std::string columns_of(const std::filesystem::path& database) {
  return value_of(
      database,
      "SELECT group_concat(x, char(10)) FROM (SELECT t.name || '.' || c.name || ' ' || c.type AS x"
      " FROM pragma_table_list t, pragma_table_xinfo(t.name) c WHERE t.schema = 'main'"
      " AND t.name NOT LIKE 'sqlite_%' ORDER BY x)");
}

std::string indices_of(const std::filesystem::path& database) {
  return value_of(database,
                  "SELECT group_concat(name) FROM (SELECT name FROM sqlite_schema WHERE type IN ('index',"
                  " 'trigger') ORDER BY name)");
}

TEST(Migration, OfAVersion1DatabaseLosesNothing) {
  TemporaryFolder folder;
  make_version_1(folder.database());
  Writer::open(folder.database());
  const auto value = [&](const std::string& sql) { return value_of(folder.database(), sql); };
  EXPECT_EQ(value("PRAGMA user_version"), std::to_string(current_schema().version));
  EXPECT_EQ(value("SELECT text FROM page"), "Officer: ⟦(b)(6) ~14⟧ signed");
  EXPECT_EQ(value("SELECT title || estimated_characters || ifnull(words_before, '-') FROM redaction"),
            "(b)(6)14-");
  EXPECT_EQ(value("SELECT count(*) FROM page_fts WHERE page_fts MATCH 'signed'"), "1");
}

TEST(Migration, FindsBrokenWordsOfPagesReadBefore) {
  TemporaryFolder folder;
  make_version_1(folder.database());
  {
    Connection connection(folder.database(), Access::kReadWrite);
    connection.execute("UPDATE page SET text = 'the docu-' || char(10) || 'ments'");
  }
  Writer::open(folder.database());
  const auto value = [&](const std::string& sql) { return value_of(folder.database(), sql); };
  EXPECT_EQ(value("SELECT unbroken FROM page"), "the documents");
  EXPECT_EQ(value("SELECT count(*) FROM page_fts WHERE page_fts MATCH 'documents'"), "1");
  EXPECT_EQ(value("SELECT count(*) FROM page_fts WHERE page_fts MATCH 'signed'"), "0");
}

TEST(Migration, OfAVersion1DatabaseMakesWhatANewOneHas) {
  TemporaryFolder folder, other;
  make_version_1(folder.database());
  Writer::open(folder.database());
  Writer::open(other.database());
  EXPECT_EQ(columns_of(folder.database()), columns_of(other.database()));
  EXPECT_EQ(indices_of(folder.database()), indices_of(other.database()));
}

TEST(Migration, OfAVersion1DatabaseCanBeReadAndWrittenAfterwards) {
  TemporaryFolder folder;
  make_version_1(folder.database());
  Writer::open(folder.database());
  std::vector<RedactionRow> rows;
  Reader::open(folder.database())->redactions({}, [&](const RedactionRow& row) { rows.push_back(row); });
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].redaction.amount.characters, 14);
  EXPECT_EQ(rows[0].redaction.amount.characters_high, 0);  // not known
  EXPECT_EQ(value_of(folder.database(), "SELECT characters || ifnull(lines, '-') FROM redactions"), "14-");
}

TEST(Migration, FromVersion3MakesWhatAPageHoldsItsFirstReading) {
  TemporaryFolder folder;
  make_version_1(folder.database());
  const PageReading page = reading(2, "one two three four five");
  run_sql(folder.database(),
          "INSERT INTO page (id, title, source, number, state, text_source, ocr_confidence, languages, text)"
          " VALUES (1000002, 'p', 1, 2, 'ocr-due', 'scan', 0.5, 'eng', 'words'),"
          " (1000003, 'p', 1, 3, 'failed', NULL, NULL, NULL, NULL),"
          " (1000004, 'p', 1, 4, 'pending', NULL, NULL, NULL, NULL);"
          "INSERT INTO problem VALUES (10000030001, 1, 1000003, 'crashed', 'it died', 'Report it.')");
  {
    Connection connection(folder.database(), Access::kReadWrite);
    connection.run("INSERT INTO page_words VALUES (1000002, ?)", Blob{encode_words(page.words, page.text)});
  }
  Writer::open(folder.database());
  const auto value = [&](const std::string& sql) { return value_of(folder.database(), sql); };
  EXPECT_EQ(value("SELECT group_concat(id || ' ' || page || ' ' || state || ' ' || current || ' ' ||"
                  " ifnull(words, '-'), ',') FROM (SELECT * FROM page_reading ORDER BY id)"),
            "10000010001 1000001 read 1 0,10000020001 1000002 ocr-due 1 5,10000030001 1000003 failed 0 -");
  EXPECT_EQ(value("SELECT text_source || ocr_confidence || languages || ifnull(engine, '-') ||"
                  " ifnull(created, '-') || ifnull(text, '-') FROM page_reading WHERE page = 1000002"),
            "scan0.5eng---");
  EXPECT_EQ(value("SELECT problem || cause || advice FROM page_reading WHERE page = 1000003"),
            "crashedit diedReport it.");
}

TEST(Migration, CountsWordsAsTheirEncodingDoes) {
  for (const std::size_t count : {1u, 127u, 128u, 300u, 16383u, 16384u, 40000u}) {
    TemporaryFolder folder;
    make_version_1(folder.database());
    TextLayer words(count, reading(1, "word").words.front());
    for (Word& word : words) word.offset.reset();
    {
      Connection connection(folder.database(), Access::kReadWrite);
      connection.run("INSERT INTO page_words VALUES (1000001, ?)", Blob{encode_words(words, "word")});
    }
    Writer::open(folder.database());
    EXPECT_EQ(value_of(folder.database(), "SELECT words FROM page_reading"), std::to_string(count));
  }
}

TEST(Migration, IsAskedForWhenAReaderMeetsAnOlderDatabase) {
  TemporaryFolder folder;
  Connection connection(folder.database(), Access::kCreate);
  bring_up_to_date(connection, first_version());
  try {
    require_version(connection, two_versions_later());
    FAIL() << "an older database was taken";
  } catch (const Error& error) {
    EXPECT_THAT(error.advice(), HasSubstr("vaughn ingest"));
  }
}

TEST(OlderDatabase, IsReadAsItIsAndLeftAsItIs) {
  for (const char* mode : {"DELETE", "WAL"}) {
    TemporaryFolder folder;
    make_version_1(folder.database());
    run_sql(folder.database(), std::string("PRAGMA journal_mode = ") + mode);
    const std::string before = bytes(folder.database());
    const auto reader = Reader::open(folder.database());
    SearchRequest request;
    request.question = Question::of(Term{"signed"});
    ASSERT_EQ(reader->search(request).size(), 1u) << mode;
    EXPECT_EQ(reader->pages_with("signed"), 1);
    EXPECT_TRUE(reader->page({1}, PageIndex(0)).has_value());
    EXPECT_EQ(bytes(folder.database()), before);
  }
}

TEST(Migration, FromVersion4ListsTheWords) {
  TemporaryFolder folder;
  make_version_1(folder.database());
  run_sql(folder.database(),
          "INSERT INTO page (id, title, source, number, state, text) VALUES (1000002, 'p', 1, 2, 'pending', "
          "NULL),"
          " (1000003, 'p', 1, 3, 'read', 'ﬁnal')");
  Writer::open(folder.database());
  const auto value = [&](const std::string& sql) { return value_of(folder.database(), sql); };
  EXPECT_EQ(value("SELECT group_concat(word) FROM vocabulary"), "14,6,b,final,officer,signed,ﬁnal");
  run_sql(folder.database(), "INSERT INTO page_fts (page_fts, rank) VALUES ('integrity-check', 1)");
}

TEST(Migration, OfAVersion1DatabaseAddsWhereAFindingIs) {
  TemporaryFolder folder;
  make_version_1(folder.database());
  run_sql(folder.database(),
          "INSERT INTO finding (id, page, redaction, type, class, characters)"
          " VALUES (10000010001, 1000001, 10000010001, 'TEXT_UNDER_RECTANGLE', 'leak', 11)");
  EXPECT_EQ(refusal(folder.database()), std::nullopt);
  EXPECT_EQ(value_of(folder.database(), "SELECT type || ifnull(found_in, '-') FROM leak"),
            "TEXT_UNDER_RECTANGLE-");
}

TEST(TwoWriters, DoNotGetTheSameDatabase) {
  TemporaryFolder folder;
  {
    const auto first = Writer::open(folder.database());
    EXPECT_EQ(refusal(folder.database()), ErrorCode::kDatabase);
  }
  EXPECT_EQ(refusal(folder.database()), std::nullopt);
}

// As a worker does that a killed run had just forked: it has the lock with the descriptors it inherited.
TEST(TwoWriters, DoNotMindALockThatIsLetGoSoon) {
  TemporaryFolder folder;
  auto first = std::make_unique<WriteLock>(folder.database());
  std::thread letting_go([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    first.reset();
  });
  EXPECT_EQ(refusal(folder.database()), std::nullopt);
  letting_go.join();
}

TEST(CleanEnd, LeavesOneFileThatNeedsNoLogToBeRead) {
  TemporaryFolder folder;
  {
    OneSource one(folder.database());
    one.put(full_reading(1));
    one.writer->optimize();
  }
  int files = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path())) ++files;
  EXPECT_EQ(files, 1);
  EXPECT_EQ(value_of(folder.database(), "PRAGMA journal_mode"), "delete");
}

TEST(CleanEnd, WaitsForNobodyWhoReads) {
  TemporaryFolder folder;
  std::unique_ptr<Reader> reader;
  {
    OneSource one(folder.database());
    one.put(full_reading(1));
    one.writer->commit();
    reader = Reader::open(folder.database());
    reader->status();
    one.writer->optimize();
  }
  EXPECT_EQ(reader->status().pages_read, 1);
}

TEST(Datasette, FindsTheFullTextTable) {
  TemporaryFolder folder;
  Writer::open(folder.database());
  EXPECT_THAT(value_of(folder.database(), "SELECT sql FROM sqlite_schema WHERE name = 'page_fts'"),
              HasSubstr("content=\"page\""));
}

TEST(Datasette, FindsALabelInEveryTableThatIsLinkedTo) {
  TemporaryFolder folder;
  Writer::open(folder.database());
  EXPECT_EQ(
      value_of(
          folder.database(),
          "SELECT group_concat(DISTINCT f.\"table\") FROM sqlite_schema t, pragma_foreign_key_list(t.name) f"
          " WHERE NOT EXISTS (SELECT 1 FROM pragma_table_info(f.\"table\") c"
          " WHERE c.name IN ('name', 'title'))"),
      "");
}

TEST(Views, ShowLeaksAndFailedPages) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  one.put(full_reading(1));
  one.writer->put_page_failure(one.source, one.run, {}, PageIndex(1), {ProblemKind::kCrashed, "it died", ""});
  const SourceId locked = one.writer->put_source(one.release, one.run, pdf("in/b.pdf", 'b')).id;
  one.writer->put_source_failure(locked, {ProblemKind::kPasswordNeeded, "encrypted", ""});
  one.writer->commit();
  const auto value = [&](const std::string& sql) { return value_of(folder.database(), sql); };
  EXPECT_EQ(value("SELECT group_concat(kind) FROM (SELECT kind FROM unreadable_pages ORDER BY source)"),
            "password-needed,crashed");
  EXPECT_EQ(value("SELECT source || ' ' || page || ' ' || characters || ' ' || redaction FROM leak"),
            "in/first.pdf 1 11 10000010001");
  EXPECT_EQ(value("SELECT leak || codes FROM redaction_detail"), "1[\"(b)(6)\", \"(b)(7)(C)\"]");
  EXPECT_EQ(value("SELECT code || redactions || pages || sources FROM redactions_by_exemption"), "(b)(6)111");
  EXPECT_EQ(value("SELECT text_source || pages FROM pages_by_text_source"), "scan1");
}

TEST(Views, CiteARedactionSoThatAnotherFindsIt) {
  TemporaryFolder folder;
  OneSource one(folder.database());
  PageReading page = full_reading(2);
  page.redactions[0].codes[1].certain = false;
  one.put(page);
  BatesNumber inferred = bates(2, "AGENCY-7");
  inferred.how = BatesHow::kInferred;
  one.writer->put_bates(one.source, {inferred});
  one.writer->commit();
  EXPECT_EQ(value_of(folder.database(), "SELECT citation FROM redactions ORDER BY id LIMIT 1"),
            "Redaction 1, (b)(6), (b)(7)(C)?, at p. 2 of first.pdf, [AGENCY-7], sha256 aaaaaaaaaaaa");
  EXPECT_EQ(value_of(folder.database(), "SELECT citation FROM redactions ORDER BY id LIMIT 1 OFFSET 1"),
            "Redaction 2, no code read, at p. 2 of first.pdf, [AGENCY-7], sha256 aaaaaaaaaaaa");
}

TEST(Views, AverageSharesOverPagesThatHaveOne) {
  TemporaryFolder folder;
  OneSource one(folder.database(), 4);
  one.put(full_reading(1));  // a quarter
  PageReading sheet = reading(2, "withheld in full");
  sheet.text_withheld_share = 1;
  sheet.redactions = {redaction({0, 0, 612, 792}, {"(b)(5)"})};
  sheet.redactions[0].kind = CoverKind::kPage;
  sheet.redactions[0].amount = {};
  one.put(sheet);
  one.put(reading(3, "a list of deleted pages"));  // none
  one.writer->put_page_failure(one.source, one.run, {}, PageIndex(3), {ProblemKind::kCrashed, "it died", ""});
  one.writer->commit();
  const auto value = [&](const std::string& sql) { return value_of(folder.database(), sql); };
  EXPECT_EQ(value("SELECT pages || ' ' || withheld_share || ' ' || in_full FROM source_withheld"),
            "2 0.625 1");
  EXPECT_EQ(value("SELECT pages || ' ' || withheld_share || ' ' || received FROM release_withheld"),
            "2 0.625 2020-03-04");
  EXPECT_EQ(value("SELECT group_concat(ifnull(withheld_share, '-')) FROM page_withheld"), "0.25,1.0,-");
  EXPECT_EQ(value("SELECT ifnull(characters, '-') FROM redactions WHERE kind = 'page'"), "-");
}

TEST(SchemaPage, ExplainsEveryTableViewAndColumn) {
  TemporaryFolder folder;
  Writer::open(folder.database());
  const std::string page = bytes(std::filesystem::path(VAUGHN_SOURCE_DIR) / "docs" / "schema.md");
  Connection connection(folder.database(), Access::kReadOnly);
  Query names = connection.query(
      "SELECT t.name, c.name FROM pragma_table_list t, pragma_table_xinfo(t.name) c WHERE t.schema = 'main'"
      " AND t.type IN ('table', 'view') AND t.name NOT LIKE 'sqlite_%'");
  while (names.step()) {
    EXPECT_THAT(page, HasSubstr("## " + names.text(0) + "\n"));
    EXPECT_THAT(page, HasSubstr("`" + names.text(1) + "`")) << names.text(0);
  }
}

}  // namespace
}  // namespace vaughn::store
