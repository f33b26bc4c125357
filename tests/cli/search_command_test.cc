// SPDX-License-Identifier: GPL-3.0-or-later
// `vaughn search` as a whole: its options, and lists of queries.
#include <gmock/gmock.h>

#include <fstream>

#include "cli/builders.h"
#include "vaughn/base/files.h"
#include "vaughn/store/writer.h"

namespace vaughn::cli {
namespace {

using ::testing::HasSubstr;
using testing::Outcome;
using ::testing::StartsWith;

class SearchCommand : public ::testing::Test {
 protected:
  SearchCommand() { testing::make_database(folder_.path("release.db")); }

  Outcome search(std::vector<std::string> words) {
    words.insert(words.begin(), "search");
    return testing::vaughn(words, {{"VAUGHN_DB", folder_.path("release.db")}});
  }
  std::string file(const std::string& name, const std::string& text) {
    std::ofstream(folder_.path(name)) << text;
    return folder_.path(name);
  }

  testing::TemporaryFolder folder_;
};

TEST_F(SearchCommand, AnswersAListOfQueries) {
  const Outcome outcome = search({"--batch", file("q.csv", "item,query\n1,order\n2,submarine\n"), "--csv"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, HasSubstr("\r\n1,2,order,2,2,"));
  EXPECT_THAT(outcome.out, HasSubstr("\r\n2,3,submarine,0,0,,,\r\n"));
}

TEST_F(SearchCommand, ReportsABadRowOfAListAndGoesOn) {
  const std::string list = file("q.csv", "query\nNEAR(a b, 3)\n\" \"\norder\n");
  const Outcome outcome = search({"--batch", list});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr(list + " line 2: there are more cells (2) than columns (1)"));
  EXPECT_THAT(outcome.err, HasSubstr(list + " line 3: there is no query"));
  EXPECT_THAT(outcome.out, HasSubstr("    2        2  order"));
}

TEST_F(SearchCommand, TakesADepartureInAListAsABadRowWhenStrict) {
  const std::string list = file("q.txt", "order AND\norder\n");
  EXPECT_EQ(search({"--batch", list}).status, 0);
  const Outcome strict = search({"--batch", list, "--strict"});
  EXPECT_EQ(strict.status, 2);
  EXPECT_THAT(strict.out, HasSubstr("not answered"));
  EXPECT_THAT(strict.out, HasSubstr("    2        2  order"));
}

TEST_F(SearchCommand, EndsWithOneWhenNoQueryOfAListFindsAnything) {
  EXPECT_EQ(search({"--batch", file("q.txt", "submarine\n")}).status, 1);
  EXPECT_EQ(search({"--batch", file("q.txt", "")}).status, 1);
}

TEST_F(SearchCommand, WritesTheHitsOfAListIntoANewFile) {
  const std::string list = file("q.txt", "order\npurchase\n"), hits = folder_.path("hits.csv");
  EXPECT_EQ(search({"--batch", list, "--hits-to", hits}).status, 0);
  const std::string text = *read_file(hits);
  EXPECT_THAT(text, StartsWith("line,query,source,page,bates,snippet,score,citation\r\n1,order,"));
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 4);
  const Outcome again = search({"--batch", list, "--hits-to", hits});
  EXPECT_EQ(again.status, 2);
  EXPECT_THAT(again.err, HasSubstr("is there already"));
  EXPECT_EQ(*read_file(hits), text);
}

TEST_F(SearchCommand, RefusesWhatDoesNotGoWithAList) {
  const std::string list = file("q.txt", "order\n");
  for (const std::vector<std::string>& words : {std::vector<std::string>{"order", "--batch", list},
                                                {"--batch", list, "-c"},
                                                {"--batch", list, "-C", "1"},
                                                {"order", "--hits-to", "x.csv"},
                                                {"--batch", folder_.path("none.csv")},
                                                {}})
    EXPECT_EQ(search(words).status, 2) << (words.empty() ? "" : words.front());
}

TEST_F(SearchCommand, FindsOnlyWhatALaterRunReadSinceThen) {
  EXPECT_EQ(search({"order", "-c", "--since-run", "1"}).out, "2\n");
  EXPECT_EQ(search({"order", "-c", "--since-run", "2"}).out, "0\n");
  {
    const auto writer = store::Writer::open(folder_.path("release.db"));
    const store::RunId run = writer->begin_run("test", "{}");
    const store::ReleaseId release = writer->put_release({"later", "", "", ""});
    const store::SourceId source =
        writer->put_source(release, run, {"later.pdf", std::string(64, '9'), 1, SourceFormat::kPdf}).id;
    writer->put_description(source, {1, {}});
    PageReading page;
    page.text = "another order";
    writer->put_page(source, run, {}, page);
    writer->commit();
  }
  EXPECT_EQ(search({"order", "--since-run", "2", "-l"}).out, "later.pdf\n");
  EXPECT_EQ(search({"order", "-c"}).out, "3\n");
}

TEST_F(SearchCommand, EndsWhateverIsAsked) {
  std::string beginnings = "a*", words = "order", deep = std::string(3'000, '(') + "order";
  for (char c = 'b'; c <= 'z'; ++c) beginnings += std::string(" OR ") + c + "*";
  for (int i = 0; i < 10'000; ++i) words += " OR w" + std::to_string(i);
  EXPECT_EQ(search({beginnings, "-c"}).out, "3\n");
  EXPECT_EQ(search({words, "-c"}).out, "2\n");
  EXPECT_EQ(search({deep, "-c"}).out, "2\n");
  EXPECT_EQ(search({"order /(a+)+(a|aa)*$/", "-c"}).status, 1);
}

TEST_F(SearchCommand, TakesAnyTimeAsATime) {
  EXPECT_EQ(search({"order", "--timeout", "1e300"}).status, 0);
  EXPECT_EQ(search({"order", "--timeout", "0"}).status, 2);
}

TEST_F(SearchCommand, GivesAdviceOnlyWhereLittleIsFound) {
  EXPECT_THAT(search({"0rder"}).err, HasSubstr("\"0rder\" stands on no page. Like it: order (2)."));
  EXPECT_EQ(search({"order"}).err, "");
  EXPECT_EQ(search({"0rder~", "--fuzzy", "never"}).status, 0);
  EXPECT_EQ(search({"order", "--stem", "--fuzzy", "always"}).status, 2);
}

TEST_F(SearchCommand, SaysWhenItTookTooLong) {
  std::string words = "order";
  for (int i = 0; i < 5'000; ++i) words += " OR NEAR(w" + std::to_string(i) + "* order, 3)";
  const Outcome outcome = search({words, "--timeout", "0.000001"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("took longer than the time it was given"));
}

TEST_F(SearchCommand, ShowsLinesAboutHits) {
  const Outcome outcome = search({"signed", "-C", "0"});
  EXPECT_EQ(outcome.out, "release/letter.pdf\n  page 1\n    Purchase order [signed]\n");
  EXPECT_THAT(search({"signed", "-C", "0", "--json"}).out,
              HasSubstr(R"("context": "Purchase order signed")"));
  EXPECT_EQ(search({"signed", "-C", "0", "--format", "{context}"}).out, "Purchase order signed\n");
}

TEST_F(SearchCommand, SaysWhichWordsItFound) {
  const Outcome stems = search({"ordering", "--stem", "-c"});
  EXPECT_EQ(stems.out, "2\n");
  EXPECT_THAT(stems.err, HasSubstr("ordering found order (2)."));
  const Outcome fuzzy = search({"purchase~", "--json"});
  EXPECT_THAT(fuzzy.out, HasSubstr(R"("asked": "purchase~")"));
  EXPECT_THAT(fuzzy.out, HasSubstr(R"("word": "purchase")"));
}

TEST_F(SearchCommand, SaysThatThereAreNoRecordsYet) {
  for (const std::vector<std::string>& asked :
       {std::vector<std::string>{"order", "--sort", "date"}, {"type:email order"}, {"order OR date:2030"}})
    EXPECT_THAT(search(asked).err, HasSubstr("No records were derived in this database yet"))
        << asked.front();
  EXPECT_THAT(search({"order"}).err, ::testing::Not(HasSubstr("No records")));
}

}  // namespace
}  // namespace vaughn::cli
