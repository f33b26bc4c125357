// SPDX-License-Identifier: GPL-3.0-or-later
// The pool's event loop: one poll(2) over all workers, at most one answer of each held at a time. An answer
// that is not fetched stays in its worker's channel and holds that worker back, so memory does not grow with
// a slow submitter.
#include <poll.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <deque>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "ipc/worker_slot.h"
#include "vaughn/base/error.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc {
namespace {

using std::chrono::milliseconds;

constexpr int kStartsTried = 3;  // in a row
constexpr int kMostPassedOver = 8;
constexpr milliseconds kLongestWait = std::chrono::hours(1);

class ProcessPool final : public Pool {
 public:
  ProcessPool(std::vector<std::string> command, int workers, PoolLimits limits)
      : command_(std::move(command)), limits_(limits) {
    assert(!command_.empty() && workers > 0);
    for (int i = 0; i < workers; ++i) slots_.emplace_back(command_, limits_);
  }
  ~ProcessPool() override {
    for (WorkerSlot& slot : slots_) slot.hang_up();
    for (WorkerSlot& slot : slots_) slot.wait_for_end();
  }
  ProcessPool(const ProcessPool&) = delete;
  ProcessPool& operator=(const ProcessPool&) = delete;

  void submit(Job job) override { queue_.emplace_back(std::move(job)); }
  std::variant<Answer, Timeout, Idle> next(milliseconds wait) override;
  void cancel() override;
  int workers() const override { return static_cast<int>(slots_.size()); }
  std::vector<WorkerEvent> take_worker_events() override;
  PoolStats stats() const override;

 private:
  void deal_and_advance();
  JobProgress take_job_for(const WorkerSlot& slot);
  void take(WorkerSlot& slot, SlotEvents events);
  void on_failed_start(WorkerSlot& slot, const std::string& cause);
  bool idle() const;
  void poll_once(Clock::time_point until);
  Clock::time_point first_deadline(Clock::time_point until) const;

