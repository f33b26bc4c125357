// SPDX-License-Identifier: GPL-3.0-or-later
// `vaughn check` as a script runs it, and that what is hidden comes out of nothing but --reveal.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "support/database_dump.h"
#include "support/pdf_builder.h"
#include "support/temporary_folder.h"
#include "vaughn/base/files.h"
#include "whole/program.h"

namespace vaughn::whole {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr const char* kName = "Wilhelmina";

std::string prose() {
  return PdfBuilder::text(72, 660, "who asked the inspector not to be named in any report of the bureau");
}
std::string leaking() {
  PdfBuilder builder;
  builder.object("<< /Title (Interview of Wilhelmina Sample) >>")
      .trailer("/Info 4 0 R")
      .page(PdfBuilder::text(72, 700, "The source was Wilhelmina Sample of Springfield") +
            PdfBuilder::box(152, 697, 110, 14) + prose());
  return builder.build();
}
std::string clean() {
  return PdfBuilder().page(PdfBuilder::text(72, 700, "The source was") + prose()).build();
}

class Check : public testing::Test {
 protected:
  Check() {
    folder_.put("in/leaking.pdf", leaking());
    folder_.put("in/clean.pdf", clean());
  }
  Outcome check(std::vector<std::string> words) {
    words.insert(words.begin(), "check");
    return run_vaughn(words, folder_.path());
  }
  static int mode_of(const std::filesystem::path& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? static_cast<int>(status.st_mode & 0777) : -1;
  }

