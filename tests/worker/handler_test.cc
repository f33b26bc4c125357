// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/worker/handler.h"

#include <gtest/gtest.h>

#include <optional>
#include <set>

#include "support/pdf_builder.h"
#include "support/temporary_folder.h"
#include "vaughn/intake/intake.h"

namespace vaughn::worker {
namespace {

class WorkerHandler : public testing::Test {
 protected:
  // All answers to one job on a file with these bytes. OCR is off: what is tested here is the way through.
  std::vector<decltype(ipc::Answer::body)> answers(const std::string& bytes, ipc::JobKind kind,
                                                   std::vector<PageIndex> pages = {}) {
    ipc::Job job;
    job.kind = kind;
    job.source = intake::examine(folder_.put("source.pdf", bytes)).source;
    job.options.ocr = false;
    job.pages = std::move(pages);
    std::vector<decltype(ipc::Answer::body)> got;
    handler_(job, [&](decltype(ipc::Answer::body) body) { got.push_back(std::move(body)); });
    return got;
  }
  PageReading page(const std::string& instructions) {
    return std::get<ipc::PageRead>(
               answers(PdfBuilder().page(instructions).build(), ipc::JobKind::kRead, {PageIndex(0)}).at(0))
        .reading;
  }

  TemporaryFolder folder_;
  ipc::Handler handler_ = make_handler();
};

TEST_F(WorkerHandler, DescribesASource) {
  const auto got = answers(PdfBuilder().page("").page("").build(), ipc::JobKind::kDescribe);
  ASSERT_EQ(got.size(), 1u);
  EXPECT_EQ(std::get<ipc::Described>(got[0]).description.page_count, 2);
}

TEST_F(WorkerHandler, AnswersEveryPageInOrder) {
  const auto got = answers(PdfBuilder().page("").page("").page("").build(), ipc::JobKind::kRead,
                           {PageIndex(2), PageIndex(0)});
  ASSERT_EQ(got.size(), 2u);
  EXPECT_EQ(std::get<ipc::PageRead>(got[0]).reading.page, PageIndex(2));
  EXPECT_EQ(std::get<ipc::PageRead>(got[1]).reading.page, PageIndex(0));
}

TEST_F(WorkerHandler, ABrokenSourceIsOneAnswer) {
  const auto got = answers("%PDF-1.4 rubbish", ipc::JobKind::kRead, {PageIndex(0), PageIndex(1)});
  ASSERT_EQ(got.size(), 1u);
  EXPECT_EQ(std::get<ipc::SourceFailed>(got[0]).problem.kind, ProblemKind::kDamaged);
}

TEST_F(WorkerHandler, AMissingPageFailsAlone) {
  const auto got = answers(PdfBuilder().page("").build(), ipc::JobKind::kRead, {PageIndex(7), PageIndex(0)});
  EXPECT_EQ(std::get<ipc::PageFailed>(got.at(0)).page, PageIndex(7));
  EXPECT_TRUE(std::holds_alternative<ipc::PageRead>(got.at(1)));
}

TEST_F(WorkerHandler, ABlackBoxBecomesAMarkerInItsLine) {
  const PageReading reading =
      page(PdfBuilder::text(72, 700, "Contracting Officer:") + PdfBuilder::box(190, 697, 120, 14) +
           PdfBuilder::text(320, 700, "signed the order for the licences") +
           PdfBuilder::text(72, 680, "and sent it to the vendor on the same day"));
  ASSERT_EQ(reading.redactions.size(), 1u);
  EXPECT_EQ(reading.redactions[0].kind, CoverKind::kSolid);
  EXPECT_NE(reading.text.find("Contracting Officer: ⟦~"), std::string::npos) << reading.text;
  ASSERT_EQ(reading.findings.size(), 1u);
  EXPECT_EQ(reading.findings[0].finding_class, FindingClass::kUnlabelled);
  EXPECT_EQ(reading.text_source, TextSource::kBornDigital);
}

// A page of nothing but text would not have to be drawn.
constexpr const char* kUpright = "1 w 40 40 m 40 700 l S\n";

TEST_F(WorkerHandler, APageOfNothingButTextIsNotDrawn) {
  const PageReading reading = page(PdfBuilder::text(72, 700, "Dear all"));
  EXPECT_FALSE(reading.dpi);
  EXPECT_EQ(reading.text, "Dear all");
  EXPECT_EQ(reading.text_source, TextSource::kBornDigital);
  EXPECT_EQ(reading.reason, "2 words are drawn as text, and nothing else but rules.");
}

TEST_F(WorkerHandler, APageWithoutAnythingOnItIsBlank) {
  EXPECT_EQ(page("").text_source, TextSource::kBlank);
}

TEST_F(WorkerHandler, APageBeyondTheLimitIsReadAtALowerResolutionAndSaysSo) {
  ipc::Job job;
  job.source = intake::examine(
                   folder_.put("source.pdf",
                               PdfBuilder().page(PdfBuilder::text(72, 700, "Dear all") + kUpright).build()))
                   .source;
  job.options.ocr = false;
  job.pages = {PageIndex(0)};
  const auto read = [&] {
    std::optional<PageReading> reading;
    handler_(job, [&](decltype(ipc::Answer::body) body) { reading = std::get<ipc::PageRead>(body).reading; });
    return *reading;
  };
  EXPECT_EQ(read().problems, std::vector<Problem>());

  job.options.max_megapixels = 1;
  const PageReading limited = read();
  ASSERT_EQ(limited.problems.size(), 1u);
  EXPECT_NE(limited.problems[0].cause.find("instead of 200, to stay within --max-megapixels 1"),
            std::string::npos);
  EXPECT_LT(limited.dpi.value(), 110);
  EXPECT_EQ(limited.text, "Dear all");

  job.options.max_megapixels = 100;
  job.first_try = Problem{ProblemKind::kTimedOut, "no answer in time", ""};
  const PageReading again = read();
  ASSERT_EQ(again.problems.size(), 1u);
  EXPECT_NE(again.problems[0].cause.find("at full resolution: no answer in time"), std::string::npos);
  EXPECT_NEAR(again.dpi.value(), 150, 2);
}

TEST_F(WorkerHandler, TellsWhereTheTimeWent) {
  const auto got = answers(PdfBuilder().page(PdfBuilder::box(100, 100, 90, 12)).build(), ipc::JobKind::kRead,
                           {PageIndex(0)});
  const StageTimes times = std::get<ipc::PageRead>(got.at(0)).times;
  std::set<Stage> stages;
  for (const StageTime& time : times) stages.insert(time.stage);
  for (const Stage stage :
       {Stage::kOpen, Stage::kFileText, Stage::kRender, Stage::kFindCovers, Stage::kCodes})
    EXPECT_TRUE(stages.contains(stage)) << to_string(stage);
  EXPECT_GT(total(times).wall_seconds, 0);
}

TEST_F(WorkerHandler, TextUnderABoxIsReportedAndStaysOut) {
  const PageReading reading =
      page(PdfBuilder::text(72, 700, "The source was Wilhelmina Sample of Springfield") +
           PdfBuilder::box(152, 697, 120, 14) + PdfBuilder::text(72, 680, "who asked not to be named here"));
  EXPECT_EQ(reading.text.find("Wilhelmina"), std::string::npos);
  for (const Word& word : reading.words) EXPECT_NE(word.text, "Wilhelmina");
  const auto leak = std::find_if(reading.findings.begin(), reading.findings.end(),
                                 [](const Finding& f) { return f.finding_class == FindingClass::kLeak; });
  ASSERT_NE(leak, reading.findings.end());
  EXPECT_EQ(leak->type, "TEXT_UNDER_RECTANGLE");
  EXPECT_GE(leak->characters, 10);
}

TEST_F(WorkerHandler, WithoutOcrAScanIsDue) {
  std::string marks;
  for (int i = 0; i < 60; ++i) marks += PdfBuilder::box(80 + 7.0 * i, 600, 4, 7);
  const PageReading reading = page(marks);
  EXPECT_EQ(reading.text_source, TextSource::kScan);
  EXPECT_TRUE(reading.ocr_due);
}

}  // namespace
}  // namespace vaughn::worker