  const std::vector<std::string> command_;
  const PoolLimits limits_;
  std::deque<WorkerSlot> slots_;  // a slot never moves
  std::deque<JobProgress> queue_;
  std::deque<Answer> ready_;
  std::optional<Error> cannot_start_;
  int failed_starts_ = 0;  // since a worker last said hello
  int passed_over_ = 0;    // how often the first job in the queue was
  std::optional<Clock::time_point> first_job_;
  Clock::time_point last_done_{};
};

std::variant<Answer, Timeout, Idle> ProcessPool::next(milliseconds wait) {
  const Clock::time_point entered = Clock::now();
  const Clock::time_point until = entered + std::clamp(wait, milliseconds(0), kLongestWait);
  for (WorkerSlot& slot : slots_) slot.forgive_absence(entered);
  for (bool polled = false;; polled = true) {
    if (!cannot_start_) deal_and_advance();
    if (!ready_.empty()) {
      Answer answer = std::move(ready_.front());
      ready_.pop_front();
      return answer;
    }
    // What was answered is handed over before the run ends.
    if (cannot_start_) throw *cannot_start_;
    if (idle()) return Idle{};
    if (polled && Clock::now() >= until) return Timeout{};
    poll_once(until);
  }
}

void ProcessPool::deal_and_advance() {
  for (WorkerSlot& slot : slots_) {
    if (slot.is_open() && !queue_.empty()) slot.give(take_job_for(slot));
    take(slot, slot.advance());
  }
}

// The first one, or one close behind it about the source that the worker has open: opening a source twice can
// cost more than a page. A job that was passed over often enough is first.
JobProgress ProcessPool::take_job_for(const WorkerSlot& slot) {
  auto chosen = std::find_if(queue_.begin(), queue_.end(),
                             [&](const JobProgress& job) { return slot.has_open(job.job()); });
  if (chosen == queue_.end() || passed_over_ >= kMostPassedOver) chosen = queue_.begin();
  passed_over_ = chosen == queue_.begin() ? 0 : passed_over_ + 1;
  if (!first_job_) first_job_ = Clock::now();
  JobProgress job = std::move(*chosen);
  queue_.erase(chosen);
  return job;
}

void ProcessPool::take(WorkerSlot& slot, SlotEvents events) {
  if (events.started) failed_starts_ = 0;
  for (Answer& answer : events.answers) {
    if (std::holds_alternative<JobDone>(answer.body)) last_done_ = Clock::now();
    ready_.push_back(std::move(answer));
  }
  if (events.failed_start) on_failed_start(slot, *events.failed_start);
}

// A machine that has room for one worker and not for two is no reason to stop: the job waits for a slot that
// serves.
void ProcessPool::on_failed_start(WorkerSlot& slot, const std::string& cause) {
  if (++failed_starts_ < kStartsTried) return;
  const bool others = std::any_of(slots_.begin(), slots_.end(), [&](const WorkerSlot& other) {
    return &other != &slot && other.has_worker();
  });
  if (!others) {
    cannot_start_.emplace(ErrorCode::kCannotStartWorker, "cannot start a worker: " + cause,
                          "Check that the program is installed completely and that the limits on memory and "
                          "processes (ulimit -a) leave room for it.");
    return;
  }
  failed_starts_ = 0;
  queue_.push_front(slot.retire());
}

bool ProcessPool::idle() const {
  return queue_.empty() &&
         std::none_of(slots_.begin(), slots_.end(), [](const auto& slot) { return slot.has_job(); });
}

Clock::time_point ProcessPool::first_deadline(Clock::time_point until) const {
  for (const WorkerSlot& slot : slots_) until = std::min(until, slot.deadline());
  return until;
}

void ProcessPool::poll_once(Clock::time_point until) {
  std::vector<pollfd> interests;
  for (WorkerSlot& slot : slots_) {
    interests.push_back(slot.channel_interest());
    interests.push_back(slot.errors_interest());
  }
  const auto wait = std::chrono::ceil<milliseconds>(first_deadline(until) - Clock::now());
  const int count =
      ::poll(interests.data(), interests.size(), static_cast<int>(std::max<long>(wait.count(), 0)));
  if (count < 0 && errno == EINTR) return;
  if (count < 0)
    throw Error(ErrorCode::kSystem, std::string("cannot wait for workers: ") + std::strerror(errno));
  for (std::size_t i = 0; count > 0 && i < slots_.size(); ++i) {
    if (interests[2 * i + 1].revents != 0) slots_[i].on_errors();
    if (interests[2 * i].revents != 0) take(slots_[i], slots_[i].on_channel());
  }
  // Only now, so that an answer that is there counts even when it is late by our own slowness.
  const Clock::time_point now = Clock::now();
  for (WorkerSlot& slot : slots_) take(slot, slot.expire(now));
}

std::vector<WorkerEvent> ProcessPool::take_worker_events() {
  std::vector<WorkerEvent> all;
  for (WorkerSlot& slot : slots_)
    for (WorkerEvent& event : slot.take_worker_events()) all.push_back(std::move(event));
  return all;
}

PoolStats ProcessPool::stats() const {
  PoolStats stats;
  bool busy = false;
  for (const WorkerSlot& slot : slots_) {
    stats.busy_seconds.push_back(slot.busy_seconds());
    busy |= slot.has_job();
  }
  if (first_job_)
    stats.seconds = std::chrono::duration<double>((busy ? Clock::now() : last_done_) - *first_job_).count();
  return stats;
}

void ProcessPool::cancel() {
  std::erase_if(queue_, [](const JobProgress& job) { return !job.begun(); });
  for (JobProgress& job : queue_) job.cancel();
  for (WorkerSlot& slot : slots_) slot.cancel();
}

}  // namespace

std::unique_ptr<Pool> make_process_pool(std::vector<std::string> worker_command, int workers,
                                        PoolLimits limits) {
  return std::make_unique<ProcessPool>(std::move(worker_command), workers, limits);
}

}  // namespace vaughn::ipc
