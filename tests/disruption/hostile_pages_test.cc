// SPDX-License-Identifier: GPL-3.0-or-later
// Pages made to be too much: each is read or recorded with its cause and a way out, and the rest is read.
#include <gmock/gmock.h>

#include "disruption/program.h"
#include "support/database_dump.h"
#include "support/pdf_builder.h"
#include "support/temporary_folder.h"

namespace vaughn::disruption {
namespace {

using ::testing::HasSubstr;

const std::string kLetterBox = "[0 0 612 792]";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

class HostilePages : public ::testing::Test {
 protected:
  HostilePages() {
    // The upright line makes them pages that have to be drawn.
    const std::string page = kText + std::string("1 w 40 40 m 40 700 l S\n");
    put("good.pdf", PdfBuilder().page(page).page(page).build());
  }

  void put(const std::string& name, const std::string& bytes) { folder_.put("in/" + name, bytes); }
  Ended ingest(const std::vector<std::string>& more = {}) {
    std::vector<std::string> words = {"ingest", (folder_.path() / "in").string(), "--db", database().string(),
                                      "--no-ocr"};
    words.insert(words.end(), more.begin(), more.end());
    return vaughn(words);
  }
  std::filesystem::path database() const { return folder_.path() / "release.db"; }
  std::string rows(const std::string& sql) { return DatabaseView(database()).rows(sql); }
  std::string states(const std::string& name) {
    return rows(
        "SELECT group_concat(state, ' ') FROM (SELECT p.state FROM page p JOIN source s ON s.id = p.source "
        "WHERE s.name = '" +
        name + "' ORDER BY p.number)");
  }
  void expect_the_rest_is_read() {
    EXPECT_EQ(states("good.pdf"), "read read|\n");
    EXPECT_EQ(rows("SELECT count(*) FROM page WHERE state = 'pending'"), "0|\n");
    EXPECT_EQ(rows("SELECT kind, cause FROM problem WHERE kind <> 'parser-warning' AND (cause = '' OR advice "
                   "IS NULL "
                   "OR advice = '')"),
              "")
        << "a cause or a way out is missing";
  }

