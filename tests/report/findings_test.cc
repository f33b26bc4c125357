// SPDX-License-Identifier: GPL-3.0-or-later
// The contract of docs/formats/findings.md.
#include "vaughn/report/findings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/builders.h"

namespace vaughn::report {
namespace {

using testing::plain;
using testing::printed;

store::FindingRow row(const std::string& source, int page, Finding finding) {
  return {"First production", source, "aa" + source, page, "", std::move(finding)};
}

std::vector<store::FindingRow> rows() {
  return {row("a.pdf", 3, {"TEXT_UNDER_RECTANGLE", FindingClass::kLeak, Box{72, 100, 172.126, 112}, 16, {}}),
          row("a.pdf", 3,
              {"TOC_BOOKMARK_LEAK", FindingClass::kLeak, Box{72, 100, 172, 112}, 10, "outline entry 3"}),
          row("b.pdf", 12, {"UNLABELLED_REDACTION", FindingClass::kUnlabelled, std::nullopt, 0, {}})};
}

std::string print(Format format) {
  return printed([&](std::ostream& out) {
    const auto printer = make_finding_printer(format, plain(80), out);
    for (const store::FindingRow& each : rows()) printer->add(each);
    printer->finish({2, 14, 1});
  });
}

TEST(FindingsOnATerminal, AreATableASourceAndACount) {
  EXPECT_EQ(print(Format::kTerminal),
            "a.pdf\n"
            "  Page  Class  What                     Chars  Box\n"
            "     3  leak   text under a box            16  72,100 172,112\n"
            "     3  leak   said in outline entry 3     10  72,100 172,112\n"
            "\n"
            "b.pdf\n"
            "  Page  Class       What                        Chars  Box\n"
            "    12  unlabelled  redaction without a ground      -\n"
            "\n"
            "2 files, 14 pages: 2 leaks of 26 characters, 1 unlabelled redaction; 1 could not be read.\n");
}

TEST(FindingsAsJson, AreOneDocument) {
  EXPECT_EQ(print(Format::kJson),
            R"json({"schema":"vaughn.findings/1","findings":[
{"schema":"vaughn.finding/1","source":"a.pdf","sha256":"aaa.pdf","release":"First production","page":3,"bates":null,"type":"TEXT_UNDER_RECTANGLE","class":"leak","box":[72.0,100.0,172.13,112.0],"characters":16,"found_in":null},
{"schema":"vaughn.finding/1","source":"a.pdf","sha256":"aaa.pdf","release":"First production","page":3,"bates":null,"type":"TOC_BOOKMARK_LEAK","class":"leak","box":[72.0,100.0,172.0,112.0],"characters":10,"found_in":"outline entry 3"},
{"schema":"vaughn.finding/1","source":"b.pdf","sha256":"aab.pdf","release":"First production","page":12,"bates":null,"type":"UNLABELLED_REDACTION","class":"unlabelled","box":null,"characters":0,"found_in":null}
],"sources":2,"pages":14,"unread":1}
)json");
}

TEST(FindingsAsCsv, HaveFourColumnsForTheBox) {
  EXPECT_THAT(
      print(Format::kCsv),
      ::testing::HasSubstr("\r\na.pdf,3,,leak,TOC_BOOKMARK_LEAK,10,outline entry 3,72.00,100.00,172.00,"
                           "112.00,aaa.pdf,First production\r\n"));
  EXPECT_THAT(print(Format::kCsv), ::testing::HasSubstr(",0,,,,,,aab.pdf,"));
}

TEST(Mechanism, SaysWhereInTheFile) {
  EXPECT_EQ(mechanism_of({"TEXT_IN_EARLIER_REVISION", FindingClass::kLeak, {}, 3, "revision 1 of 2"}),
            "text in revision 1 of 2");
  EXPECT_EQ(mechanism_of({"TEXT_OUTSIDE_CROP_BOX", FindingClass::kLeak, {}, 3, "outside the crop box"}),
            "text outside the crop box");
}

}  // namespace
}  // namespace vaughn::report
