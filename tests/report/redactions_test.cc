// SPDX-License-Identifier: GPL-3.0-or-later
// The contract of docs/formats/redactions.md.
#include "vaughn/report/redactions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "report/builders.h"
#include "report/citation.h"
#include "vaughn/base/utf8.h"

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

std::string shown(RedactionView view, Format format, const std::vector<store::RedactionRow>& all = rows(),
                  std::size_t width = 80) {
  const std::vector<store::PageCountRow> counts = {{"First production", "a.pdf", "aaa.pdf", 4},
                                                   {"First production", "b.pdf", "aab.pdf", 1},
                                                   {"First production", "c.pdf", "aac.pdf", 5}};
  return printed([&](std::ostream& out) {
    const auto printer = make_redaction_printer(view, format, counts, testing::plain(width), out);
    for (const store::RedactionRow& row : all) printer->add(row);
    printer->finish();
  });
}

TEST(RedactionList, IsATableASourceForPeopleWithTheWordsAbout) {
  EXPECT_EQ(shown(RedactionView::kList, Format::kTerminal),
            "a.pdf\n"
            "  Page  No  Bates  Kind   Chars  Range  Of text  Codes\n"
            "     1   1         solid    ~10   9-12    5.1 %  (b)(6), (b)(7)(C)\n"
            "        opened for ⟦…⟧ by the office\n"
            "     1   1         solid     ~5    4-7    5.1 %  (b)(6)?\n"
            "        opened for ⟦…⟧ by the office\n"
            "     4   1         solid     ~7    6-9    5.1 %  -\n"
            "        opened for ⟦…⟧ by the office\n"
            "\n"
            "b.pdf\n"
            "  Page  No  Bates        Kind   Chars  Range  Of text  Codes\n"
            "     1   1  ICE-0001203  solid    ~30  29-32    5.1 %  (b)(6)  leak\n"
            "        opened for ⟦…⟧ by the office\n");
}

TEST(RedactionList, CutsTheWordsAboutAtTheirFarEnds) {
  store::RedactionRow row = redaction_row("a.pdf", 1, {});
  row.redaction.words_before = "the very first words of a long line that ends here";
  row.redaction.words_after = "and these follow, but nobody needs the last ones of them";
  EXPECT_THAT(shown(RedactionView::kList, Format::kTerminal, {row}, 60),
              ::testing::HasSubstr("        …ng line that ends here ⟦…⟧ and these follow, but n…\n"));
}

TEST(RedactionList, SaysNothingOfTheAmountOfAWholePage) {
  store::RedactionRow row = redaction_row("a.pdf", 1, {certain("(b)(5)")});
  row.redaction.kind = CoverKind::kPage;
  row.redaction.amount = {};
  row.redaction.text_share = 1;
  row.redaction.words_before = row.redaction.words_after = "";
  EXPECT_EQ(shown(RedactionView::kList, Format::kTerminal, {row}),
            "a.pdf\n"
            "  Page  No  Bates  Kind  Chars  Range  Of text  Codes\n"
            "     1   1         page      -         100.0 %  (b)(5)\n");
  const auto json = nlohmann::json::parse(shown(RedactionView::kList, Format::kJsonLines, {row}));
  EXPECT_TRUE(json.at("estimated_characters").is_null());
  EXPECT_EQ(json.at("estimate_basis"), "unknown");
}

TEST(RedactionList, IsOneObjectALineForPrograms) {
  EXPECT_EQ(
      shown(RedactionView::kList, Format::kJsonLines, {redaction_row("a.pdf", 4, {certain("(b)(4)")}, 7)}),
      R"json({"schema":"vaughn.redaction/1","source":"a.pdf","sha256":"aaa.pdf","release":"First production",)json"
      R"json("page":4,"place":1,"bates":null,"bates_how":null,"box":[72.0,100.0,172.13,112.0],"kind":"solid",)json"
      R"json("confidence":0.97,"area_share":0.0025,"text_share":0.0512,"estimated_lines":1,"estimated_words":2,)json"
      R"json("estimated_characters":7,"characters_low":6,"characters_high":9,"estimate_basis":"type-about",)json"
      R"json("words_before":"opened for","words_after":"by the office",)json"
      R"json("codes":[{"code":"(b)(4)","raw":"(b)(4)","certain":true,)json"
      R"json("role":"label","origin":"text-layer","box":null}],"leak":false,)json"
      R"json("citation":"Redaction 1, (b)(4), at p. 4 of a.pdf, sha256 aaa.pdf"})json"
      "\n");
}

