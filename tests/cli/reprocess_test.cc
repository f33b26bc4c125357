// SPDX-License-Identifier: GPL-3.0-or-later
// `vaughn reprocess` as far as it goes without a file to read, and the readings that `show` lists.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/builders.h"
#include "cli/page_address.h"
#include "cli/reprocess_options.h"
#include "vaughn/base/error.h"
#include "vaughn/store/reader.h"

namespace vaughn::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::Outcome;
using ::testing::StartsWith;

ReprocessOptions options_of(const std::vector<std::string>& words) {
  const testing::MemoryStreams memory;
  return reprocess_options(testing::parsed("reprocess", words), memory.streams);
}

TEST(ReprocessOptions, CarryEverythingThatWasSaid) {
  const ReprocessOptions options = options_of({"a.pdf:2", "b.pdf", "--failed", "--class", "scan,mixed",
                                               "--class", "blank", "--confidence-below", "0.8", "--dry-run",
                                               "-l", "spa", "-j3", "--fail-on", "leak", "--db", "x.db"});
  EXPECT_THAT(options.sources, ElementsAre("a.pdf:2", "b.pdf"));
  EXPECT_TRUE(options.failed);
  EXPECT_THAT(options.text_sources, ElementsAre("scan", "mixed", "blank"));
  EXPECT_EQ(options.confidence_below, 0.8);
  EXPECT_TRUE(options.dry_run);
  EXPECT_EQ(options.run.reading.languages, "spa");
  EXPECT_EQ(options.run.jobs, 3);
  EXPECT_THAT(options.run.fail_on, ElementsAre(FailOn::kLeak));
  EXPECT_EQ(options.run.database, "x.db");
}

TEST(ReprocessOptions, TellTasksApartByWhatChangesRowsAlone) {
  const std::string task = task_json(options_of({"a \"b\".pdf:2", "--class", "scan"}));
  EXPECT_EQ(task, R"({"sources":["a \"b\".pdf:2"],"failed":false,"class":["scan"],"confidence_below":null,)"
                  R"("languages":"eng","ocr":true,"max_megapixels":100})");
  EXPECT_EQ(task,
            task_json(options_of({"a \"b\".pdf:2", "--class", "scan", "-j9", "--page-timeout", "3", "-q"})));
  for (const char* other : {"--failed", "--confidence-below=0.5", "--no-ocr", "-lspa", "--max-megapixels=5"})
    EXPECT_NE(task, task_json(options_of({"a \"b\".pdf:2", "--class", "scan", other}))) << other;
}

TEST(SourceAddress, TakesPagesFromBehindTheLastColonWhenTheyAreSome) {
  EXPECT_EQ(source_address("a.pdf").source, "a.pdf");
  EXPECT_TRUE(source_address("a.pdf").pages.all());
  EXPECT_EQ(source_address("a:b.pdf:2-3,7").source, "a:b.pdf");
  EXPECT_TRUE(source_address("a:b.pdf:2-3,7").pages.contains(PageNumber(7)));
  EXPECT_FALSE(source_address("a:b.pdf:2-3,7").pages.contains(PageNumber(4)));
  EXPECT_EQ(source_address("re: letter").source, "re: letter");
  EXPECT_EQ(source_address("letter:").source, "letter:");
  EXPECT_THROW(source_address("a.pdf:3-1"), Error);
  EXPECT_THROW(source_address("a.pdf:0"), Error);
}

class ReprocessCommand : public ::testing::Test {
 protected:
  ReprocessCommand() { testing::make_database(database_); }

  Outcome vaughn(std::vector<std::string> words) {
    words.insert(words.end(), {"--db", database_});
    return testing::vaughn(words);
  }
  std::size_t readings_of_page_1() {
    const auto reader = store::Reader::open(database_);
    return reader->readings(reader->sources_named("release/letter.pdf")[0].id, PageIndex(0)).size();
  }

  testing::TemporaryFolder folder_;
  std::string database_ = folder_.path("release.db");
};

TEST_F(ReprocessCommand, RefusesWhatCannotBeMeant) {
  const std::pair<std::vector<std::string>, const char*> cases[] = {
      {{}, "vaughn: nothing says which pages to read again\nGive a SOURCE, --failed, --class or"},
      {{"--dry-run"}, "vaughn: nothing says which pages to read again\n"},
      {{"nowhere.pdf:2"}, "vaughn: no source is called 'nowhere.pdf'\n"},
      {{"letter.pdf"}, "vaughn: 'letter.pdf' names 2 sources\n"},
      {{"release/letter.pdf:3-1"}, "vaughn: 'release/letter.pdf:3-1': "},
      {{"--class", "scans"}, "vaughn: --class cannot be 'scans'\nDid you mean 'scan'?"},
      {{"--confidence-below", "80"},
       "vaughn: --confidence-below cannot be '80'\nIt wants a number above 0 and at most 1: 0.8 stands for "
       "80 %."},
      {{"--confidence-below", "x"}, "vaughn: --confidence-below cannot be 'x'\n"},
      {{"--pages", "3", "--failed"}, "vaughn: 'vaughn reprocess' has no option '--pages'\n"}};
  for (const auto& [options, message] : cases) {
    std::vector<std::string> words = {"reprocess", "--no-ocr"};
    words.insert(words.end(), options.begin(), options.end());
    const Outcome outcome = vaughn(words);
    EXPECT_EQ(outcome.status, 2) << message;
    EXPECT_EQ(outcome.out, "") << message;
    EXPECT_THAT(outcome.err, StartsWith(message));
  }
}

