// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc/worker_slot.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <utility>
#include <variant>

#include "ipc/death.h"
#include "ipc/wire.h"

namespace vaughn::ipc {
namespace {

using std::chrono::milliseconds;

// A child that closed its channel is about to end, and its status is worth a moment: it is the cause people
// read.
constexpr milliseconds kGraceToEnd{1000};
// The dynamic loader on a busy machine, not work on a page.
constexpr milliseconds kLeastTimeToStart{30'000};
constexpr milliseconds kMostForgiven{2000};
constexpr std::size_t kMostEvents = 1000;  // kept for a submitter who does not ask

}  // namespace

void WorkerSlot::give(JobProgress job) {
  job_.emplace(std::move(job));
  given_ = Clock::now();
}

void WorkerSlot::end_job() {
  busy_ += Clock::now() - given_;
  job_.reset();
}

double WorkerSlot::busy_seconds() const {
  const auto now = job_ ? Clock::now() - given_ : Clock::duration(0);
  return std::chrono::duration<double>(busy_ + now).count();
}

void WorkerSlot::note(WorkerEvent::Kind kind, std::string cause) {
  if (worker_events_.size() >= kMostEvents) worker_events_.erase(worker_events_.begin());
  worker_events_.push_back({kind, child_ ? child_->pid() : 0, std::move(cause)});
}

JobProgress WorkerSlot::retire() {
  drop_worker();
  retired_ = true;
  JobProgress job = std::move(*job_);
  end_job();
  return job;
}

SlotEvents WorkerSlot::advance() {
  if (!job_) return {};
  // An idle worker that has ended, or speaks unasked, must not be held against the page it never saw.
  if (state_ == State::kIdle && !std::holds_alternative<Waiting>(child_->read())) drop_worker();
  if (state_ == State::kDown) return start();
  if (state_ == State::kIdle) send_part();
  return {};
}

SlotEvents WorkerSlot::start() {
  auto spawned = spawn(*command_, *limits_);
  if (auto* failed = std::get_if<CannotSpawn>(&spawned)) {
    SlotEvents events;
    events.failed_start = std::move(failed->cause);
    return events;
  }
  child_.emplace(std::get<Spawned>(std::move(spawned)), limits_->frame_bytes);
  state_ = State::kStarting;
  items_served_ = 0;
  forgiven_ = false;
  deadline_ = Clock::now() + std::max(limits_->page_timeout, kLeastTimeToStart);
  return {};
}

void WorkerSlot::send_part() {
  const int left = std::max(1, limits_->pages_per_worker - items_served_);
  child_->send(FrameKind::kJob, encode_job(job_->begin_part(left)));
  source_open_ = job_->job().source.sha256;
  state_ = State::kBusy;
  begin_item();
}

void WorkerSlot::begin_item() {
  deadline_ = Clock::now() + limits_->page_timeout;
  forgiven_ = false;
}

pollfd WorkerSlot::channel_interest() const {
  if (!child_) return {-1, 0, 0};
  const int events = POLLIN | (child_->has_unsent() ? POLLOUT : 0);
  return {child_->channel(), static_cast<short>(events), 0};
}

pollfd WorkerSlot::errors_interest() {
  return {child_ ? child_->errors().fd() : -1, POLLIN, 0};
}

Clock::time_point WorkerSlot::deadline() const {
  if (is_timed()) return deadline_;
  return job_ ? Clock::time_point() : Clock::time_point::max();
}

void WorkerSlot::on_errors() {
  if (child_) child_->errors().drain();
}

SlotEvents WorkerSlot::on_channel() {
  if (!child_) return {};
  child_->flush();
  const auto got = child_->read();
  if (const auto* frame = std::get_if<Frame>(&got)) return on_frame(*frame);
  if (std::holds_alternative<Closed>(got)) return on_closed();
  if (const auto* nonsense = std::get_if<Nonsense>(&got)) return on_nonsense(nonsense->why);
  return {};
}

SlotEvents WorkerSlot::on_frame(const Frame& frame) {
  if (state_ == State::kBusy && frame.kind == FrameKind::kAnswer) return on_answer(frame);
  if (state_ != State::kStarting || frame.kind != FrameKind::kHello)
    return on_nonsense("it came out of turn");
  state_ = State::kIdle;
  note(WorkerEvent::Kind::kStarted, {});
  SlotEvents events;
  events.started = true;
  return events;
}

SlotEvents WorkerSlot::on_answer(const Frame& frame) {
  Result<Answer> answer = decode_answer(frame.payload);
  if (!answer) return on_nonsense("it could not be decoded");
  JobProgress::Step step = job_->accept(std::move(*answer));
  if (step.outcome == JobProgress::Step::Outcome::kNonsense)
    return on_nonsense("it is not what was asked for");
  if (step.outcome == JobProgress::Step::Outcome::kPartDone) {
    part_done();
  } else {
    begin_item();
  }
  if (job_->finished()) {
    end_job();
    // Cancelled: it is at a page nobody wants any more.
    if (state_ == State::kBusy) drop_worker();
  }
  SlotEvents events;
  events.answers = std::move(step.answers);
  return events;
}

void WorkerSlot::part_done() {
  state_ = State::kIdle;
  items_served_ += job_->items_in_part();
  if (items_served_ >= limits_->pages_per_worker)
    return recycle(fmt::format("it has read {} pages", items_served_));
  const std::size_t resident = limits_->resident_bytes == 0 ? 0 : child_->resident_bytes();
  if (resident > limits_->resident_bytes) recycle(fmt::format("it has grown to {} MiB", resident >> 20));
}

void WorkerSlot::recycle(std::string why) {
  note(WorkerEvent::Kind::kRecycled, std::move(why));
  hang_up();
  wait_for_end();
}

SlotEvents WorkerSlot::on_closed() {
  if (state_ == State::kIdle) {
    drop_worker();
    return {};
  }
  const std::optional<int> status = child_->end(kGraceToEnd);
  if (state_ == State::kStarting) return give_up_start(how_it_ended(status));
  return lose_worker(problem_of_death(status, child_->errors().text(), *limits_));
}

SlotEvents WorkerSlot::on_nonsense(std::string_view why) {
  if (state_ == State::kStarting) return give_up_start(fmt::format("did not say hello: {}", why));
  if (state_ == State::kBusy) return lose_worker(problem_of_nonsense(why));
  drop_worker();
  return {};
}

SlotEvents WorkerSlot::expire(Clock::time_point now) {
  if (!is_timed() || deadline_ > now) return {};
  child_->errors().drain();
  if (state_ == State::kStarting) return give_up_start("did not get ready in time");
  return lose_worker(problem_of_timeout(*limits_, child_->errors().text()));
}

void WorkerSlot::forgive_absence(Clock::time_point now) {
  if (!is_timed() || deadline_ > now || forgiven_) return;
  deadline_ = now + std::min(limits_->page_timeout, kMostForgiven);
  forgiven_ = true;
}

SlotEvents WorkerSlot::lose_worker(const Problem& problem) {
  note(WorkerEvent::Kind::kLost, problem.cause);
  drop_worker();
  SlotEvents events;
  events.answers = job_->fail(problem);
  if (job_->finished()) end_job();
  return events;
}

SlotEvents WorkerSlot::give_up_start(std::string_view how) {
  child_->errors().drain();
  SlotEvents events;
  events.failed_start =
      with_last_words(fmt::format("{} {}", command_->front(), how), child_->errors().text());
  drop_worker();
  return events;
}

void WorkerSlot::drop_worker() {
  child_.reset();
  source_open_.clear();
  state_ = State::kDown;
}

void WorkerSlot::cancel() {
  if (!job_) return;
  if (job_->begun()) {
    job_->cancel();
  } else {
    end_job();
  }
}

void WorkerSlot::hang_up() {
  if (state_ == State::kIdle) child_->hang_up();
}

void WorkerSlot::wait_for_end() {
  if (state_ == State::kIdle) child_->end(kGraceToEnd);
  drop_worker();
}

}  // namespace vaughn::ipc
