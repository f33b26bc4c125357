// SPDX-License-Identifier: GPL-3.0-or-later
// The contract of docs/formats/search.md.
#include "vaughn/report/hits.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <sstream>

#include "report/builders.h"
#include "vaughn/base/error.h"
#include "vaughn/base/strings.h"
#include "vaughn/base/utf8.h"

namespace vaughn::report {
namespace {

using testing::coloured;
using testing::hit;
using testing::plain;
using testing::printed;

std::string shown(const HitList& list, Format format, const Terminal& terminal = plain()) {
  return printed([&](std::ostream& out) { print_hits(list, format, terminal, out); });
}

// "the <purchase> order" with the marks the store is asked to put.
std::string marked(const std::string& text) {
  return replace_all(replace_all(text, "<", kSnippetOpen), ">", kSnippetClose);
}

TEST(HitsForPeople, AreGroupedBySourceWithTheBestFirst) {
  store::HitRow numbered = hit("a.pdf", 12, marked("an <order>"));
  numbered.bates = "ICE-0001203";
  const HitList list{
      "order", {hit("b.pdf", 3, marked("the <order> of")), numbered, hit("b.pdf", 1, marked("<order>s"))}};
  EXPECT_EQ(shown(list, Format::kTerminal),
            "b.pdf\n"
            "  page 3\n"
            "    the [order] of\n"
            "  page 1\n"
            "    [order]s\n"
            "\n"
            "a.pdf\n"
            "  page 12  ICE-0001203\n"
            "    an [order]\n");
}

TEST(HitsForPeople, PaintHitWordsInsteadOfBracketsWhenColoured) {
  const HitList list{"order", {hit("b.pdf", 3, marked("the <order>"))}};
  EXPECT_EQ(shown(list, Format::kTerminal, coloured()),
            "\x1b[35mb.pdf\x1b[0m\n  \x1b[32mpage 3\x1b[0m\n    the \x1b[1;31morder\x1b[0m\n");
}

TEST(HitsForPeople, FitTheTerminalAndMarkAPhraseAcrossTheBreak) {
  const HitList list{"", {hit("b.pdf", 3, marked("signed for the <purchase order number> of\n\nthe year"))}};
  EXPECT_EQ(shown(list, Format::kTerminal, plain(32)),
            "b.pdf\n"
            "  page 3\n"
            "    signed for the [purchase]\n"
            "    [order number] of the year\n");
}

TEST(HitsForPeople, CannotBeMadeToWriteEscapeSequences) {
  const HitList list{"", {hit("\x1b]0;x\x07.pdf", 3, "\x1b[2J")}};
  EXPECT_EQ(shown(list, Format::kTerminal).find('\x1b'), std::string::npos);
}

TEST(HitsAsJsonLines, AreOneObjectALine) {
  const HitList list{"order", {hit("a.pdf", 3, marked("the <order>"))}};
  EXPECT_EQ(
      shown(list, Format::kJsonLines),
      R"json({"schema":"vaughn.hit/1","source":"a.pdf","page":3,"snippet":"the order","score":3.1416,)json"
      R"json("matches":[[4,9]],"sha256":"aaa.pdf","release":"First production","bates":null,"bates_how":null,)json"
      R"json("text_source":"scan","ocr_confidence":null,"withheld_share":null,)json"
      R"json("record_type":null,"record_title":null,"record_date":null,"context":null,)json"
      R"json("citation":"First production (p. 3 of a.pdf, sha256 aaa.pdf)","boxes":[]})json"
      "\n");
}

TEST(HitsAsJsonLines, CountMatchesInCodePointsOnOneLine) {
  const HitList list{"", {hit("a.pdf", 3, marked("⟦(b)(6) ~4⟧\n<Ærø>, <order>"))}};
  const auto json = nlohmann::json::parse(shown(list, Format::kJsonLines));
  EXPECT_EQ(json.at("snippet"), "⟦(b)(6) ~4⟧ Ærø, order");
  EXPECT_EQ(json.at("matches").dump(), "[[12,15],[17,22]]");
}

TEST(HitsAsJson, AreOneDocumentEvenWithoutHits) {
  const auto json = nlohmann::json::parse(shown({"nothing", {}}, Format::kJson));
  EXPECT_EQ(json.at("schema"), "vaughn.search/1");
  EXPECT_EQ(json.at("query"), "nothing");
  EXPECT_EQ(json.at("hits").size(), 0u);
}

TEST(HitsAsCsv, HaveAHeader) {
  const HitList list{"order", {hit("a.pdf", 3, marked("the <order>, signed"))}};
  EXPECT_EQ(shown(list, Format::kCsv),
            "source,page,snippet,score,sha256,release,bates,text_source,ocr_confidence,citation\r\n"
            "a.pdf,3,\"the order, signed\",3.1416,aaa.pdf,First production,,scan,,"
            "\"First production (p. 3 of a.pdf, sha256 aaa.pdf)\"\r\n");
}

std::string templated(const std::string& text, const store::HitRow& row) {
  return HitTemplate(text).filled(row);
}

TEST(HitTemplate, FillsFieldsAndEscapes) {
  store::HitRow row = hit("in/a.pdf", 3, marked("the\t<order>"));
  EXPECT_EQ(templated(R"({page}\t{snippet}\\ {x)", row), "3\tthe order\\ {x");
  row.request_number = "2031-7";
  row.bates = "ICE-12";
  row.bates_how = BatesHow::kInferred;
  EXPECT_EQ(templated("{citation}", row), "2031-7 at [ICE-12] (p. 3 of a.pdf, sha256 aain/a.pdf)");
}

TEST(HitTemplate, RefusesAFieldThereIsNoneOf) {
  EXPECT_THROW(HitTemplate("{cite}"), Error);
}

TEST(HitTemplate, OfTsvHasAHeader) {
  std::ostringstream out;
  print_hits({"order", {hit("a.pdf", 3, marked("the <order>"))}}, HitTemplate::tsv(), out);
  EXPECT_EQ(out.str(),
            "source\tpage\tsnippet\tscore\tsha256\trelease\tbates\ttext_source\tocr_confidence\tcitation\n"
            "a.pdf\t3\tthe order\t3.1416\taaa.pdf\tFirst production\t\tscan\t\t"
            "First production (p. 3 of a.pdf, sha256 aaa.pdf)\n");
}

TEST(Facets, ArePrintedForPeopleAndPrograms) {
  const std::vector<FacetTable> tables{{"exemption", {{"(b)(6)", 1200}, {"(b)(5)", 2}}}};
  std::ostringstream person, document, lines, csv;
  print_facets(1300, tables, Format::kTerminal, plain(80), person);
  EXPECT_EQ(person.str(), "1,300 pages\n\n  exemption  Pages\n  (b)(6)     1,200\n  (b)(5)         2\n");
  print_facets(1300, tables, Format::kJson, plain(80), document);
  EXPECT_EQ(nlohmann::json::parse(document.str()).at("facets").at("exemption").at(1).at("pages"), 2);
  print_facets(1300, tables, Format::kJsonLines, plain(80), lines);
  EXPECT_EQ(lines.str(),
            "{\"facet\":\"exemption\",\"value\":\"(b)(6)\",\"pages\":1200}\n"
            "{\"facet\":\"exemption\",\"value\":\"(b)(5)\",\"pages\":2}\n");
  print_facets(1300, tables, Format::kCsv, plain(80), csv);
  EXPECT_EQ(csv.str(), "facet,value,pages\r\nexemption,(b)(6),1200\r\nexemption,(b)(5),2\r\n");
}

}  // namespace
}  // namespace vaughn::report
