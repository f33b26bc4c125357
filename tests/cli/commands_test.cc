// SPDX-License-Identifier: GPL-3.0-or-later
// The reading commands on a small database.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/builders.h"
#include "vaughn/base/sha256.h"
#include "vaughn/base/strings.h"

namespace vaughn::cli {
namespace {

using ::testing::HasSubstr;
using testing::Outcome;
using ::testing::StartsWith;

class Commands : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<testing::TemporaryFolder>();
    testing::make_database(folder_->path("release.db"));
  }
  static void TearDownTestSuite() { folder_.reset(); }

  Outcome vaughn(const std::vector<std::string>& words) {
    return testing::vaughn(words, {{"VAUGHN_DB", folder_->path("release.db")}});
  }

 private:
  static inline std::unique_ptr<testing::TemporaryFolder> folder_;
};

TEST_F(Commands, SearchPrintsHitsAndEndsWithZero) {
  const Outcome outcome = vaughn({"search", "purchase"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_THAT(outcome.out, StartsWith("release/letter.pdf\n  page 1\n    [Purchase] order signed\n"));
}

TEST_F(Commands, SearchEndsWithOneWhenThereIsNothing) {
  const Outcome outcome = vaughn({"search", "submarine"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(outcome.out + outcome.err, "");
}

TEST_F(Commands, SearchStopsAtTheLimit) {
  const auto lines = [&](const char* limit) {
    return split(vaughn({"search", "order", "--jsonl", "-n", limit}).out, '\n').size() - 1;
  };
  EXPECT_EQ(lines("1"), 1u);
  EXPECT_EQ(lines("0"), 2u);
}

TEST_F(Commands, ShowPrintsAPageWithItsMarkers) {
  const Outcome outcome = vaughn({"show", "release/letter.pdf:2"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, StartsWith("release/letter.pdf, page 2 of 4: born-digital; 2 redactions\n\n"));
  EXPECT_THAT(outcome.out, HasSubstr("⟦(b)(6) ~14⟧"));
}

TEST_F(Commands, ShowKnowsASourceByTheStartOfItsDigest) {
  EXPECT_EQ(vaughn({"show", sha256_hex("other/letter.pdf").substr(0, 8) + ":1"}).status, 0);
}

TEST_F(Commands, ShowAsksWhichOfSeveralSourcesIsMeant) {
  const Outcome outcome = vaughn({"show", "letter.pdf:1"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, StartsWith("vaughn: 'letter.pdf' names 2 sources\nIt may mean:\n"));
  EXPECT_THAT(outcome.err, HasSubstr("  other/letter.pdf  ("));
}

TEST_F(Commands, ShowSaysWhyAPageIsNotThere) {
  const std::pair<const char*, const char*> cases[] = {
      {"nowhere.pdf:1", "vaughn: no source is called 'nowhere.pdf'\n"},
      {"release/letter.pdf:9", "vaughn: release/letter.pdf has 4 pages\n"},
      {"release/letter.pdf:3",
       "vaughn: page 3 of release/letter.pdf could not be read: the reader crashed on it twice\n"},
      {"release/letter.pdf:4", "vaughn: page 4 of release/letter.pdf has not been read yet;"},
      {"release/empty.pdf:1", "vaughn: release/empty.pdf could not be read: the file is empty\n"},
  };
  for (const auto& [address, message] : cases) {
    const Outcome outcome = vaughn({"show", address});
    EXPECT_EQ(outcome.status, 1) << address;
    EXPECT_EQ(outcome.out, "") << address;
    EXPECT_THAT(outcome.err, StartsWith(message));
  }
}

TEST_F(Commands, ShowPrintsTheLineOfInspect) {
  const auto json = nlohmann::json::parse(vaughn({"show", "other/letter.pdf:1", "--json", "--words"}).out);
  EXPECT_EQ(json.at("schema"), "vaughn.page/1");
  EXPECT_EQ(json.at("words").size(), 2u);
}

TEST_F(Commands, ShowDrawsOrPrintsButNotBoth) {
  EXPECT_EQ(vaughn({"show", "other/letter.pdf:1", "--json", "--image", "x.png"}).status, 2);
}

TEST_F(Commands, RedactionsCountUncertainCodesApart) {
  const Outcome outcome = vaughn({"redactions", "--by", "exemption", "--csv"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, HasSubstr("\r\n(b)(4),0,1,1,1,14\r\n"));
  EXPECT_THAT(outcome.out, HasSubstr("\r\n(b)(6),1,0,1,1,14\r\n"));
}

TEST_F(Commands, StatusPrintsOneDocument) {
  const Outcome outcome = vaughn({"status", "--json"});
  EXPECT_EQ(outcome.status, 0);
  const auto json = nlohmann::json::parse(outcome.out);
  EXPECT_EQ(json.at("sources").size(), 3u);
  EXPECT_EQ(json.at("pages").at("failed"), 1);
  EXPECT_EQ(json.at("pages").at("pending"), 1);
}

TEST_F(Commands, StatusTellsAPersonWhatToDoNext) {
  EXPECT_THAT(vaughn({"status"}).out,
              HasSubstr("Running 'vaughn ingest' on the same files does what is still to do.\n"));
}

}  // namespace
}  // namespace vaughn::cli
