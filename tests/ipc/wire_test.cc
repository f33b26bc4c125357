// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc/wire.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace vaughn::ipc {
namespace {

ExemptionCode code(const std::string& text) {
  return {text, "(bX6)", false, CodeRole::kPage, CodeOrigin::kStripOcr, Box{1, 2, 3, 4}};
}

// No field at its default, every optional and every list filled.
PageReading full_reading() {
  PageReading reading;
  reading.page = PageIndex(41);
  reading.width = 612.25;
  reading.height = 792.5;
  reading.rotation = 270;
  reading.dpi = 300;
  reading.text_source = TextSource::kScanWithStamp;
  reading.reason = "ink not covered by words";
  reading.ocr_due = true;
  reading.ocr_confidence = 0.875;
  reading.text = "Contracting Officer: ⟦(b)(6) ~14⟧\n";
  reading.words = {{"Contracting", {10, 20, 30.5, 40}, 0.5, 3, 2, 0},
                   {"Officer:", {31, 20, 50, 40}, {}, 3, 2, {}}};
  reading.redactions = {{{5, 6, 7, 8},
                         CoverKind::kOutlined,
                         0.75,
                         0.125,
                         0.25,
                         {1, 3, 14, 9, 19, AmountBasis::kTypeAbout},
                         {code("(b)(6)"), code("(b)(7)(C)")},
                         "signed for",
                         "by the office"}};
  reading.text_withheld_share = 0.5;
  reading.codes = {code("NR")};
  reading.codes[0].box.reset();
  reading.findings = {
      {"TEXT_UNDER_RECTANGLE", FindingClass::kUnlabelled, Box{1, 1, 2, 2}, 9, "outline entry 3"}, {}};
  reading.revealed = {{1, "what the file still says"}};
  reading.problems = {{ProblemKind::kParserWarning, "an odd xref table", "nothing to do"}};
  return reading;
}

Job full_job() {
  Job job;
  job.id = -7;
  job.kind = JobKind::kRead;
  job.source = {"/releases/2020/caf\xE9 \x01.pdf", std::string(64, 'c'), std::int64_t{1} << 40,
                SourceFormat::kJpeg2000};
  job.passwords = {"", "p\xFFss", std::string("with\0nul", 8)};
  job.options = {"eng+spa", false, 12.5, true};
  job.pages = {PageIndex(3), PageIndex(0)};
  job.first_try = Problem{ProblemKind::kTimedOut, "too late", "wait"};
  return job;
}

std::vector<Answer> one_of_each() {
  const Problem problem{ProblemKind::kPasswordNeeded, "encrypted", "use --password-file"};
  return {{1, Described{{12, {problem}}, {{Stage::kOpen, 0.25, 0.5}}}},
          {2, SourceFailed{problem}},
          {3, PageRead{full_reading(), {{Stage::kRender, 0.25, 0.5}, {Stage::kRecords, 1, 2}}}},
          {4, PageFailed{PageIndex(9), problem}},
          {5, JobDone{}}};
}

Answer answer_with_text(const std::string& text) {
  PageReading reading;
  reading.words = {{text, {}, {}, 0, 0, {}}};
  return {1, PageRead{reading}};
}

Answer answer_with_width(double width) {
  PageReading reading;
  reading.width = width;
  return {1, PageRead{reading}};
}

TEST(Wire, BringsAJobAcrossUnchangedWhateverItsBytes) {
  const Result<Job> job = decode_job(encode_job(full_job()));
  ASSERT_TRUE(job.ok());
  EXPECT_EQ(*job, full_job());
}

TEST(Wire, BringsADescribeJobAcross) {
  Job job;
  job.kind = JobKind::kDescribe;
  EXPECT_EQ(*decode_job(encode_job(job)), job);
}

TEST(Wire, BringsEveryKindOfAnswerAcrossUnchanged) {
  for (const Answer& answer : one_of_each()) {
    const Result<Answer> got = decode_answer(encode_answer(answer));
    ASSERT_TRUE(got.ok()) << answer.job;
    EXPECT_EQ(*got, answer) << answer.job;
  }
}

TEST(Wire, KnowsEveryTextSource) {
  for (int i = 0; i <= static_cast<int>(TextSource::kPhotograph); ++i) {
    PageReading reading;
    reading.text_source = static_cast<TextSource>(i);
    EXPECT_EQ(*decode_answer(encode_answer({1, PageRead{reading}})), (Answer{1, PageRead{reading}})) << i;
  }
}

TEST(Wire, RefusesAnAnswerCutAnywhere) {
  for (const Answer& answer : one_of_each()) {
    const std::string bytes = encode_answer(answer);
    for (std::size_t size = 0; size < bytes.size(); ++size)
      EXPECT_FALSE(decode_answer(std::string_view(bytes).substr(0, size)).ok())
          << answer.job << " at " << size;
  }
}

TEST(Wire, RefusesAJobCutAnywhere) {
  const std::string bytes = encode_job(full_job());
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(decode_job(std::string_view(bytes).substr(0, size)).ok()) << size;
}

TEST(Wire, RefusesBytesLeftOver) {
  EXPECT_FALSE(decode_answer(encode_answer({1, JobDone{}}) + "x").ok());
  EXPECT_FALSE(decode_job(encode_job(full_job()) + "x").ok());
}

TEST(Wire, RefusesAnswersWithTextThatIsNotUtf8) {
  for (const char* bad : {"caf\xE9", "\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80", "half \xE2\x82"})
    EXPECT_FALSE(decode_answer(encode_answer(answer_with_text(bad))).ok()) << bad;
  EXPECT_TRUE(decode_answer(encode_answer(answer_with_text("café ⟦~3⟧"))).ok());
}

TEST(Wire, RefusesNumbersThatAreNone) {
  using Limits = std::numeric_limits<double>;
  for (const double bad : {Limits::quiet_NaN(), Limits::infinity(), -Limits::infinity()})
    EXPECT_FALSE(decode_answer(encode_answer(answer_with_width(bad))).ok()) << bad;
}

TEST(Wire, RefusesANegativePageCount) {
  EXPECT_FALSE(decode_answer(encode_answer({1, Described{{-1, {}}}})).ok());
}

// A flip may well give another valid answer (a digit of a number); it must give that or a problem, never a
// crash.
TEST(Wire, SurvivesEveryFlippedBit) {
  for (const Answer& answer : one_of_each()) {
    const std::string bytes = encode_answer(answer);
    for (std::size_t bit = 0; bit < 8 * bytes.size(); ++bit) {
      std::string damaged = bytes;
      damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
      const Result<Answer> got = decode_answer(damaged);
      if (got.ok()) {
        EXPECT_EQ(encode_answer(*got), damaged) << bit;
      }
    }
  }
}

TEST(Wire, SurvivesRandomBytes) {
  std::mt19937 random(2);  // NOLINT: the same bytes every time
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes(random() % 300, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random() % 4 == 0 ? random() : random() % 5);
    if (const Result<Answer> answer = decode_answer(bytes); answer.ok()) {
      EXPECT_EQ(encode_answer(*answer), bytes);
    }
    if (const Result<Job> job = decode_job(bytes); job.ok()) {
      EXPECT_EQ(encode_job(*job), bytes);
    }
  }
}

TEST(Wire, SurvivesBytesReplacedAtRandomInARealAnswer) {
  std::mt19937 random(3);  // NOLINT: the same bytes every time
  const std::string bytes = encode_answer({3, PageRead{full_reading()}});
  for (int round = 0; round < 20'000; ++round) {
    std::string damaged = bytes;
    for (int i = 0; i < 3; ++i)
      damaged[random() % damaged.size()] = static_cast<char>(random() % 2 ? 0xFF : random());
    if (const Result<Answer> answer = decode_answer(damaged); answer.ok()) {
      EXPECT_EQ(encode_answer(*answer), damaged);
    }
  }
}

}  // namespace
}  // namespace vaughn::ipc
