// SPDX-License-Identifier: GPL-3.0-or-later
// The contract of docs/formats/exemptions.md.
#include "vaughn/report/exemptions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "report/builders.h"

namespace vaughn::report {
namespace {

using testing::certain;
using testing::printed;
using testing::redaction_row;
using testing::repaired;

CodeInfo info_of(const std::string& code) {
  if (code == "NR") return {code, code, "Not responsive", CodeInfo::Sort::kDisposition};
  const std::string whole = code.substr(0, code.find('-'));
  return {whole, "Ex. " + whole.substr(4, whole.size() - 5), "a ground", CodeInfo::Sort::kExemption};
}

store::RedactionRow row(const std::string& release, std::vector<ExemptionCode> codes) {
  store::RedactionRow made = redaction_row(release + ".pdf", 1, std::move(codes));
  made.release = release;
  return made;
}

std::vector<store::RedactionRow> rows() {
  std::vector<store::RedactionRow> all = {
      row("first", {certain("(b)(6)")}), row("first", {certain("(b)(6)")}),
      row("first", {repaired("(b)(5)", "bS")}), row("second", {certain("(b)(6)"), certain("NR")}),
      row("second", {})};
  all[3].received = "2031-03-14";
  all[4].received = "2031-03-14";
  return all;
}

std::string shown(ExemptionGrouping by, Format format, const std::vector<store::RedactionRow>& all = rows(),
                  const std::vector<store::PageCodeRow>& listed = {}) {
  ExemptionReport report(by, info_of);
  for (const store::RedactionRow& one : all) report.add(one);
  for (const store::PageCodeRow& one : listed) report.add(one);
  return printed([&](std::ostream& out) { report.print(format, testing::plain(), out); });
}

nlohmann::json json_row(const std::string& document, const nlohmann::json& code) {
  const auto parsed = nlohmann::json::parse(document);
  for (const auto& one : parsed.at("rows"))
    if (one.at("code") == code) return one;
  return {};
}

TEST(ExemptionReport, IsATableWithBarsForPeople) {
  EXPECT_EQ(shown(ExemptionGrouping::kWhole, Format::kTerminal),
            "Exemption                     Redactions  Unsure  Requests\n"
            "(b)(5)        Ex. 5                    0       1         0  ░░░░░░░\n"
            "(b)(6)        Ex. 6                    3       0         2  ████████████████████\n"
            "NR            Not responsive           1       0         1  ██████▋\n"
            "no code read                           1       0         1  ██████▋\n");
}

TEST(ExemptionReport, CountsByRedactionAndOnceARequest) {
  const auto b6 = json_row(shown(ExemptionGrouping::kWhole, Format::kJson), "(b)(6)");
  EXPECT_EQ(b6.at("redactions"), 3);
  EXPECT_EQ(b6.at("requests"), 2);
  EXPECT_EQ(b6.at("label"), "Ex. 6");
}

TEST(ExemptionReport, TakesReleasesOfOneRequestTogether) {
  std::vector<store::RedactionRow> all = rows();
  for (store::RedactionRow& one : all) one.request_number = "2031-BBFO-00417";
  EXPECT_EQ(json_row(shown(ExemptionGrouping::kWhole, Format::kJson, all), "(b)(6)").at("requests"), 1);
}

TEST(ExemptionReport, CountsWhatHadToBeRepairedApart) {
  const auto b5 = json_row(shown(ExemptionGrouping::kWhole, Format::kJson), "(b)(5)");
  EXPECT_EQ(b5.at("redactions"), 0);
  EXPECT_EQ(b5.at("uncertain"), 1);
  EXPECT_EQ(b5.at("requests"), 0);
  EXPECT_EQ(b5.at("requests_uncertain"), 1);
}

TEST(ExemptionReport, CountsARedactionOnceWhoseSubCodesAreOfOneExemption) {
  const auto all = {row("first", {certain("(b)(7)(E)-1"), certain("(b)(7)(E)-2")})};
  EXPECT_EQ(json_row(shown(ExemptionGrouping::kWhole, Format::kJson, all), "(b)(7)(E)").at("redactions"), 1);
}

TEST(ExemptionReport, TakesDispositionsForNoExemptions) {
  const std::string document = shown(ExemptionGrouping::kWhole, Format::kJson);
  EXPECT_EQ(json_row(document, "NR").at("exemption"), false);
  EXPECT_EQ(json_row(document, nullptr).at("exemption"), false);
  EXPECT_EQ(json_row(document, "(b)(6)").at("exemption"), true);
}

TEST(ExemptionReport, NeverCountsAMention) {
  ExemptionCode mention = certain("(b)(8)");
  mention.role = CodeRole::kMention;
  const std::string document =
      shown(ExemptionGrouping::kWhole, Format::kJson, {row("first", {certain("(b)(6)"), mention})});
  EXPECT_TRUE(json_row(document, "(b)(8)").is_null());
}

TEST(ExemptionReport, CountsListedPagesForTheRequestButNotAsRedactions) {
  const store::PageCodeRow listed{"first", "first.pdf", "a", "", "", 3, certain("(b)(3)")};
  const std::string document = shown(ExemptionGrouping::kWhole, Format::kJson, {}, {listed, listed});
  EXPECT_EQ(json_row(document, "(b)(3)").at("listed_codes"), 2);
  EXPECT_EQ(json_row(document, "(b)(3)").at("redactions"), 0);
  EXPECT_EQ(json_row(document, "(b)(3)").at("requests"), 1);
}

TEST(ExemptionReport, HasATableAMonthAndThoseWithoutADateLast) {
  const std::string text = shown(ExemptionGrouping::kMonth, Format::kTerminal);
  EXPECT_THAT(text, ::testing::StartsWith("2031-03\n  Exemption"));
  EXPECT_THAT(text, ::testing::HasSubstr("\n\nno date\n  Exemption"));
}

TEST(ExemptionReport, IsOneFlatTableInCsv) {
  EXPECT_EQ(shown(ExemptionGrouping::kRelease, Format::kCsv, {row("first", {certain("(b)(6)")})}),
            "release,code,label,meaning,exemption,redactions,uncertain,listed_codes,requests,"
            "requests_uncertain,estimated_characters\r\n"
            "first,(b)(6),Ex. 6,a ground,true,1,0,0,1,0,10\r\n");
}

}  // namespace
}  // namespace vaughn::report