  const std::string kText = PdfBuilder::text(72, 700, "Dear requester");
  TemporaryFolder folder_;
};

TEST_F(HostilePages, OfEverySizeAreRead) {
  const std::string page = PdfBuilder().page(kText).page(kText).build();
  // 14,400 points are 200 inches; a page of 6 by 8 points with a picture of 1,100 pixels has 14,000 dpi.
  put("poster.pdf", replaced(page, kLetterBox, "[0 0 1e4 1e4]"));
  put("stamp.pdf", replaced(PdfBuilder()
                                .page("q 6 0 0 8 0 0 cm /X1 Do Q", "", "/XObject << /X1 4 0 R >>")
                                .stream("/Type /XObject /Subtype /Image /Width 1166 /Height 1555 /ColorSpace "
                                        "/DeviceGray /BitsPerComponent 8",
                                        std::string(std::size_t{1166} * 1555, '\xC0'))
                                .build(),
                            kLetterBox, "[0 0 006 008]"));
  put("strip.pdf", replaced(page, kLetterBox, "[0 0 1 14400]"));
  const Ended ended = ingest();
  EXPECT_EQ(ended.status, 0) << ended.errors;
  for (const char* name : {"poster.pdf", "strip.pdf"}) EXPECT_EQ(states(name), "read read|\n") << name;
  EXPECT_THAT(states("stamp.pdf"), ::testing::AnyOf("read|\n", "ocr-due|\n"));
  expect_the_rest_is_read();
}

TEST_F(HostilePages, WithBoxesOfNoSizeEndAsRowsAndTheOthersAreRead) {
  const std::string page = PdfBuilder().page(kText).page(kText).build();
  const char* const boxes[] = {"[0 0 000 000]", "[0 0 nan nan]", "[612 792 0 0]", "[0 0 -61 -79]",
                               "[0 0 9e999 9]", "[0 0 ( ) ( )]", "[           ]", "null         "};
  for (std::size_t i = 0; i < std::size(boxes); ++i)
    put("box " + std::to_string(i) + ".pdf", replaced(page, kLetterBox, boxes[i]));
  const Ended ended = ingest();
  EXPECT_THAT(ended.status, ::testing::AnyOf(0, 3)) << ended.errors;
  EXPECT_EQ(rows("SELECT count(*) FROM page WHERE state = 'read' AND number = 2"), "9|\n");
  expect_the_rest_is_read();
}

TEST_F(HostilePages, OfATreeThatGoesInCirclesEndAsRows) {
  const std::string page = PdfBuilder().page(kText).build();
  put("itself.pdf", PdfBuilder::updated(page, {{2, "<< /Type /Pages /Kids [4 0 R 2 0 R] /Count 2 >>"}}));
  put("parent.pdf", PdfBuilder::updated(
                        PdfBuilder().page(kText).object("<< /Type /Pages /Kids [2 0 R] /Count 9 >>").build(),
                        {{2, "<< /Type /Pages /Kids [5 0 R 4 0 R] /Count 10 >>"}}));
  put("count.pdf", PdfBuilder::updated(page, {{2, "<< /Type /Pages /Kids [4 0 R] /Count 2000000000 >>"}}));
  const Ended ended = ingest();
  EXPECT_EQ(ended.status, 3) << ended.errors;
  EXPECT_THAT(ended.errors, HasSubstr("itself.pdf page 2: the page has no usable page object or size. "));
  EXPECT_EQ(states("itself.pdf"), "read failed|\n");
  expect_the_rest_is_read();
}

TEST_F(HostilePages, OfFormsInFormsAreRead) {
  const auto form = [](int next, const std::string& draws) {
    return "/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << /X1 " +
           std::to_string(next) + " 0 R >> >> /Length " + std::to_string(draws.size());
  };
  PdfBuilder deep;
  for (int i = 0; i < 3000; ++i)
    deep.object("<< " + form(5 + i, "/X1 Do") + " >>\nstream\n/X1 Do\nendstream");
  deep.object("null").page("/X1 Do " + kText, "", "/XObject << /X1 4 0 R >>");
  put("deep.pdf", deep.build());
  put("itself.pdf", PdfBuilder()
                        .object("<< " + form(4, "/X1 Do") + " >>\nstream\n/X1 Do\nendstream")
                        .page("/X1 Do " + kText, "", "/XObject << /X1 4 0 R >>")
                        .build());
  std::string saves;
  for (int i = 0; i < 20'000; ++i) saves += "q ";
  put("saves.pdf", PdfBuilder().page(saves + kText).build());
  const Ended ended = ingest();
  EXPECT_EQ(ended.status, 0) << ended.errors;
  for (const char* name : {"deep.pdf", "itself.pdf", "saves.pdf"}) EXPECT_EQ(states(name), "read|\n") << name;
  expect_the_rest_is_read();
}

TEST_F(HostilePages, ThatNeverEndAreGivenUpAndTheOthersAreRead) {
  // Thirty forms, each of which draws the next ten times.
  PdfBuilder endless;
  const std::string draws = "/X1 Do /X1 Do /X1 Do /X1 Do /X1 Do /X1 Do /X1 Do /X1 Do /X1 Do /X1 Do";
  for (int i = 0; i < 30; ++i)
    endless.stream("/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << /X1 " +
                       std::to_string(5 + i) + " 0 R >> >>",
                   draws);
  endless.stream("/Type /XObject /Subtype /Form /BBox [0 0 612 792]", "0 0 9 9 re f");
  endless.page("/X1 Do", "", "/XObject << /X1 4 0 R >>").page(kText);
  put("endless.pdf", endless.build());
  const Ended ended = ingest({"--page-timeout", "5"});

  EXPECT_EQ(ended.status, 3);
  EXPECT_THAT(ended.errors,
              HasSubstr("endless.pdf page 1: at full resolution and at a lower one: no answer within "
                        "the limit of 5 s. Give it longer with --page-timeout."));
  EXPECT_EQ(states("endless.pdf"), "failed read|\n");
  EXPECT_EQ(rows("SELECT kind FROM problem WHERE kind <> 'parser-warning'"), "timed-out|\n");
  expect_the_rest_is_read();
}

TEST_F(HostilePages, WithAMillionSegmentsEndAsRows) {
  std::string path = "0 0 m\n";
  for (int i = 0; i < 1'000'000; ++i)
    path += std::to_string(i * 7919L % 612) + ' ' + std::to_string(i * 104729L % 792) + " l\n";
  put("segments.pdf", PdfBuilder().page(path + "S\n").page(kText).build());
  const Ended ended = ingest({"--page-timeout", "8"});
  EXPECT_THAT(ended.status, ::testing::AnyOf(0, 3)) << ended.errors;
  EXPECT_THAT(states("segments.pdf"), ::testing::EndsWith(" read|\n"));
  expect_the_rest_is_read();
}

TEST_F(HostilePages, ByTheThousandAreReachedAtBothEnds) {
  PdfBuilder many;
  for (int i = 0; i < 10'000; ++i) many.page(kText);
  put("many.pdf", many.build());
  const Ended ended = ingest({"--pages", "1-2,10000"});
  EXPECT_EQ(ended.status, 0) << ended.errors;
  EXPECT_EQ(rows("SELECT count(*), max(number) FROM page WHERE state = 'read'"), "5|10000|\n");
}

TEST_F(HostilePages, BeyondMaxMegapixelsAreReadCoarselyAndSaySo) {
  const Ended ended = ingest({"--max-megapixels", "1"});
  EXPECT_EQ(ended.status, 0) << ended.errors;
  EXPECT_THAT(rows("SELECT kind, cause FROM problem"),
              HasSubstr("limit|read at 103 dpi instead of 200, to stay within --max-megapixels 1|"));
  expect_the_rest_is_read();
}

TEST_F(HostilePages, BeyondMaxMegapixelsAtAnyResolutionAreRecorded) {
  const Ended ended = ingest({"--max-megapixels", "0.05"});
  EXPECT_EQ(ended.status, 3);
  EXPECT_THAT(ended.errors,
              HasSubstr("good.pdf page 1: with --max-megapixels 0.05 the page's long side would have "));
  EXPECT_EQ(states("good.pdf"), "failed failed|\n");
  EXPECT_EQ(rows("SELECT DISTINCT kind, advice FROM problem"),
            "page-too-large|Raise --max-megapixels if the memory is there.|\n");
}

}  // namespace
}  // namespace vaughn::disruption
