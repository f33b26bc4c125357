// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc/job_progress.h"

#include <algorithm>
#include <cassert>
#include <utility>
#include <variant>

namespace vaughn::ipc {
namespace {

bool a_lower_resolution_may_help(const Problem& problem) {
  return problem.kind == ProblemKind::kTimedOut || problem.kind == ProblemKind::kOutOfMemory;
}

}  // namespace

JobProgress::JobProgress(Job job)
    : job_(std::move(job)), end_(job_.kind == JobKind::kDescribe ? 1 : job_.pages.size()) {
  assert(end_ > 0);
}

Job JobProgress::begin_part(int most_items) {
  assert(!finished_ && most_items > 0 && next_ < end_);
  begun_ = true;
  part_first_ = next_;
  part_end_ = std::min(end_, next_ + static_cast<std::size_t>(coarser_after_ ? 1 : most_items));
  Job part = job_;
  part.first_try = coarser_after_;
  if (job_.kind == JobKind::kRead)
    part.pages = {job_.pages.begin() + static_cast<std::ptrdiff_t>(part_first_),
                  job_.pages.begin() + static_cast<std::ptrdiff_t>(part_end_)};
  return part;
}

JobProgress::Step JobProgress::accept(Answer answer) {
  using Outcome = Step::Outcome;
  const bool through = next_ >= part_end_;
  const bool says_done = std::holds_alternative<JobDone>(answer.body);
  if (answer.job != job_.id || says_done != through) return {Outcome::kNonsense, {}};
  if (says_done) return {Outcome::kPartDone, ended_if_through({})};
  const auto* source_failed = std::get_if<SourceFailed>(&answer.body);
  if (source_failed != nullptr && job_.kind == JobKind::kRead && next_ > 0)
    return {Outcome::kMore, fail_rest(source_failed->problem)};
  if (!answers_item(answer.body)) return {Outcome::kNonsense, {}};
  if (source_failed != nullptr) part_end_ = end_ = next_ + 1;
  return {Outcome::kMore, settle(std::move(answer.body))};
}

// What a source that opened for one page and not for the next owes its submitter: an answer for each page.
std::vector<Answer> JobProgress::fail_rest(const Problem& problem) {
  std::vector<Answer> answers;
  for (; next_ < end_; ++next_) answers.push_back({job_.id, failure_of_item(problem)});
  part_end_ = next_;
  return cancelled_ ? ended_if_through(std::move(answers)) : answers;
}

std::vector<Answer> JobProgress::fail(const Problem& problem) {
  const bool at_an_item = next_ < part_end_;
  const bool again = std::exchange(failed_once_, at_an_item);
  part_end_ = part_first_ = next_;
  std::vector<Answer> answers;
  if (at_an_item && again) {
    answers.push_back({job_.id, failure_of_item(of_both_tries(problem))});
    ++next_;
    failed_once_ = false;
    coarser_after_.reset();
  } else if (at_an_item && job_.kind == JobKind::kRead && a_lower_resolution_may_help(problem)) {
    coarser_after_ = problem;
  }
  return ended_if_through(std::move(answers));
}

void JobProgress::cancel() {
  cancelled_ = true;
  end_ = std::min(end_, next_ + 1);
  part_end_ = std::min(part_end_, end_);
}

// A cancelled job does not wait for its worker, which may be at the next page already.
std::vector<Answer> JobProgress::settle(Body body) {
  std::vector<Answer> answers;
  answers.push_back({job_.id, std::move(body)});
  ++next_;
  failed_once_ = false;
  coarser_after_.reset();
  return cancelled_ ? ended_if_through(std::move(answers)) : answers;
}

bool JobProgress::answers_item(const Body& body) const {
  if (job_.kind == JobKind::kDescribe)
    return std::holds_alternative<Described>(body) || std::holds_alternative<SourceFailed>(body);
  if (const auto* read = std::get_if<PageRead>(&body)) return read->reading.page == job_.pages[next_];
  if (const auto* failed = std::get_if<PageFailed>(&body)) return failed->page == job_.pages[next_];
  return std::holds_alternative<SourceFailed>(body);
}

// The kind is the second try's.
Problem JobProgress::of_both_tries(Problem second) const {
  if (!coarser_after_) return second;
  second.cause = coarser_after_->kind == second.kind
                     ? "at full resolution and at a lower one: " + second.cause
                     : "at full resolution: " + coarser_after_->cause + "; at a lower one: " + second.cause;
  if (second.kind == ProblemKind::kOutOfMemory)
    second.advice = "Open the file in a viewer, save the page as a picture, and read that.";
  return second;
}

Body JobProgress::failure_of_item(const Problem& problem) const {
  if (job_.kind == JobKind::kDescribe) return SourceFailed{problem};
  return PageFailed{job_.pages[next_], problem};
}

std::vector<Answer> JobProgress::ended_if_through(std::vector<Answer> answers) {
  if (!finished_ && next_ >= end_) {
    finished_ = true;
    answers.push_back({job_.id, JobDone{}});
  }
  return answers;
}

}  // namespace vaughn::ipc
