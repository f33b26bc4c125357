// SPDX-License-Identifier: GPL-3.0-or-later
// The second contract of docs/formats/status.md.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "report/builders.h"
#include "vaughn/report/status.h"

namespace vaughn::report {
namespace {

using testing::plain;
using testing::printed;

PagesByTextSource all_pages() {
  PagesByTextSource pages;
  pages.rows = {{"", "scan", 1200, 0.8731, 311.6}, {"", "born-digital", 400, std::nullopt, std::nullopt}};
  return pages;
}

PagesByTextSource by_release() {
  PagesByTextSource pages;
  pages.by = store::GroupPagesBy::kRelease;
  pages.rows = {
      {"First", "scan", 3, 0.5, 10.0}, {"First", "mixed", 1, 0.9, 20.0}, {"Second", "scan", 5, 0.7, 1.0}};
  pages.pages_failed = 2;
  pages.pages_pending = 7;
  return pages;
}

std::string shown(const PagesByTextSource& pages) {
  return printed([&](std::ostream& out) { print_pages_by_text_source(pages, plain(), out); });
}

TEST(PagesByTextSource, HaveSharesConfidenceAndWords) {
  EXPECT_EQ(shown(all_pages()),
            "Text source   Pages   Share  Confidence  Words a page\n"
            "scan          1,200  75.0 %      87.3 %           312\n"
            "born-digital    400  25.0 %           -             -\n");
}

TEST(PagesByTextSource, HaveSharesOfTheirOwnReleaseAndSayWhatIsMissing) {
  EXPECT_EQ(shown(by_release()),
            "Release  Text source  Pages    Share  Confidence  Words a page\n"
            "First    scan             3   75.0 %      50.0 %            10\n"
            "First    mixed            1   25.0 %      90.0 %            20\n"
            "Second   scan             5  100.0 %      70.0 %             1\n"
            "Not among them: 2 failed, 7 still to read.\n");
}

TEST(PagesByTextSource, FitIntoEightyColumns) {
  PagesByTextSource pages = by_release();
  pages.by = store::GroupPagesBy::kSource;
  pages.rows[0].group = pages.rows[1].group =
      "release/a folder with a long name/" + std::string(60, 'x') + ".pdf";
  pages.rows[1].text_source = "scan-with-stamp";
  const std::string text = printed([&](std::ostream& out) {
    print_pages_by_text_source(pages, Terminal{.width = 80, .color = Color::kOff}, out);
  });
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    EXPECT_LE(line.size(), 82u) << line;  // "…" has three bytes
}

TEST(PagesByTextSource, OfNothingAreNone) {
  EXPECT_EQ(shown({}), "No page was read.\n");
}

TEST(PagesByTextSourceJson, IsOneDocument) {
  const auto parse = [](const PagesByTextSource& pages) {
    return nlohmann::ordered_json::parse(
        printed([&](std::ostream& out) { print_pages_by_text_source_json(pages, out); }));
  };
  const auto all = parse(all_pages());
  EXPECT_EQ(all.at("schema"), "vaughn.text-sources/1");
  EXPECT_EQ(all.at("by"), "text-source");
  EXPECT_EQ(
      all.at("rows").at(0).dump(),
      R"({"text_source":"scan","pages":1200,"share":0.75,"mean_ocr_confidence":0.8731,"mean_words":311.6})");
  EXPECT_TRUE(all.at("rows").at(1).at("mean_words").is_null());
  const auto grouped = parse(by_release());
  EXPECT_EQ(grouped.at("rows").at(1).at("release"), "First");
  EXPECT_EQ(grouped.at("pages_failed"), 2);
  EXPECT_EQ(grouped.at("pages_pending"), 7);
}

}  // namespace
}  // namespace vaughn::report
