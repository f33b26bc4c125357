// SPDX-License-Identifier: GPL-3.0-or-later
// The contract of docs/formats/inspect.md.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "report/builders.h"
#include "vaughn/report/page.h"

namespace vaughn::report {
namespace {

using Json = nlohmann::ordered_json;
using ::testing::ElementsAre;
using testing::reading;

std::vector<std::string> keys(const Json& object) {
  std::vector<std::string> all;
  for (const auto& [key, value] : object.items()) all.push_back(key);
  return all;
}

Json line_of(const PageReading& page, IncludeWords words = IncludeWords::kNo) {
  return Json::parse(page_json_line("release/letter.pdf", "3fa9", page, {}, words));
}

TEST(PageJson, IsThisLine) {
  EXPECT_EQ(
      page_json_line("release/letter.pdf", "3fa9", reading(), {}, IncludeWords::kNo),
      R"json({"schema":"vaughn.page/1","source":"release/letter.pdf","sha256":"3fa9","page":3,"width":612.0,)json"
      R"json("height":792.0,"rotation":0,"dpi":300.0,"text_source":"scan",)json"
      R"json("reason":"the page is one picture without text","text":"To: ⟦(b)(6)? ~14⟧\n","ocr_confidence":0.931,)json"
      R"json("bates":[],"text_withheld_share":0.25,)json"
      R"json("redactions":[{"box":[72.0,100.0,172.13,112.0],"kind":"solid","confidence":0.97,"area_share":0.0025,)json"
      R"json("text_share":0.0512,"estimated_lines":1,"estimated_words":2,"estimated_characters":14,)json"
      R"json("characters_low":13,"characters_high":16,"estimate_basis":"type-about",)json"
      R"json("words_before":"opened for","words_after":"by the office","codes":[{"code":"(b)(6)","raw":"(bX6)","certain":false,"role":"label",)json"
      R"json("origin":"box-ocr","box":[120.0,90.0,150.5,99.75]}]}],)json"
      R"json("codes":[{"code":"(b)(5)","raw":"(b)(5)","certain":true,"role":"label","origin":"text-layer","box":null}],)json"
      R"json("findings":[],"problems":[]})json");
}

TEST(PageJson, HasWordsOnlyWhenAskedFor) {
  EXPECT_FALSE(line_of(reading()).contains("words"));
  const Json words = line_of(reading(), IncludeWords::kYes).at("words");
  EXPECT_EQ(words.dump(), R"json([{"text":"To:","box":[72.0,88.12,90.0,101.0],"confidence":0.9}])json");
}

TEST(PageJson, SaysWhereAndHowMuchLeaksButNotWhat) {
  PageReading page = reading();
  page.findings = {{"TEXT_UNDER_RECTANGLE", FindingClass::kLeak, Box{1, 2, 3, 4}, 23}};
  EXPECT_EQ(
      line_of(page).at("findings").dump(),
      R"json([{"type":"TEXT_UNDER_RECTANGLE","class":"leak","box":[1.0,2.0,3.0,4.0],"characters":23,"found_in":null}])json");
}

TEST(PageJson, CarriesWarningsOfAPageThatWasRead) {
  PageReading page = reading();
  page.problems = {{ProblemKind::kParserWarning, "a font is missing", ""}};
  EXPECT_EQ(line_of(page).at("problems").dump(),
            R"json([{"kind":"parser-warning","cause":"a font is missing","advice":null}])json");
}

TEST(PageJson, WritesNoMinusZeroAndNoEndlessFractions) {
  PageReading page = reading();
  page.redactions.front().box = {-0.001, 1.0 / 3, 2.0 / 3, 10};
  EXPECT_EQ(line_of(page).at("redactions").at(0).at("box").dump(), "[0.0,0.33,0.67,10.0]");
}

TEST(PageJson, StaysOneLineOfValidUtf8WhateverThePathIs) {
  const std::string line = page_json_line("r\xE9sum\n.pdf", "", reading(), {}, IncludeWords::kNo);
  EXPECT_EQ(line.find('\n'), std::string::npos);
  EXPECT_EQ(Json::parse(line).at("source"), "r\uFFFDsum\n.pdf");
  EXPECT_TRUE(Json::parse(line).at("sha256").is_null());
}

TEST(FailedPageJson, HasTheKeysOfAnyPage) {
  const Problem problem{ProblemKind::kCrashed, "the reader crashed on it twice", "Report it."};
  const Json failed = Json::parse(failed_page_json_line("a.pdf", "3fa9", PageIndex(4), problem));
  EXPECT_EQ(keys(failed), keys(line_of(reading())));
  EXPECT_EQ(failed.at("page"), 5);
  EXPECT_TRUE(failed.at("text_source").is_null());
  EXPECT_EQ(failed.at("text"), "");
  EXPECT_EQ(failed.at("problems").at(0).at("kind"), "crashed");
}

TEST(FailedPageJson, HasNoPageWhenTheSourceCouldNotBeOpened) {
  const Problem problem{ProblemKind::kEmptyFile, "the file is empty", ""};
  const Json failed = Json::parse(failed_page_json_line("a.pdf", "", std::nullopt, problem));
  EXPECT_TRUE(failed.at("page").is_null());
  EXPECT_THAT(keys(failed.at("problems").at(0)), ElementsAre("kind", "cause", "advice"));
}

}  // namespace
}  // namespace vaughn::report
