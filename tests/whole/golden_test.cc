// SPDX-License-Identifier: GPL-3.0-or-later
// What each command prints about the samples, byte for byte: golden/ holds what is expected, and its README
// says how to make it again when a change of output is meant.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "support/temporary_folder.h"
#include "vaughn/base/files.h"
#include "whole/sample_release.h"

namespace vaughn::whole {
namespace {

using ::testing::ContainsRegex;
using ::testing::StartsWith;

// Pages whose text and codes are the file's own, so that no recognition, which depends on Tesseract's version
// and on the processor, has a part in what is expected. The rest stays to be read, and the status says so.
class GoldenDatabase {
 public:
  GoldenDatabase()
      : outcome_(run_vaughn({"ingest", "release", "--include", "*.pdf", "--pages", "1-3,9,18", "-q"},
                            samples_folder(), {variable()})) {}
  const Outcome& outcome() const { return outcome_; }
  std::string variable() const { return "VAUGHN_DB=" + (folder_.path() / "golden.db").string(); }

 private:
  TemporaryFolder folder_;
  Outcome outcome_;
};

const GoldenDatabase& database() {
  static const GoldenDatabase made;
  return made;
}

enum class Where { kFile, kTerminal };

struct Case {
  std::string name;  // of the file in golden/
  std::vector<std::string> words;
  Where where = Where::kFile;
  int status = 0;
  std::string err{};
};

void PrintTo(const Case& one, std::ostream* stream) {
  *stream << "vaughn";
  for (const std::string& word : one.words) *stream << ' ' << word;
}

Outcome run(const Case& one) {
  const auto run_there = one.where == Where::kTerminal ? run_vaughn_on_terminal : run_vaughn;
  return run_there(one.words, samples_folder(), {database().variable()});
}

class Golden : public testing::TestWithParam<Case> {};

TEST_P(Golden, OutputIsAsCommitted) {
  ASSERT_EQ(database().outcome().status, 0) << database().outcome().err;
  const auto file = std::filesystem::path(VAUGHN_SOURCE_DIR) / "tests/whole/golden" / GetParam().name;
  const Outcome outcome = run(GetParam());
  EXPECT_EQ(outcome.err, GetParam().err);
  EXPECT_EQ(outcome.status, GetParam().status);
  if (std::getenv("VAUGHN_UPDATE_GOLDEN") != nullptr) {
    write_file(file, outcome.out);
    GTEST_SKIP() << "written: " << file;
  }
  const Result<std::string> expected = read_file(file);
  ASSERT_TRUE(expected.ok()) << "no " << file << "; its README says how it is made";
  EXPECT_EQ(outcome.out, *expected);
}

std::vector<Case> cases() {
  return {
      {.name = "help.txt", .words = {"help"}},
      {.name = "search.txt", .words = {"search", "trial account", "-n", "4"}},
      {.name = "search-terminal.txt",
       .words = {"search", "trial account", "-n", "4"},
       .where = Where::kTerminal},
      {.name = "search-beside-code.txt", .words = {"search", "headquarters exemption:b6"}},
      {.name = "search.json", .words = {"search", "purchase order", "-n", "2", "--json"}},
      {.name = "search.jsonl", .words = {"search", "\"facial recognition\" source:letter", "--jsonl"}},
      {.name = "search.csv", .words = {"search", "\"privacy threshold analysis\"", "--csv"}},
      {.name = "search-nothing.txt",
       .words = {"search", "helicopter"},
       .status = 1,
       .err = "Nothing found.\n"},
      {.name = "search-nothing.json",
       .words = {"search", "helicopter", "--json"},
       .status = 1,
       .err = "Nothing found.\n"},
      {.name = "show.txt", .words = {"show", "02-production-1.pdf:3"}},
      {.name = "show-terminal.txt", .words = {"show", "03-account-list.pdf:1"}, .where = Where::kTerminal},
      {.name = "show-words.txt", .words = {"show", "02-production-1.pdf:9", "--words"}},
      {.name = "show.json", .words = {"show", "03-account-list.pdf:1", "--json"}},
      {.name = "redactions.txt", .words = {"redactions"}},
      {.name = "redactions-terminal.txt", .words = {"redactions"}, .where = Where::kTerminal},
      {.name = "redactions.csv", .words = {"redactions", "--csv"}},
      {.name = "redactions-filtered.jsonl",
       .words = {"redactions", "--exemption", "b7e", "--kind", "solid", "--jsonl"}},
      {.name = "redactions-by-exemption.txt", .words = {"redactions", "--by", "exemption"}},
      {.name = "redactions-by-exemption.csv", .words = {"redactions", "--by", "exemption", "--csv"}},
      {.name = "redactions-by-page.txt", .words = {"redactions", "--by", "page"}},
      {.name = "redactions-by-page-terminal.txt",
       .words = {"redactions", "--by", "page"},
       .where = Where::kTerminal},
      {.name = "records.txt", .words = {"records"}},
      {.name = "records-terminal.txt", .words = {"records"}, .where = Where::kTerminal},
      {.name = "records.jsonl", .words = {"records", "--source", "02-production", "--jsonl"}},
      {.name = "audit.txt", .words = {"audit"}},
      {.name = "audit-terminal.txt", .words = {"audit"}, .where = Where::kTerminal},
      {.name = "audit.json", .words = {"audit", "--json"}},
      {.name = "audit.md", .words = {"audit", "--markdown"}},
      {.name = "vaughn-index.csv", .words = {"report", "vaughn-index", "--csv"}},
      {.name = "vaughn-index.md", .words = {"report", "vaughn-index", "--markdown"}},
      {.name = "vaughn-index.html", .words = {"report", "vaughn-index", "--html"}},
      {.name = "vaughn-index-redactions.csv",
       .words = {"report", "vaughn-index", "--per", "redaction", "--csv"}},
      {.name = "redactions-by-release.csv", .words = {"redactions", "--by", "release", "--csv"}},
      {.name = "redactions-by-source.txt", .words = {"redactions", "--by", "source"}},
      {.name = "redactions-by-source.json", .words = {"redactions", "--by", "source", "--json"}},
      {.name = "report-exemptions.txt", .words = {"report", "exemptions"}},
      {.name = "report-exemptions-terminal.txt",
       .words = {"report", "exemptions", "--by", "source"},
       .where = Where::kTerminal},
      {.name = "report-exemptions.csv", .words = {"report", "exemptions", "--by", "month", "--csv"}},
      {.name = "status.txt", .words = {"status"}},
      {.name = "status-terminal.txt", .words = {"status"}, .where = Where::kTerminal},
      {.name = "status-by-text-source.txt", .words = {"status", "--by", "text-source"}},
      {.name = "status-by-source-terminal.txt",
       .words = {"status", "--by", "source"},
       .where = Where::kTerminal},
      {.name = "status-by-release.json", .words = {"status", "--by", "release", "--json"}},
      {.name = "reprocess-dry-run.txt",
       .words = {"reprocess", "--no-ocr", "02-production-1.pdf:1-9", "--class", "born-digital", "--dry-run"},
       .err = "4 pages of 1 file would be read again.\n"},
      {.name = "status.json", .words = {"status", "--json"}},
  };
}

std::string test_name(const testing::TestParamInfo<Case>& info) {
  std::string name = info.param.name;
  for (char& c : name) {
    if (c == '-' || c == '.') c = '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Commands, Golden, testing::ValuesIn(cases()), test_name);

TEST(GoldenShape, DoctorListsEachPartWithItsVersion) {
  const Outcome outcome = run_vaughn({"doctor"}, samples_folder());
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_THAT(outcome.out, ContainsRegex("^Part +Version +State\n"));
  for (const char* part : {"vaughn", "Poppler", "Tesseract", "Leptonica", "SQLite"}) {
    EXPECT_THAT(outcome.out, ContainsRegex(std::string("\n") + part + " +[0-9]+\\.[0-9.]+[^ ]* +ok\n"));
  }
  EXPECT_THAT(outcome.out, ContainsRegex("\nlanguage eng +ok\n"));
}

TEST(GoldenShape, AMistypedCommandIsAnErrorWithAProposal) {
  const Outcome outcome = run_vaughn({"redaction"}, samples_folder());
  EXPECT_EQ(outcome.status, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err,
            "vaughn: there is no command 'redaction'\n"
            "Did you mean 'redactions'? 'vaughn help' lists the commands.\n");
}

TEST(GoldenShape, APageThatIsNotThereIsNotFound) {
  const Outcome outcome =
      run_vaughn({"show", "03-account-list.pdf:7"}, samples_folder(), {database().variable()});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, StartsWith("vaughn: "));
}

}  // namespace
}  // namespace vaughn::whole
