// SPDX-License-Identifier: GPL-3.0-or-later
// One place at the work bench: a worker process, when there is one, and the job it is at. Turns what happens
// on the descriptors and the clock into answers; which job comes here and when to give up on starting is the
// pool's business.
#ifndef VAUGHN_IPC_WORKER_SLOT_H_
#define VAUGHN_IPC_WORKER_SLOT_H_

#include <poll.h>

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ipc/child_process.h"
#include "ipc/job_progress.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc {

using Clock = std::chrono::steady_clock;

// What a step brought about.
struct SlotEvents {
  std::vector<Answer> answers;
  bool started = false;                     // a worker said hello
  std::optional<std::string> failed_start;  // why it never will
};

class WorkerSlot {
 public:
  // Both outlive the slot.
  WorkerSlot(const std::vector<std::string>& command, const PoolLimits& limits)
      : command_(&command), limits_(&limits) {}

  bool has_job() const { return job_.has_value(); }
  bool has_worker() const { return state_ != State::kDown; }  // serving, or being started

  // Precondition: !has_job().
  void give(JobProgress job);
  // No worker can be started here: gives the job back and stands empty from now on.
  JobProgress retire();
  bool is_open() const { return !has_job() && !retired_; }
  // Whether its worker has the job's source open.
  bool has_open(const Job& job) const { return has_worker() && job.source.sha256 == source_open_; }

  // How long it has had a job, up to now.
  double busy_seconds() const;
  std::vector<WorkerEvent> take_worker_events() { return std::exchange(worker_events_, {}); }

  // Gets on with the job as far as possible without waiting: starts a worker, or sends it the next part.
  SlotEvents advance();

  // Descriptors to wait for; fd -1 where there is none.
  pollfd channel_interest() const;
  pollfd errors_interest();
  // The moment at which advance() or expire() has something to do: long past, to come, or the end of time.
  Clock::time_point deadline() const;

  void on_errors();
  // Takes at most one frame.
  SlotEvents on_channel();
  SlotEvents expire(Clock::time_point now);
  // The submitter was away and nobody looked at this channel: an answer may lie in it, or the worker may be
  // held up by it. A deadline that passed meanwhile is put off, once an item.
  void forgive_absence(Clock::time_point now);

  void cancel();
  // Tells an idle worker to end.
  void hang_up();
  // Waits for a worker told to end, kills any other.
  void wait_for_end();

 private:
  enum class State { kDown, kStarting, kIdle, kBusy };

  bool is_timed() const { return state_ == State::kStarting || state_ == State::kBusy; }
  SlotEvents start();
  void send_part();
  SlotEvents on_frame(const Frame& frame);
  SlotEvents on_answer(const Frame& frame);
  SlotEvents on_closed();
  SlotEvents on_nonsense(std::string_view why);
  SlotEvents lose_worker(const Problem& problem);
  SlotEvents give_up_start(std::string_view how);
  void part_done();
  void drop_worker();
  void begin_item();
  void end_job();
  void recycle(std::string why);
  void note(WorkerEvent::Kind kind, std::string cause);

  const std::vector<std::string>* command_;
  const PoolLimits* limits_;
  State state_ = State::kDown;
  std::optional<ChildProcess> child_;
  std::optional<JobProgress> job_;
  Clock::time_point deadline_ = Clock::time_point::max();
  bool forgiven_ = false;
  bool retired_ = false;
  int items_served_ = 0;                   // by this child
  std::string source_open_;                // by this child: its digest
  Clock::time_point given_{};              // the job at hand
  std::chrono::duration<double> busy_{0};  // with jobs before that
  std::vector<WorkerEvent> worker_events_;
};

}  // namespace vaughn::ipc

#endif  // VAUGHN_IPC_WORKER_SLOT_H_
