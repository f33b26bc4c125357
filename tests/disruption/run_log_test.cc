// SPDX-License-Identifier: GPL-3.0-or-later
// The log of a run, as a batch system finds it.
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <fstream>

#include "disruption/program.h"
#include "support/pdf_builder.h"
#include "support/temporary_folder.h"

namespace vaughn::disruption {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class RunLog : public ::testing::Test {
 protected:
  Ended ingest(const std::string& log, const std::vector<std::string>& more = {}) {
    std::vector<std::string> words = {"ingest",
                                      sample("03-account-list.pdf").string(),
                                      folder_.put("broken.pdf", "%PDF-1.4 rubbish").string(),
                                      "--db",
                                      (folder_.path() / "release.db").string(),
                                      "--no-ocr",
                                      "--log",
                                      log};
    words.insert(words.end(), more.begin(), more.end());
    return vaughn(words);
  }
  static std::vector<std::string> lines(const std::string& path) {
    std::vector<std::string> all;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) all.push_back(line);
    return all;
  }
  static std::string event(const std::string& name) { return "\"event\":\"" + name + "\""; }

  TemporaryFolder folder_;
  std::string log_ = (folder_.path() / "run.jsonl").string();
};

TEST_F(RunLog, TellsTheRunFromStartToEnd) {
  ASSERT_EQ(ingest(log_).status, 3);
  const std::vector<std::string> all = lines(log_);
  ASSERT_GE(all.size(), 7u);
  EXPECT_THAT(all, ::testing::Each(::testing::StartsWith("{\"schema\":\"vaughn.log/1\",\"time\":")));
  EXPECT_THAT(all.front(), HasSubstr(event("run-start")));
  EXPECT_THAT(all.back(), HasSubstr(event("run-end")));
  EXPECT_THAT(all.back(), HasSubstr("\"outcome\":\"done-with-problems\""));
  EXPECT_THAT(all,
              ::testing::Contains(::testing::AllOf(HasSubstr(event("source-failed")), HasSubstr("broken.pdf"),
                                                   HasSubstr("\"kind\":\"damaged\""))));
  EXPECT_THAT(all,
              ::testing::Contains(::testing::AllOf(HasSubstr(event("page-read")), HasSubstr("\"leak\":1"),
                                                   HasSubstr("\"cpu_seconds\":"))));
  EXPECT_THAT(all, ::testing::Contains(HasSubstr(event("worker-started"))));
}

TEST_F(RunLog, IsAddedToByTheNextRunAndReadableForAll) {
  ingest(log_);
  const std::size_t first = lines(log_).size();
  ingest(log_);
  EXPECT_GT(lines(log_).size(), first);
  EXPECT_THAT(lines(log_).at(first), HasSubstr(event("run-start")));
  EXPECT_THAT(lines(log_), ::testing::Contains(HasSubstr(event("source-known"))));
  struct stat status {};
  ASSERT_EQ(::stat(log_.c_str(), &status), 0);
  const mode_t umask_now = ::umask(0);
  ::umask(umask_now);
  EXPECT_EQ(status.st_mode & 0777, 0644 & ~umask_now);
}

TEST_F(RunLog, ThatCannotBeOpenedEndsTheRunBeforeItStarts) {
  const Ended ended = ingest("/nonexistent/run.jsonl");
  EXPECT_EQ(ended.status, 2);
  EXPECT_THAT(ended.errors, HasSubstr("--log: /nonexistent/run.jsonl cannot be written"));
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "release.db"));
}

TEST_F(RunLog, OnAFullDiskIsGivenUpOnceAndTheRunGoesOn) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "there is no /dev/full";
  const Ended ended = ingest("/dev/full");
  EXPECT_EQ(ended.status, 3);
  const std::string said = "The log /dev/full ends here, the run goes on";
  const std::size_t at = ended.errors.find(said);
  ASSERT_NE(at, std::string::npos) << ended.errors;
  EXPECT_EQ(ended.errors.find(said, at + 1), std::string::npos);
  EXPECT_THAT(ended.errors, HasSubstr("read 1 page"));
}

TEST_F(RunLog, NamesTheErrorThatEndedTheRun) {
  folder_.put("release.db", "no database at all, but long enough to be looked at as one");
  EXPECT_EQ(ingest(log_).status, 2);
  EXPECT_THAT(lines(log_).back(), HasSubstr("\"outcome\":\"failed\",\"cause\":"));
}

TEST_F(RunLog, CountsWhatIsHiddenAndDoesNotHoldIt) {
  const auto leaky =
      folder_.put("leaky.pdf", PdfBuilder()
                                   .page(PdfBuilder::text(72, 700, "The source was Wilhelmina Sample") +
                                         PdfBuilder::box(152, 697, 110, 14))
                                   .build());
  ASSERT_EQ(ingest(log_, {leaky.string()}).status, 3);
  EXPECT_THAT(lines(log_),
              ::testing::Contains(::testing::AllOf(HasSubstr("leaky.pdf"), HasSubstr("\"leak\":1"))));
  EXPECT_THAT(lines(log_), ::testing::Each(Not(HasSubstr("Wilhelmina"))));
}

TEST_F(RunLog, AndProfileCanBeHadTogether) {
  const Ended ended = ingest(log_, {"--profile"});
  for (const char* row :
       {"Stage", "render", "find-covers", "start, send, wait", "parent: store", "Idle while there"})
    EXPECT_THAT(ended.errors, HasSubstr(row));
}

}  // namespace
}  // namespace vaughn::disruption
