// SPDX-License-Identifier: GPL-3.0-or-later
// A pool without processes: the handler runs on the submitter's thread. Answers go through the same encoding
// and the same policy as those of a process, so that both pools give the same answers.
#include <deque>
#include <new>
#include <utility>

#include "ipc/death.h"
#include "ipc/job_progress.h"
#include "ipc/wire.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc {
namespace {

constexpr int kWholeJob = 1 << 30;

class InlinePool final : public Pool {
 public:
  explicit InlinePool(Handler handler) : handler_(std::move(handler)) {}

  void submit(Job job) override { queue_.emplace_back(std::move(job)); }
  std::variant<Answer, Timeout, Idle> next(std::chrono::milliseconds wait) override;
  void cancel() override;
  int workers() const override { return 1; }

 private:
  void run_part();
  void judge_next();
  void fail(const Problem& problem);
  void hand_over(std::vector<Answer> answers);

  Handler handler_;
  std::deque<JobProgress> queue_;  // the first one is under way when begun
  std::deque<Answer> said_;        // by the handler, not yet judged
  bool part_runs_ = false;
  bool out_of_memory_ = false;  // the handler ended that way after what it said
  std::deque<Answer> ready_;
};

std::variant<Answer, Timeout, Idle> InlinePool::next(std::chrono::milliseconds) {
  while (ready_.empty()) {
    if (queue_.empty()) return Idle{};
    if (!part_runs_) run_part();
    judge_next();
  }
  Answer answer = std::move(ready_.front());
  ready_.pop_front();
  return answer;
}

void InlinePool::run_part() {
  const Job part = queue_.front().begin_part(kWholeJob);
  const auto say = [&](Body body) { said_.push_back({part.id, std::move(body)}); };
  said_.clear();
  out_of_memory_ = false;
  try {
    handler_(part, say);
    say(JobDone{});
  } catch (const std::bad_alloc&) {
    out_of_memory_ = true;
  }
  part_runs_ = true;
}

// One answer at a time, so that a cancel between two of them means what it means with a process.
void InlinePool::judge_next() {
  if (said_.empty() && out_of_memory_)
    return fail({ProblemKind::kOutOfMemory, "reading it ran out of memory", "Try a lower --max-megapixels."});
  Result<Answer> answer = decode_answer(encode_answer(said_.front()));
  said_.pop_front();
  if (!answer) return fail(problem_of_nonsense("it could not be decoded"));
  JobProgress::Step step = queue_.front().accept(std::move(*answer));
  if (step.outcome == JobProgress::Step::Outcome::kNonsense)
    return fail(problem_of_nonsense("it is not what was asked for"));
  if (step.outcome == JobProgress::Step::Outcome::kPartDone) part_runs_ = false;
  hand_over(std::move(step.answers));
}

void InlinePool::fail(const Problem& problem) {
  said_.clear();
  part_runs_ = false;
  hand_over(queue_.front().fail(problem));
}

void InlinePool::hand_over(std::vector<Answer> answers) {
  for (Answer& answer : answers) ready_.push_back(std::move(answer));
  if (!queue_.front().finished()) return;
  queue_.pop_front();
  said_.clear();
  part_runs_ = false;
}

void InlinePool::cancel() {
  std::erase_if(queue_, [](const JobProgress& job) { return !job.begun(); });
  for (JobProgress& job : queue_) job.cancel();
}

}  // namespace

std::unique_ptr<Pool> make_inline_pool(Handler handler) {
  return std::make_unique<InlinePool>(std::move(handler));
}

}  // namespace vaughn::ipc