TEST(RedactionList, IsOneDocumentWhateverItsLength) {
  for (const auto& all : {std::vector<store::RedactionRow>{}, rows()}) {
    const auto json = nlohmann::json::parse(shown(RedactionView::kList, Format::kJson, all));
    EXPECT_EQ(json.at("redactions").size(), all.size());
  }
}

TEST(RedactionList, KeepsUncertainCodesInAColumnOfTheirOwn) {
  EXPECT_EQ(
      shown(RedactionView::kList, Format::kCsv,
            {redaction_row("a.pdf", 4, {certain("(b)(4)"), repaired("(b)(6)", "(bX6)")})}),
      "release,source,page,place,bates,bates_how,kind,codes,uncertain_codes,words_before,words_after,"
      "estimated_lines,estimated_words,estimated_characters,characters_low,characters_high,"
      "estimate_basis,area_share,text_share,confidence,x0,y0,x1,y1,leak,citation,sha256\r\n"
      "First production,a.pdf,4,1,,,solid,(b)(4),(b)(6),opened for,by the office,1,2,10,9,12,type-about,"
      "0.0025,0.0512,0.970,72.00,100.00,172.13,112.00,false,"
      "\"Redaction 1, (b)(4), (b)(6)?, at p. 4 of a.pdf, sha256 aaa.pdf\",aaa.pdf\r\n");
}

TEST(Citation, BracketsANumberThatIsNotPrinted) {
  store::RedactionRow row = redaction_row("in/march/a.pdf", 2, {});
  row.bates = "ICE-7";
  EXPECT_EQ(citation_of(row), "Redaction 1, no code read, at p. 2 of a.pdf, ICE-7, sha256 aain/march/a");
  row.bates_how = BatesHow::kInferred;
  EXPECT_EQ(citation_of(row), "Redaction 1, no code read, at p. 2 of a.pdf, [ICE-7], sha256 aain/march/a");
}

TEST(RedactionsByExemption, CountUncertainCodesApartAndUnlabelledOnesToo) {
  EXPECT_EQ(shown(RedactionView::kByExemption, Format::kTerminal),
            "Exemption     Redactions  Unsure  Pages  Sources  Characters\n"
            "(b)(6)                 2       1      2        2          45\n"
            "no code read           1       0      1        1           7\n"
            "(b)(7)(C)              1       0      1        1          10\n");
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
            "source,page,bates,redactions,unlabelled,uncertain,leaks,estimated_characters,text_share,codes,"
            "sha256,release,area_share\r\n"
            "a.pdf,1,,2,0,1,0,15,0.1024,(b)(6); (b)(7)(C),aaa.pdf,First production,0.005\r\n"
            "a.pdf,4,,1,1,0,0,7,0.0512,,aaa.pdf,First production,0.0025\r\n"
            "b.pdf,1,ICE-0001203,1,0,0,1,30,0.0512,(b)(6),aab.pdf,First production,0.0025\r\n");
}

TEST(RedactionsByPage, FitATerminalWhateverThePathIs) {
  store::RedactionRow row = redaction_row(std::string(70, 'x') + ".pdf", 1,
                                          {repaired("(b)(6)", "b6"), repaired("(b)(7)(C)", "b7")}, 123456);
  row.bates = "ICE-0001203";
  row.leak = true;
  store::RedactionRow bare = row;
  bare.redaction.codes.clear();
  std::istringstream lines(shown(RedactionView::kByPage, Format::kTerminal, {row, bare}));
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count) EXPECT_LE(display_width(line), 80u) << line;
  EXPECT_EQ(count, 3);
}

