// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/worker/handler.h"

#include <gtest/gtest.h>

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
