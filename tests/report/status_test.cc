// SPDX-License-Identifier: GPL-3.0-or-later
// The contract of docs/formats/status.md.
#include "vaughn/report/status.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "report/builders.h"

namespace vaughn::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using testing::plain;
using testing::printed;

store::SourceRow source(const std::string& path, int pages, const std::string& state) {
  store::SourceRow row;
  row.path = path;
  row.sha256 = "3fa9";
  row.format = "pdf";
  row.page_count = pages;
  row.pages_read = pages;
  row.state = state;
  return row;
}

Status a_status() {
  Status status;
  store::SourceRow locked = source("b.pdf", 0, "failed");
  locked.problem =
      Problem{ProblemKind::kPasswordNeeded, "a password is needed", "Give it with --password-file."};
  status.summary.sources = {source("a.pdf", 1203, "done"), locked};
  status.summary.pages_total = 1203;
  status.summary.pages_read = 1200;
  status.summary.pages_failed = 3;
  status.summary.pages_by_text_source = {{"born-digital", 200}, {"scan", 1000}};
  status.summary.redactions_total = 2;
  status.summary.redactions_labelled = 1;
  status.summary.redactions_unlabelled = 1;
  status.summary.redactions_by_code = {{"(b)(6)", 1}};
  status.summary.findings_by_type = {{"TEXT_UNDER_RECTANGLE", 1}};
  status.problems = {{"b.pdf", 0, *locked.problem},
                     {"a.pdf", 7, {ProblemKind::kTimedOut, "it took too long", ""}}};
  return status;
}

std::string shown(const Status& status) {
  return printed([&](std::ostream& out) { print_status(status, plain(), out); });
}

nlohmann::ordered_json as_json(const Status& status) {
  return nlohmann::ordered_json::parse(printed([&](std::ostream& out) { print_status_json(status, out); }));
}

TEST(Status, TellsSourcesPagesRedactionsAndProblems) {
  EXPECT_EQ(shown(a_status()),
            "2 sources, 1 done, 1 failed\n"
            "  Source  Pages  State   Cause\n"
            "  a.pdf   1,203  done\n"
            "  b.pdf       0  failed  a password is needed\n"
            "\n"
            "1,203 pages, 1,200 read, 3 failed\n"
            "  Text source   Count\n"
            "  scan          1,000\n"
            "  born-digital    200\n"
            "\n"
            "2 redactions, 1 without a code\n"
            "  Exemption  Count\n"
            "  (b)(6)         1\n"
            "\n"
            "  Finding               Count\n"
            "  TEXT_UNDER_RECTANGLE      1\n"
            "\n"
            "2 problems\n"
            "  b.pdf: a password is needed (password-needed)\n"
            "      Give it with --password-file.\n"
            "  a.pdf, page 7: it took too long (timed-out)\n");
}

TEST(Status, SaysHowToGoOnOnlyWhenSomethingIsLeft) {
  Status status = a_status();
  EXPECT_THAT(shown(status), Not(HasSubstr("vaughn ingest")));
  status.summary.pages_pending = 3;
  EXPECT_THAT(shown(status), HasSubstr("'vaughn ingest' on the same files"));
}

TEST(Status, SaysHowMuchIsWithheldWhenThatIsKnown) {
  Status status = a_status();
  status.summary.withheld_share = 0.2413;
  EXPECT_THAT(shown(status), HasSubstr("without a code\n24.1 % of the pages' text withheld\n"));
  status.summary.pages_withheld_in_full = 1;
  EXPECT_THAT(shown(status), HasSubstr("withheld, 1 page in full\n"));
  EXPECT_EQ(as_json(status).at("redactions").at("withheld_share"), 0.2413);
}

TEST(Status, CountsRedactionsWithUncertainCodesApartFromTheCodes) {
  Status status = a_status();
  status.summary.codes_uncertain = 3;
  status.summary.redactions_uncertain = 2;
  EXPECT_THAT(shown(status), HasSubstr("1 without a code, 2 with an uncertain code, 3 uncertain codes\n"));
  EXPECT_EQ(as_json(status).at("redactions").at("uncertain"), 2);
}

TEST(Status, OfAnEmptyDatabaseIsZeros) {
  EXPECT_EQ(shown({}), "0 sources\n\n0 pages, 0 read\n\n0 redactions\n");
}

TEST(StatusJson, GivesASourceItsStateAndCause) {
  const auto json = as_json(a_status());
  EXPECT_EQ(json.at("schema"), "vaughn.status/1");
  const auto& locked = json.at("sources").at(1);
  EXPECT_EQ(locked.at("path"), "b.pdf");
  EXPECT_EQ(locked.at("pages"), 0);
  EXPECT_EQ(locked.at("state"), "failed");
  EXPECT_EQ(locked.at("cause"), "a password is needed");
  EXPECT_TRUE(json.at("sources").at(0).at("cause").is_null());
}

TEST(StatusJson, CountsPagesRedactionsAndFindings) {
  const auto json = as_json(a_status());
  EXPECT_EQ(json.at("pages").dump(),
            R"json({"total":1203,"by_text_source":{"born-digital":200,"scan":1000},)json"
            R"json("read":1200,"failed":3,"pending":0,"ocr_due":0})json");
  EXPECT_EQ(
      json.at("redactions").dump(),
      R"json({"total":2,"labelled":1,"unlabelled":1,"codes_uncertain":0,"uncertain":0,"by_code":{"(b)(6)":1},)json"
      R"json("withheld_share":null,"pages_in_full":0})json");
  EXPECT_EQ(json.at("findings").dump(), R"json({"TEXT_UNDER_RECTANGLE":1})json");
}

TEST(StatusJson, ListsProblemsWithTheirPage) {
  const auto problems = as_json(a_status()).at("problems");
  EXPECT_TRUE(problems.at(0).at("page").is_null());
  EXPECT_EQ(
      problems.at(1).dump(),
      R"json({"source":"a.pdf","page":7,"kind":"timed-out","cause":"it took too long","advice":null})json");
}

}  // namespace
}  // namespace vaughn::report
