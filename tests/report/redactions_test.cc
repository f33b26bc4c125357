// SPDX-License-Identifier: GPL-3.0-or-later
// The contract of docs/formats/redactions.md.
#include "vaughn/report/redactions.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "report/builders.h"

namespace vaughn::report {
namespace {

using testing::certain;
using testing::printed;
using testing::redaction_row;
using testing::repaired;

std::vector<store::RedactionRow> rows() {
  store::RedactionRow leak = redaction_row("b.pdf", 1, {certain("(b)(6)")}, 30);
  leak.leak = true;
  leak.bates = "ICE-0001203";
  return {redaction_row("a.pdf", 1, {certain("(b)(6)"), certain("(b)(7)(C)")}, 10),
          redaction_row("a.pdf", 1, {repaired("(b)(6)", "(bX6)")}, 5), redaction_row("a.pdf", 4, {}, 7),
          leak};
}

std::string shown(RedactionView view, Format format, const std::vector<store::RedactionRow>& all = rows()) {
  return printed([&](std::ostream& out) {
    const auto printer = make_redaction_printer(view, format, testing::plain(), out);
    for (const store::RedactionRow& row : all) printer->add(row);
    printer->finish();
  });
}

TEST(RedactionList, IsATableASourceForPeople) {
  EXPECT_EQ(shown(RedactionView::kList, Format::kTerminal),
            "a.pdf\n"
            "  Page  Bates  Kind   Chars  Of page  Codes\n"
            "     1         solid    ~10    0.2 %  (b)(6), (b)(7)(C)\n"
            "     1         solid     ~5    0.2 %  (b)(6)?\n"
            "     4         solid     ~7    0.2 %  -\n"
            "\n"
            "b.pdf\n"
            "  Page  Bates        Kind   Chars  Of page  Codes\n"
            "     1  ICE-0001203  solid    ~30    0.2 %  (b)(6)  leak\n");
}

TEST(RedactionList, IsOneObjectALineForPrograms) {
  EXPECT_EQ(
      shown(RedactionView::kList, Format::kJsonLines, {redaction_row("a.pdf", 4, {certain("(b)(4)")}, 7)}),
      R"json({"schema":"vaughn.redaction/1","source":"a.pdf","sha256":"aaa.pdf","release":"First production",)json"
      R"json("page":4,"bates":null,"box":[72.0,100.0,172.13,112.0],"kind":"solid","confidence":0.97,)json"
      R"json("area_share":0.0025,"estimated_characters":7,"codes":[{"code":"(b)(4)","raw":"(b)(4)","certain":true,)json"
      R"json("role":"label","origin":"text-layer","box":null}],"leak":false})json"
      "\n");
}

TEST(RedactionList, IsOneDocumentWhateverItsLength) {
  for (const auto& all : {std::vector<store::RedactionRow>{}, rows()}) {
    const auto json = nlohmann::json::parse(shown(RedactionView::kList, Format::kJson, all));
    EXPECT_EQ(json.at("redactions").size(), all.size());
  }
}

TEST(RedactionList, KeepsUncertainCodesInAColumnOfTheirOwn) {
  EXPECT_EQ(shown(RedactionView::kList, Format::kCsv,
                  {redaction_row("a.pdf", 4, {certain("(b)(4)"), repaired("(b)(6)", "(bX6)")})}),
            "source,page,bates,kind,codes,uncertain_codes,estimated_characters,area_share,confidence,x0,y0,"
            "x1,y1,leak,sha256,"
            "release\r\n"
            "a.pdf,4,,solid,(b)(4),(b)(6),10,0.0025,0.970,72.00,100.00,172.13,112.00,false,aaa.pdf,First "
            "production\r\n");
}

TEST(RedactionsByExemption, CountUncertainCodesApartAndUnlabelledOnesToo) {
  EXPECT_EQ(shown(RedactionView::kByExemption, Format::kTerminal),
            "Exemption        Redactions  Uncertain  Pages  Sources  Characters\n"
            "(b)(6)                    2          1      2        2          45\n"
            "no code printed           1          0      1        1           7\n"
            "(b)(7)(C)                 1          0      1        1          10\n");
}

TEST(RedactionsByExemption, HaveNullForNoCode) {
  const auto json = nlohmann::json::parse(shown(RedactionView::kByExemption, Format::kJson));
  EXPECT_EQ(json.at("schema"), "vaughn.redactions-by-exemption/1");
  EXPECT_TRUE(json.at("rows").at(1).at("code").is_null());
}

TEST(RedactionsByExemption, CountACodeOnceThatIsPrintedTwiceInABox) {
  const auto all = {redaction_row("a.pdf", 1, {certain("(b)(6)"), repaired("(b)(6)", "b6")}, 10)};
  EXPECT_EQ(shown(RedactionView::kByExemption, Format::kCsv, all),
            "code,redactions,uncertain,pages,sources,estimated_characters\r\n"
            "(b)(6),1,0,1,1,10\r\n");
}

TEST(RedactionsByPage, AreARowAPage) {
  EXPECT_EQ(shown(RedactionView::kByPage, Format::kCsv),
            "source,page,bates,redactions,unlabelled,uncertain,leaks,estimated_characters,codes,sha256,"
            "release,area_share\r\n"
            "a.pdf,1,,2,0,1,0,15,(b)(6); (b)(7)(C),aaa.pdf,First production,0.005\r\n"
            "a.pdf,4,,1,1,0,0,7,,aaa.pdf,First production,0.0025\r\n"
            "b.pdf,1,ICE-0001203,1,0,0,1,30,(b)(6),aab.pdf,First production,0.0025\r\n");
}

TEST(RedactionsBySource, AreARowASource) {
  EXPECT_EQ(
      shown(RedactionView::kBySource, Format::kJsonLines),
      R"json({"schema":"vaughn.redactions-by-source/1","source":"a.pdf","pages":2,"redactions":3,"unlabelled":1,)json"
      R"json("uncertain":1,"leaks":0,"estimated_characters":22,"codes":["(b)(6)","(b)(7)(C)"],)json"
      R"json("sha256":"aaa.pdf","release":"First production"})json"
      "\n"
      R"json({"schema":"vaughn.redactions-by-source/1","source":"b.pdf","pages":1,"redactions":1,"unlabelled":0,)json"
      R"json("uncertain":0,"leaks":1,"estimated_characters":30,"codes":["(b)(6)"],)json"
      R"json("sha256":"aab.pdf","release":"First production"})json"
      "\n");
}

}  // namespace
}  // namespace vaughn::report
