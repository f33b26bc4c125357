// SPDX-License-Identifier: GPL-3.0-or-later
// The reading commands on a small database.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <tuple>

#include "cli/builders.h"
#include "vaughn/base/files.h"
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

  static std::string in_folder(const std::string& name) { return folder_->path(name); }

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
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err, "Nothing found.\n");
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

TEST_F(Commands, ShowDrawsOverNothingButAPicture) {
  const std::string text = in_folder("notes.txt"), picture = in_folder("old.png");
  write_file(text, "my notes");
  write_file(picture, "\x89PNG\r\n\x1a\n and so on");
  std::filesystem::create_hard_link(in_folder("release.db"), in_folder("another.png"));
  const std::pair<std::string, const char*> cases[] = {
      {text, "it is there already and is no PNG picture\nName a new file"},
      {in_folder("release.db"), ", which the picture would replace\n"},
      {in_folder("another.png"), "release.db, which the picture would replace\n"},
      {in_folder(""), "no PNG picture\n"},
      {picture, "release/letter.pdf is not where it was when ingested\nRun the command from the folder"}};
  for (const auto& [file, message] : cases) {
    const Outcome outcome = vaughn({"show", "release/letter.pdf:2", "--image", file});
    EXPECT_EQ(outcome.status, 2) << file;
    EXPECT_THAT(outcome.err, HasSubstr(message)) << file;
  }
  EXPECT_EQ(read_file(text).value(), "my notes");
}

TEST_F(Commands, RedactionsCountUncertainCodesApart) {
  const Outcome outcome = vaughn({"redactions", "--by", "exemption", "--csv"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, HasSubstr("\r\n(b)(4),0,1,1,1,14\r\n"));
  EXPECT_THAT(outcome.out, HasSubstr("\r\n(b)(6),1,0,1,1,14\r\n"));
}

TEST_F(Commands, RedactionsAreFoundByAnySpellingOfACode) {
  for (const char* spelling : {"b6", "(b)(6)", "6", "Ex. 6", "B(6)"}) {
    const Outcome outcome = vaughn({"redactions", "--exemption", spelling, "--by", "exemption", "--csv"});
    EXPECT_EQ(outcome.status, 0) << spelling;
    EXPECT_THAT(outcome.out, HasSubstr("\r\n(b)(6),1,0,1,1,14\r\n")) << spelling;
  }
}

TEST_F(Commands, RedactionsOfAnotherKindAreNone) {
  const Outcome none = vaughn({"redactions", "--exemption", "b6", "--kind", "patch,region"});
  EXPECT_EQ(none.status, 1);
  EXPECT_EQ(none.out, "");
  EXPECT_EQ(none.err, "No redaction meets this.\n");
  EXPECT_EQ(vaughn({"redactions", "--exemption", "b6", "--kind", "patch,solid"}).status, 0);
}

TEST_F(Commands, RedactionsRefuseWhatCannotBeMeant) {
  const std::pair<std::vector<std::string>, const char*> cases[] = {
      {{"--exemption", "b77"},
       "vaughn: --exemption cannot be 'b77': no such code is known\nDid you mean '(b)(7)'"},
      {{"--kind", "sold"}, "vaughn: --kind cannot be 'sold'\nDid you mean 'solid'?"},
      {{"--source", "lettr.pdf"}, "vaughn: no source is called 'lettr.pdf'\nDid you mean 'letter.pdf'?"},
      {{"--release", "First producton"},
       "vaughn: no release is called 'First producton'\nDid you mean 'First production'?"},
      {{"--unlabelled", "--uncertain"}, "vaughn: --unlabelled and --uncertain exclude each other\n"},
      {{"--unlabelled", "--exemption", "b6"}, "vaughn: --unlabelled and --exemption exclude each other\n"},
      {{"--by", "record"}, "vaughn: --by record is not offered here\n"},
      {{"--bom"}, "vaughn: --bom belongs to --csv\n"},
  };
  for (const auto& [options, message] : cases) {
    std::vector<std::string> words = {"redactions"};
    words.insert(words.end(), options.begin(), options.end());
    const Outcome outcome = vaughn(words);
    EXPECT_EQ(outcome.status, 2) << message;
    EXPECT_EQ(outcome.out, "") << message;
    EXPECT_THAT(outcome.err, StartsWith(message));
  }
}

TEST_F(Commands, CsvBeginsWithAByteOrderMarkWhenAskedTo) {
  EXPECT_THAT(vaughn({"redactions", "--csv", "--bom"}).out, StartsWith("\xEF\xBB\xBF"
                                                                       "release,source,"));
  EXPECT_THAT(vaughn({"search", "order", "--csv", "--bom"}).out, StartsWith("\xEF\xBB\xBF"
                                                                            "source,page,"));
  EXPECT_THAT(vaughn({"report", "exemptions", "--csv", "--bom"}).out, StartsWith("\xEF\xBB\xBF"
                                                                                 "code,label,"));
}

TEST_F(Commands, ReportCountsExemptionsOnceARequest) {
  const Outcome outcome = vaughn({"report", "exemptions", "--json"});
  EXPECT_EQ(outcome.status, 0);
  const auto json = nlohmann::json::parse(outcome.out);
  ASSERT_EQ(json.at("rows").size(), 2u);
  EXPECT_EQ(json["rows"][0].at("code"), "(b)(4)");
  EXPECT_EQ(json["rows"][0].at("requests_uncertain"), 1);
  EXPECT_EQ(json["rows"][1].at("label"), "Ex. 6");
  EXPECT_EQ(json["rows"][1].at("requests"), 1);
}

TEST(Report, CountsPrivilegesStatutesAndNumbersUnderTheirExemption) {
  const testing::TemporaryFolder folder;
  testing::make_database_of_codes(folder.path("codes.db"),
                                  {"(b)(5)", "(b)(5)-DPP", "(b)(5)-AC", "(b)(3)", "(b)(3):50 USC 3024(i)",
                                   "(b)(3):FRCrP 6(e)", "(b)(7)(E)", "(b)(7)(E)-1,2", "PA(k)(2)"});
  const auto rows = [&](std::vector<std::string> words) {
    words.insert(words.begin(), {"report", "exemptions", "--json", "--db", folder.path("codes.db")});
    return nlohmann::json::parse(testing::vaughn(words).out).at("rows");
  };
  const std::tuple<const char*, const char*, int> expected[] = {{"(b)(3)", "Ex. 3", 3},
                                                                {"(b)(5)", "Ex. 5", 3},
                                                                {"(b)(7)(E)", "Ex. 7(E)", 2},
                                                                {"PA(k)(2)", "PA(k)(2)", 1}};
  const nlohmann::json whole = rows({});
  ASSERT_EQ(whole.size(), std::size(expected));
  for (std::size_t i = 0; i < whole.size(); ++i) {
    const auto& [code, label, redactions] = expected[i];
    EXPECT_EQ(whole[i].at("code"), code);
    EXPECT_EQ(whole[i].at("label"), label);
    EXPECT_EQ(whole[i].at("redactions"), redactions);
    EXPECT_EQ(whole[i].at("requests"), 1);
  }
  EXPECT_EQ(rows({"--sub-codes"}).size(), 9u);
}

TEST_F(Commands, ReportHasNoOtherSubjects) {
  const Outcome outcome = vaughn({"report", "exemption"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("Did you mean 'exemptions'?"));
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