TEST_F(ReprocessCommand, MakesNoDatabaseWhereThereIsNone) {
  const std::string missing = folder_.path("missing.db");
  const Outcome outcome = testing::vaughn({"reprocess", "--no-ocr", "--failed", "--db", missing});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, StartsWith("vaughn: there is no database at "));
  EXPECT_FALSE(std::filesystem::exists(missing));
}

TEST_F(ReprocessCommand, SaysWhenThereIsNothingToDo) {
  const Outcome outcome = vaughn({"reprocess", "--no-ocr", "--class", "photograph"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err, "Nothing to do: no page is chosen by this.\n");
  EXPECT_EQ(vaughn({"reprocess", "--no-ocr", "--class", "photograph", "--fail-on", "problem"}).status, 4);
  EXPECT_EQ(vaughn({"reprocess", "--no-ocr", "--class", "photograph", "-q"}).err, "");
}

TEST_F(ReprocessCommand, NamesFilesThatAreNotThereAndLeavesTheirPages) {
  for (const std::vector<std::string>& dry : {std::vector<std::string>{"--dry-run"}, {}}) {
    std::vector<std::string> words = {"reprocess", "--no-ocr", "release/letter.pdf:1-2", "--progress",
                                      "none"};
    words.insert(words.end(), dry.begin(), dry.end());
    const Outcome outcome = vaughn(words);
    EXPECT_EQ(outcome.status, 3);
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err,
                HasSubstr("release/letter.pdf: the file is not where it was when ingested. Run the command "
                          "from the folder you ingested in, put the file back, or ingest it as new.\n"));
  }
  EXPECT_EQ(readings_of_page_1(), 1u);
  EXPECT_EQ(vaughn({"show", "release/letter.pdf:2"}).status, 0);
}

TEST_F(ReprocessCommand, ShowListsReadingsAndPrintsOne) {
  const auto json =
      nlohmann::json::parse(vaughn({"show", "release/letter.pdf:3", "--readings", "--json"}).out);
  EXPECT_EQ(json.at("readings").size(), 1u);
  EXPECT_EQ(json["readings"][0].at("problem").at("cause"), "the reader crashed on it twice");
  EXPECT_THAT(vaughn({"show", "release/letter.pdf:1", "--readings"}).out,
              StartsWith("release/letter.pdf, page 1 of 4: 1 reading\n"));
  EXPECT_THAT(vaughn({"show", "release/letter.pdf:1", "--reading", "1"}).out,
              HasSubstr("text layer, the current one\n\nPurchase order signed\n"));
}

TEST_F(ReprocessCommand, ShowSaysWhyThereIsNoSuchReading) {
  const std::tuple<std::vector<std::string>, int, const char*> cases[] = {
      {{"show", "release/letter.pdf:1", "--reading", "2"},
       1,
       "vaughn: page 1 of release/letter.pdf has no reading 2\n--readings lists its readings.\n"},
      {{"show", "release/letter.pdf:3", "--reading", "1"},
       1,
       "vaughn: page 3 of release/letter.pdf: reading 1 failed\n--readings lists its readings.\n"},
      {{"show", "release/letter.pdf:4", "--readings"},
       1,
       "vaughn: page 4 of release/letter.pdf has not been read"},
      {{"show", "release/letter.pdf:9", "--readings"}, 1, "vaughn: release/letter.pdf has 4 pages\n"},
      {{"show", "release/letter.pdf:1", "--reading", "x"}, 2, "vaughn: --reading cannot be 'x'\n"},
      {{"show", "release/letter.pdf:1", "--reading", "1", "--json"},
       2,
       "vaughn: --image, --readings, --reading"},
      {{"show", "release/letter.pdf:1", "--readings", "--words"},
       2,
       "vaughn: --image, --readings, --reading"}};
  for (const auto& [words, status, message] : cases) {
    const Outcome outcome = vaughn(words);
    EXPECT_EQ(outcome.status, status) << message;
    EXPECT_EQ(outcome.out, "") << message;
    EXPECT_THAT(outcome.err, StartsWith(message));
  }
}

TEST_F(ReprocessCommand, StatusCountsPagesByTextSource) {
  EXPECT_EQ(vaughn({"status", "--by", "text-source"}).out,
            "Text source   Pages    Share  Confidence  Words a page\n"
            "born-digital      3  100.0 %           -             2\n"
            "Not among them: 1 failed, 1 still to read.\n");
  const auto json = nlohmann::json::parse(vaughn({"status", "--by", "source", "--json"}).out);
  EXPECT_EQ(json.at("rows").size(), 2u);
  EXPECT_EQ(json["rows"][0].at("source"), "release/letter.pdf");
}

}  // namespace
}  // namespace vaughn::cli
