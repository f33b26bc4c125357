// SPDX-License-Identifier: GPL-3.0-or-later
// Times what is done for a page, by stage: a line at the beginning of a block.
#ifndef VAUGHN_WORKER_STAGE_TIMER_H_
#define VAUGHN_WORKER_STAGE_TIMER_H_

#include "vaughn/model/stage_clock.h"

namespace vaughn::worker {

// This thread's. The one thing here that is not passed as a parameter: it would go through forty functions
// that have no use for it, and nothing that is read depends on it.
StageClock& stage_clock();

class StageTimer {
 public:
  explicit StageTimer(Stage stage) : scope_(&stage_clock(), stage) {}

 private:
  StageClock::Scope scope_;
};

// What the function returns; its time is the stage's.
template <class Function>
auto timed(Stage stage, Function function) {
  const StageTimer timer(stage);
  return function();
}

}  // namespace vaughn::worker

#endif  // VAUGHN_WORKER_STAGE_TIMER_H_