TEST(RedactionsByPage, LeaveOutColumnsOfNothingButNoughts) {
  EXPECT_EQ(
      shown(RedactionView::kByPage, Format::kTerminal, {redaction_row("a.pdf", 4, {certain("(b)(4)")})}),
      "a.pdf\n"
      "  Page  Bates  Count  Chars  Withheld  Codes\n"
      "     4  -          1     10     5.1 %  (b)(4)\n");
}

TEST(RedactionsByRelease, FitATerminal) {
  store::RedactionRow row = redaction_row("a.pdf", 1, {repaired("(b)(6)", "b6"), certain("(b)(4)")}, 1234567);
  row.release = std::string(70, 'x');
  row.leak = true;
  store::RedactionRow unsure = row, bare = row;
  unsure.redaction.codes.pop_back();
  bare.redaction.codes.clear();
  std::istringstream lines(shown(RedactionView::kByRelease, Format::kTerminal, {row, unsure, bare}));
  for (std::string line; std::getline(lines, line);) EXPECT_LE(display_width(line), 80u) << line;
}

TEST(RedactionsBySource, AreARowASource) {
  EXPECT_EQ(
      shown(RedactionView::kBySource, Format::kJsonLines),
      R"json({"schema":"vaughn.redactions-by-source/1","source":"a.pdf","pages":2,"redactions":3,"unlabelled":1,)json"
      R"json("uncertain":1,"leaks":0,"estimated_characters":22,"text_share":0.0384,"pages_in_full":0,)json"
      R"json("codes":["(b)(6)","(b)(7)(C)"],"sha256":"aaa.pdf","release":"First production"})json"
      "\n"
      R"json({"schema":"vaughn.redactions-by-source/1","source":"b.pdf","pages":1,"redactions":1,"unlabelled":0,)json"
      R"json("uncertain":0,"leaks":1,"estimated_characters":30,"text_share":0.0512,"pages_in_full":0,)json"
      R"json("codes":["(b)(6)"],"sha256":"aab.pdf","release":"First production"})json"
      "\n");
}

TEST(RedactionsByRelease, AreSharesOfAllItsPages) {
  const auto json = nlohmann::json::parse(shown(RedactionView::kByRelease, Format::kJson));
  ASSERT_EQ(json.at("rows").size(), 1u);
  EXPECT_EQ(json["rows"][0].at("sources"), 2);
  EXPECT_EQ(json["rows"][0].at("pages"), 3);
  EXPECT_NEAR(json["rows"][0].at("text_share").get<double>(), 4 * 0.0512 / 10, 1e-4);
}

TEST(RedactionsBySource, DoNotWithholdAPageMoreThanOnce) {
  store::RedactionRow whole = redaction_row("b.pdf", 1, {});
  whole.redaction.text_share = 0.8;
  const auto json = nlohmann::json::parse(shown(RedactionView::kBySource, Format::kJson, {whole, whole}));
  EXPECT_EQ(json["rows"][0].at("text_share"), 1.0);
}

TEST(RedactionsByMonth, PutThoseWithoutADateLast) {
  std::vector<store::RedactionRow> all = rows();
  all[1].received = "2031-03-14";
  all[3].received = "2030-12-01";
  EXPECT_EQ(shown(RedactionView::kByMonth, Format::kTerminal, all),
            "Month    Sources  Pages  Count  No code  Unsure  Leaks  Chars  Codes\n"
            "2030-12        1      1      1        0       0      1     30  (b)(6)\n"
            "2031-03        1      1      1        0       1      0      5  (b)(6)\n"
            "no date        1      2      2        1       0      0     17  (b)(6), (b)(7)(C)\n");
}

TEST(RedactionsByKind, AreARowAKind) {
  EXPECT_EQ(shown(RedactionView::kByKind, Format::kCsv),
            "kind,sources,pages,redactions,unlabelled,uncertain,leaks,estimated_characters,codes\r\n"
            "solid,2,3,4,1,1,1,52,(b)(6); (b)(7)(C)\r\n");
}

}  // namespace
}  // namespace vaughn::report
