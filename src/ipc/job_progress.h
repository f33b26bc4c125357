// SPDX-License-Identifier: GPL-3.0-or-later
// What of a job is still to do, and what each thing that happens to a worker means for it: the retry policy
// of both pools, without a process in sight.
#ifndef VAUGHN_IPC_JOB_PROGRESS_H_
#define VAUGHN_IPC_JOB_PROGRESS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "vaughn/base/problem.h"
#include "vaughn/ipc/job.h"

namespace vaughn::ipc {

using Body = decltype(Answer::body);

// A job is done in parts, each by one worker: the whole of it, or what is left after a failure or a change of
// workers. An item is a page, or the description. An item whose worker fails is tried once more, then
// answered as failed; a page that ran out of time or memory is tried alone and at a lower resolution
// (Job::first_try). What was answered is never asked for again. Answers come out in the job's order and end
// with JobDone, exactly once.
class JobProgress {
 public:
  explicit JobProgress(Job job);

  // Begins a part of at most so many items. Preconditions: !finished(), no part is under way, at least one
  // item.
  Job begin_part(int most_items);

  struct Step {
    enum class Outcome {
      kMore,      // the part goes on
      kPartDone,  // the worker is through with it and free
      kNonsense,  // not an answer to what was asked: call fail()
    };
    Outcome outcome = Outcome::kMore;
    std::vector<Answer> answers;  // for the submitter
  };
  // What the worker said. Precondition: a part is under way.
  Step accept(Answer answer);

  // The worker is lost. The problem says how; it becomes the answer when the item has failed before.
  std::vector<Answer> fail(const Problem& problem);

  // Nothing after the item at hand is done any more.
  void cancel();

  const Job& job() const { return job_; }
  bool begun() const { return begun_; }        // some part has been given out
  bool finished() const { return finished_; }  // JobDone is among the answers given back
  int items_in_part() const { return static_cast<int>(part_end_ - part_first_); }

 private:
  std::vector<Answer> settle(Body body);
  std::vector<Answer> fail_rest(const Problem& problem);
  bool answers_item(const Body& body) const;
  Body failure_of_item(const Problem& problem) const;
  Problem of_both_tries(Problem second) const;
  std::vector<Answer> ended_if_through(std::vector<Answer> answers);

  Job job_;
  std::size_t next_ = 0;  // first item without an answer
  std::size_t end_;       // behind the last item wanted
  std::size_t part_first_ = 0;
  std::size_t part_end_ = 0;
  bool failed_once_ = false;              // the item at next_
  std::optional<Problem> coarser_after_;  // that item's failure, when a lower resolution may help
  bool begun_ = false;
  bool cancelled_ = false;
  bool finished_ = false;
};

}  // namespace vaughn::ipc

#endif  // VAUGHN_IPC_JOB_PROGRESS_H_