  TemporaryFolder folder_;
};

TEST_F(Check, SaysWhereByWhatAndHowMuch) {
  const Outcome outcome = check({"in"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.out,
            "in/leaking.pdf\n"
            "  Page  Class  What                            Chars  Box\n"
            "     1  leak   text under a box                   16  160,83 263,94\n"
            "     1  leak   said in document information 1     16  160,83 263,94\n"
            "\n"
            "2 files, 2 pages: 2 leaks of 32 characters.\n");
}

TEST_F(Check, FindsNothingWhereThereIsNothing) {
  const Outcome outcome = check({"in/clean.pdf", "--fail-on", "leak,hidden-text"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.out, "1 file, 1 page: nothing found.\n");
}

TEST_F(Check, EndsWithFourWhenAConditionHolds) {
  EXPECT_EQ(check({"in", "--fail-on", "leak"}).status, 4);
  EXPECT_EQ(check({"in", "--fail-on", "hidden-text"}).status, 0);
  EXPECT_EQ(check({"in", "--fail-on", "hidden-text", "--fail-on", "unlabelled,leak"}).status, 4);
}

TEST_F(Check, EndsWithThreeWhenAFileCannotBeReadUnlessAConditionHolds) {
  folder_.put("in/broken.pdf", "%PDF-1.4 rubbish");
  const Outcome outcome = check({"in"});
  EXPECT_EQ(outcome.status, 3);
  EXPECT_THAT(outcome.err, StartsWith("in/broken.pdf: the PDF cannot be opened"));
  EXPECT_THAT(outcome.out, HasSubstr("; 1 could not be read.\n"));
  EXPECT_EQ(check({"in", "--fail-on", "leak"}).status, 4);
  EXPECT_EQ(check({"in/broken.pdf", "--fail-on", "leak"}).status, 3);
  EXPECT_EQ(check({"in/broken.pdf", "--fail-on", "problem"}).status, 4);
}

TEST_F(Check, WantsFilesOrADatabase) {
  for (const auto& words : std::vector<std::vector<std::string>>{
           {}, {"in", "--db", "x.db"}, {"--db", "x.db", "--reveal", "y"}, {"--db", "missing.db"}})
    EXPECT_EQ(check(words).status, 2);
}

TEST_F(Check, PrintsTheSameForPrograms) {
  const json document = json::parse(check({"in", "--json"}).out);
  EXPECT_EQ(document.at("schema"), "vaughn.findings/1");
  EXPECT_EQ(document.at("pages"), 2);
  ASSERT_EQ(document.at("findings").size(), 2u);
  const json& first = document.at("findings").at(0);
  EXPECT_EQ(first.at("source"), "in/leaking.pdf");
  EXPECT_EQ(first.at("type"), "TEXT_UNDER_RECTANGLE");
  EXPECT_EQ(first.at("class"), "leak");
  EXPECT_EQ(first.at("characters"), 16);
  EXPECT_TRUE(first.at("found_in").is_null());
  EXPECT_EQ(document.at("findings").at(1).at("found_in"), "document information 1");
  EXPECT_EQ(json::parse(check({"in/leaking.pdf", "--jsonl", "--class", "leak"})
                            .out.substr(0, check({"in/leaking.pdf", "--jsonl"}).out.find('\n'))),
            first);
  EXPECT_THAT(check({"in", "--csv"}).out,
              StartsWith("source,page,bates,class,type,characters,found_in,x0,y0,x1,y1,sha256,release\r\n"
                         "in/leaking.pdf,1,,leak,TEXT_UNDER_RECTANGLE,16,,"));
}

TEST_F(Check, PrintsWhatADatabaseHolds) {
  ASSERT_EQ(run_vaughn({"ingest", "in", "--db", "r.db", "--no-ocr", "-q"}, folder_.path()).status, 0);
  const Outcome outcome = check({"--db", "r.db", "--fail-on", "leak"});
  EXPECT_EQ(outcome.status, 4);
  EXPECT_THAT(outcome.out, HasSubstr("in/leaking.pdf\n"));
  EXPECT_THAT(outcome.out, HasSubstr("2 files, 2 pages: 2 leaks of 32 characters.\n"));
}

TEST_F(Check, NothingButRevealLetsTheTextOut) {
  std::string everything;
  for (const auto& words :
       std::vector<std::vector<std::string>>{{"check", "in"},
                                             {"check", "in", "--json"},
                                             {"check", "in", "--csv"},
                                             {"inspect", "in", "--no-ocr", "--words"},
                                             {"ingest", "in", "--db", "r.db", "--no-ocr"},
                                             {"check", "--db", "r.db", "--jsonl"},
                                             {"search", kName, "--db", "r.db"},
                                             {"show", "in/leaking.pdf:1", "--db", "r.db", "--words"},
                                             {"redactions", "--db", "r.db", "--jsonl"},
                                             {"status", "--db", "r.db", "--json"}}) {
    const Outcome outcome = run_vaughn(words, folder_.path());
    everything += outcome.out + outcome.err;
  }
  everything += DatabaseView(folder_.path() / "r.db").dump();
  EXPECT_THAT(everything, HasSubstr("TEXT_UNDER_RECTANGLE"));
  EXPECT_THAT(everything, Not(HasSubstr(kName)));
  EXPECT_THAT(everything, Not(HasSubstr("wilhelmina")));
  EXPECT_THAT(read_file(folder_.path() / "r.db").value(), Not(HasSubstr(kName)));
}

TEST_F(Check, RevealWritesANewFileForItsOwnerAlone) {
  const Outcome outcome = check({"in", "--reveal", "hidden.jsonl"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.err, HasSubstr("2 findings was written to hidden.jsonl"));
  EXPECT_THAT(outcome.err, HasSubstr("ask counsel"));
  EXPECT_THAT(outcome.out + outcome.err, Not(HasSubstr(kName)));
  EXPECT_EQ(mode_of(folder_.path() / "hidden.jsonl"), 0600);
  const std::string text = read_file(folder_.path() / "hidden.jsonl").value();
  const json first = json::parse(text.substr(0, text.find('\n')));
  EXPECT_EQ(first.at("schema"), "vaughn.revealed/1");
  EXPECT_EQ(first.at("text"), "Wilhelmina Sample");
  EXPECT_EQ(first.at("source"), "in/leaking.pdf");
}

TEST_F(Check, RevealOverwritesNothingAndFollowsNoLink) {
  folder_.put("kept", "as it was");
  std::filesystem::create_symlink("kept", folder_.path() / "link");
  std::filesystem::create_symlink("nowhere", folder_.path() / "dangling");
  for (const char* name : {"kept", "link", "dangling"}) {
    const Outcome outcome = check({"in", "--reveal", name});
    EXPECT_EQ(outcome.status, 2) << name;
    EXPECT_EQ(outcome.out, "") << name;
  }
  EXPECT_EQ(read_file(folder_.path() / "kept").value(), "as it was");
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "nowhere"));
}

TEST_F(Check, RevealMakesNoFileWhereNothingIsHidden) {
  const Outcome outcome = check({"in/clean.pdf", "--reveal", "hidden.jsonl"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "hidden.jsonl"));
  EXPECT_EQ(check({"in", "--reveal", "no/such/folder"}).status, 2);
}

TEST_F(Check, DoesNotPassWhenNothingWasLookedAt) {
  std::filesystem::create_directory(folder_.path() / "empty");
  for (const auto& words : std::vector<std::vector<std::string>>{
           {"empty"}, {"missing.pdf"}, {"missing.pdf", "empty"}, {"in/clean.pdf", "--pages", "9"}}) {
    const Outcome outcome = check(words);
    EXPECT_EQ(outcome.status, 2) << words.front();
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err, HasSubstr("vaughn: nothing was looked at"));
  }
  EXPECT_EQ(json::parse(check({"empty", "--json"}).out).at("pages"), 0);
  EXPECT_EQ(check({"missing.pdf", "in/clean.pdf"}).status, 3);
}

// Files of the x-ray project, kept beside the source tree, with what it expects of them.
TEST_F(Check, FindsWhatIsHiddenInTheFilesOfXRayAndNothingInTheOthers) {
  const std::filesystem::path data =
      std::filesystem::path(VAUGHN_SOURCE_DIR).parent_path() / "shared/data/xray";
  if (!std::filesystem::exists(data / "expected.json")) GTEST_SKIP() << data << " is not there";
  const json expected = json::parse(read_file(data / "expected.json").value());
  const json found = json::parse(check({data.string(), "--json"}).out);
  for (const auto& [file, truth] : expected.items()) {
    std::map<std::string, std::vector<json>> by_page;
    for (const json& finding : found.at("findings"))
      if (finding.at("source") == (data / file).string() && finding.at("class") == "leak")
        by_page[std::to_string(finding.at("page").get<int>())].push_back(finding.at("box"));
    EXPECT_EQ(by_page.size(), truth.at("expected").size()) << file;
    for (const auto& [page, boxes] : truth.at("expected").items()) {
      EXPECT_EQ(by_page[page].size(), boxes.size()) << file;
      for (const json& wanted : boxes) {
        const json& box = wanted.at("bbox");
        const bool met = std::any_of(by_page[page].begin(), by_page[page].end(), [&](const json& got) {
          return got[0] < box[2] && box[0] < got[2] && got[1] < box[3] && box[1] < got[3];
        });
        EXPECT_TRUE(met) << file << " " << box;
      }
    }
  }
}

}  // namespace
}  // namespace vaughn::whole
