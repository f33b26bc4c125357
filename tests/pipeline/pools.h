// SPDX-License-Identifier: GPL-3.0-or-later
// The pools that the pipeline is tested on.
#ifndef VAUGHN_TESTS_PIPELINE_POOLS_H_
#define VAUGHN_TESTS_PIPELINE_POOLS_H_

#include <algorithm>
#include <deque>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "pipeline/fake_files.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::pipeline::testing {

enum class PoolKind { kInline, kProcesses };

inline std::string name_of(PoolKind kind) {
  return kind == PoolKind::kInline ? "Inline" : "Processes";
}

inline std::unique_ptr<ipc::Pool> make_pool(PoolKind kind, int workers = 2) {
  if (kind == PoolKind::kInline) return ipc::make_inline_pool(make_fake_handler(Crash::kRunOutOfMemory));
  ipc::PoolLimits limits;
  limits.address_space_bytes = 0;  // a sanitizer's shadow memory is larger than any sensible limit
  return ipc::make_process_pool({PIPELINE_TEST_WORKER}, workers, limits);
}

// Answers the job submitted last first, as far as the submitter lets it: pages finish in no order a submitter
// could mistake for its own. Tells how much was submitted at once.
class BackwardPool : public ipc::Pool {
 public:
  explicit BackwardPool(int workers) : workers_(workers) {}

  void submit(ipc::Job job) override {
    jobs_.push_back(std::move(job));
    most_jobs_ = std::max(most_jobs_, jobs_.size());
  }
  std::variant<ipc::Answer, ipc::Timeout, ipc::Idle> next(std::chrono::milliseconds) override {
    if (answers_.empty() && jobs_.empty()) return ipc::Idle{};
    if (answers_.empty()) do_last_job();
    ipc::Answer answer = std::move(answers_.front());
    answers_.pop_front();
    return answer;
  }
  void cancel() override { jobs_.clear(); }
  int workers() const override { return workers_; }

  std::size_t most_jobs() const { return most_jobs_; }

 private:
  void do_last_job() {
    const ipc::Job job = std::move(jobs_.back());
    jobs_.pop_back();
    const auto say = [&](auto body) { answers_.push_back({job.id, std::move(body)}); };
    handler_(job, say);
    say(ipc::JobDone{});
  }

  int workers_;
  ipc::Handler handler_ = make_fake_handler(Crash::kRunOutOfMemory);
  std::vector<ipc::Job> jobs_;
  std::deque<ipc::Answer> answers_;
  std::size_t most_jobs_ = 0;
};

}  // namespace vaughn::pipeline::testing

#endif  // VAUGHN_TESTS_PIPELINE_POOLS_H_
