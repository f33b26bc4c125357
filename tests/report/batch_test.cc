// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/report/batch.h"

#include <gmock/gmock.h>

#include <sstream>

namespace vaughn::report {
namespace {

std::vector<BatchRow> rows() {
  BatchRow answered{.line = 2, .query = "memo, letter", .cells = {"1"}, .pages = 12, .sources = 3};
  answered.best.emplace();
  answered.best->release = "Bureau";
  answered.best->source = "in/first.pdf";
  answered.best->sha256 = std::string(64, 'a');
  answered.best->page = 7;
  answered.note = "read so";
  BatchRow refused{.line = 3, .query = "=1+1", .cells = {"2"}};
  refused.problem = "it took too long";
  return {answered, refused};
}

std::string shown(Format format) {
  std::ostringstream out;
  print_batch(rows(), {"item"}, format, {}, out);
  return out.str();
}

TEST(Batch, IsATableOnATerminal) {
  EXPECT_EQ(shown(Format::kTerminal),
            "pages  sources  query         best hit\n"
            "   12        3  memo, letter  in/first.pdf, p. 7\n"
            "    -        -  =1+1          not answered\n");
}

TEST(Batch, HasTheOtherColumnsOfTheFileInCsv) {
  EXPECT_EQ(shown(Format::kCsv),
            "item,line,query,pages,sources,best,note,problem\r\n"
            "1,2,\"memo, letter\",12,3,\"Bureau (p. 7 of first.pdf, sha256 aaaaaaaaaaaa)\",read so,\r\n"
            "2,3,'=1+1,,,,,it took too long\r\n");
}

TEST(Batch, TellsNotAnsweredFromNothingFoundInJson) {
  const std::string text = shown(Format::kJsonLines);
  EXPECT_THAT(text, ::testing::HasSubstr(
                        R"("line":2,"query":"memo, letter","columns":{"item":"1"},"pages":12,"sources":3)"));
  EXPECT_THAT(text,
              ::testing::HasSubstr(
                  R"("pages":null,"sources":null,"best":null,"note":null,"problem":"it took too long")"));
}

}  // namespace
}  // namespace vaughn::report
