// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc/job_progress.h"

#include <gmock/gmock.h>

#include "ipc/pool_helpers.h"

namespace vaughn::ipc {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Outcome = JobProgress::Step::Outcome;

const Problem kCrash{ProblemKind::kCrashed, "killed by SIGSEGV", ""};
const Problem kTimeout{ProblemKind::kTimedOut, "too late", ""};

// A job 1 under test, with what it gave its submitter so far.
class Progress {
 public:
  explicit Progress(Job job) : progress_(std::move(job)) { begin(); }

  Job begin(int most = 100) { return progress_.begin_part(most); }
  Outcome says(const Body& body) { return says_for(1, body); }
  Outcome says_for(int job, const Body& body) {
    JobProgress::Step step = progress_.accept({job, body});
    keep(step.answers);
    return step.outcome;
  }
  Outcome reads(int page) { return says(PageRead{testing::honest_reading(PageIndex(page))}); }
  void fails(const Problem& problem = kCrash) { keep(progress_.fail(problem)); }
  void cancel() { progress_.cancel(); }
  bool finished() const { return progress_.finished(); }
  const std::vector<std::string>& given() const { return given_; }

 private:
  void keep(const std::vector<Answer>& answers) {
    for (const Answer& answer : answers) given_.push_back(testing::summary(answer));
  }
  JobProgress progress_;
  std::vector<std::string> given_;
};

Progress reading(const std::vector<int>& pages) {
  return Progress(testing::read_job(1, pages));
}
Progress describing() {
  return Progress(testing::describe_job(1));
}

TEST(JobProgress, PassesAnswersOnAndEndsWithDone) {
  Progress job = reading({4, 2});
  job.reads(4);
  job.reads(2);
  EXPECT_EQ(job.says(JobDone{}), Outcome::kPartDone);
  EXPECT_THAT(job.given(), ElementsAre("read 4", "read 2", "done"));
  EXPECT_TRUE(job.finished());
}

TEST(JobProgress, AsksAgainForTheItemThatFailedAndWhatFollowsIt) {
  Progress job = reading({0, 1, 2});
  job.reads(0);
  job.fails();
  EXPECT_THAT(job.begin().pages, ElementsAre(PageIndex(1), PageIndex(2)));
  EXPECT_THAT(job.given(), ElementsAre("read 0"));
}

TEST(JobProgress, AnswersAnItemAsFailedTheSecondTime) {
  Progress job = reading({0, 1});
  job.fails(kCrash);
  job.begin();
  job.fails(kTimeout);
  EXPECT_THAT(job.given(), ElementsAre("failed 0 timed-out"));
  EXPECT_THAT(job.begin().pages, ElementsAre(PageIndex(1)));
}

TEST(JobProgress, TriesAPageThatTookTooLongAloneAndSaysAfterWhat) {
  Progress job = reading({0, 1, 2});
  job.reads(0);
  job.fails(kTimeout);
  const Job again = job.begin();
  EXPECT_THAT(again.pages, ElementsAre(PageIndex(1)));
  EXPECT_EQ(again.first_try, kTimeout);

  job.reads(1);
  EXPECT_EQ(job.says(JobDone{}), Outcome::kPartDone);
  const Job rest = job.begin();
  EXPECT_THAT(rest.pages, ElementsAre(PageIndex(2)));
  EXPECT_EQ(rest.first_try, std::nullopt);
}

TEST(JobProgress, DoesNotExpectALowerResolutionToHelpAgainstACrash) {
  Progress job = reading({0, 1});
  job.fails(kCrash);
  EXPECT_EQ(job.begin().first_try, std::nullopt);
}

TEST(JobProgress, KnowsNoResolutionOfADescription) {
  Progress job = describing();
  job.fails(kTimeout);
  EXPECT_EQ(job.begin().first_try, std::nullopt);
}

TEST(JobProgress, NamesBothTriesOfAPageThatIsTooMuchAtAnyResolution) {
  JobProgress job(testing::read_job(1, {0}));
  job.begin_part(100);
  job.fail(kTimeout);
  job.begin_part(100);
  const Problem same = std::get<PageFailed>(job.fail(kTimeout).at(0).body).problem;
  EXPECT_EQ(same.cause, "at full resolution and at a lower one: too late");
  EXPECT_EQ(same.kind, ProblemKind::kTimedOut);

  JobProgress other(testing::read_job(1, {0}));
  other.begin_part(100);
  other.fail(kTimeout);
  other.begin_part(100);
  const Problem crash = std::get<PageFailed>(other.fail(kCrash).at(0).body).problem;
  EXPECT_EQ(crash.cause, "at full resolution: too late; at a lower one: killed by SIGSEGV");
  EXPECT_EQ(crash.kind, ProblemKind::kCrashed);
}

TEST(JobProgress, DoesNotAdviseALowerResolutionThatWasTried) {
  const Problem memory{ProblemKind::kOutOfMemory, "ran out of memory", "Try a lower --max-megapixels."};
  JobProgress job(testing::read_job(1, {0}));
  job.begin_part(100);
  job.fail(memory);
  job.begin_part(100);
  const Problem problem = std::get<PageFailed>(job.fail(memory).at(0).body).problem;
  EXPECT_THAT(problem.advice, ::testing::HasSubstr("save the page as a picture"));
}

TEST(JobProgress, GivesEveryItemTwoTries) {
  Progress job = reading({0, 1});
  job.fails();
  job.begin();
  job.reads(0);
  job.fails();
  EXPECT_THAT(job.begin().pages, ElementsAre(PageIndex(1)));
  EXPECT_THAT(job.given(), ElementsAre("read 0"));
}

TEST(JobProgress, EndsWhenTheLastItemHasFailed) {
  Progress job = reading({0});
  job.fails();
  job.begin();
  job.fails();
  EXPECT_THAT(job.given(), ElementsAre("failed 0 crashed", "done"));
}

TEST(JobProgress, HoldsNothingAgainstAWorkerThatFailsWhenAllIsAnswered) {
  Progress job = reading({0});
  job.reads(0);
  job.fails();
  EXPECT_THAT(job.given(), ElementsAre("read 0", "done"));
}

TEST(JobProgress, DescribesAndRetriesADescription) {
  Progress job = describing();
  job.fails();
  job.begin();
  job.says(Described{{3, {}}});
  job.says(JobDone{});
  EXPECT_THAT(job.given(), ElementsAre("described 3", "done"));
}

TEST(JobProgress, SaysThatTheSourceFailedWhenItsDescriptionDoesTwice) {
  Progress job = describing();
  job.fails();
  job.begin();
  job.fails();
  EXPECT_THAT(job.given(), ElementsAre("source failed crashed", "done"));
}

TEST(JobProgress, EndsWithASourceThatCannotBeOpened) {
  Progress job = reading({0, 1, 2});
  EXPECT_EQ(job.says(SourceFailed{kCrash}), Outcome::kMore);
  EXPECT_EQ(job.says(JobDone{}), Outcome::kPartDone);
  EXPECT_THAT(job.given(), ElementsAre("source failed crashed", "done"));
}

TEST(JobProgress, AnswersEachRemainingPageOfASourceThatCannotBeOpenedAgain) {
  Progress job = reading({0, 1, 2});
  job.reads(0);
  job.fails();
  job.begin();
  job.says(SourceFailed{kTimeout});
  job.says(JobDone{});
  EXPECT_THAT(job.given(), ElementsAre("read 0", "failed 1 timed-out", "failed 2 timed-out", "done"));
}

TEST(JobProgress, GivesOutPartsOfTheSizeAskedFor) {
  JobProgress job(testing::read_job(1, {5, 6, 7}));
  EXPECT_THAT(job.begin_part(2).pages, ElementsAre(PageIndex(5), PageIndex(6)));
  for (const int page : {5, 6}) job.accept({1, PageRead{testing::honest_reading(PageIndex(page))}});
  const JobProgress::Step step = job.accept({1, JobDone{}});

  EXPECT_EQ(step.outcome, Outcome::kPartDone);
  EXPECT_THAT(step.answers, IsEmpty());
  EXPECT_THAT(job.begin_part(2).pages, ElementsAre(PageIndex(7)));
}

struct NonsenseCase {
  const char* what;
  Body body;
};

TEST(JobProgress, TakesWhatWasNotAskedForNonsense) {
  const NonsenseCase cases[] = {
      {"a page not asked for", PageRead{testing::honest_reading(PageIndex(9))}},
      {"a later page", PageRead{testing::honest_reading(PageIndex(2))}},
      {"a page already answered", PageRead{testing::honest_reading(PageIndex(0))}},
      {"a failure of another page", PageFailed{PageIndex(2), kCrash}},
      {"a description", Described{}},
      {"an early end", JobDone{}},
  };
  for (const NonsenseCase& example : cases) {
    Progress job = reading({0, 1, 2});
    job.reads(0);
    EXPECT_EQ(job.says(example.body), Outcome::kNonsense) << example.what;
    EXPECT_THAT(job.given(), ElementsAre("read 0")) << example.what;
  }
}

TEST(JobProgress, TakesAnAnswerToAnotherJobForNonsense) {
  EXPECT_EQ(reading({0}).says_for(2, PageRead{testing::honest_reading(PageIndex(0))}), Outcome::kNonsense);
}

TEST(JobProgress, TakesAnAnswerAfterTheLastForNonsense) {
  Progress job = reading({0});
  job.reads(0);
  EXPECT_EQ(job.reads(0), Outcome::kNonsense);
}

TEST(JobProgress, TakesAPageForADescriptionForNonsense) {
  EXPECT_EQ(describing().reads(0), Outcome::kNonsense);
}

TEST(JobProgress, StopsAfterTheItemAtHandWhenCancelled) {
  Progress job = reading({0, 1, 2});
  job.reads(0);
  job.cancel();
  job.reads(1);
  EXPECT_THAT(job.given(), ElementsAre("read 0", "read 1", "done"));
}

TEST(JobProgress, GivesTheItemAtHandItsSecondTryWhenCancelled) {
  Progress job = reading({0, 1, 2});
  job.fails();
  job.cancel();
  EXPECT_THAT(job.begin().pages, ElementsAre(PageIndex(0)));
  job.fails();
  EXPECT_THAT(job.given(), ElementsAre("failed 0 crashed", "done"));
}

TEST(JobProgress, StillEndsOnceWhenCancelledAfterItsLastAnswer) {
  Progress job = reading({0});
  job.reads(0);
  job.cancel();
  job.says(JobDone{});
  EXPECT_THAT(job.given(), ElementsAre("read 0", "done"));
}

}  // namespace
}  // namespace vaughn::ipc
