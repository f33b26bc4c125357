// SPDX-License-Identifier: GPL-3.0-or-later
// Sorts the time that passes by the stage it is spent on.
#ifndef VAUGHN_MODEL_STAGE_CLOCK_H_
#define VAUGHN_MODEL_STAGE_CLOCK_H_

#include "vaughn/base/clock.h"
#include "vaughn/model/stages.h"

namespace vaughn {

// Time that no scope claims counts as kOther. Scopes nest: a moment belongs to the innermost, so that the
// stages add up to the whole. Not for several threads; the time of the processor is that of the process.
class StageClock {
 public:
  // What was spent since the clock was made or last asked; asking begins anew.
  StageTimes take();

  class Scope {
   public:
    Scope(StageClock* clock, Stage stage) : clock_(clock), before_(clock->enter(stage)) {}
    ~Scope() { clock_->enter(before_); }
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

   private:
    StageClock* clock_;
    Stage before_;
  };

 private:
  // Charges the time up to now to the stage so far, which it returns.
  Stage enter(Stage stage);

  Stage stage_ = Stage::kOther;
  Moment since_ = Moment::now();
  StageTimes times_;
};

}  // namespace vaughn

#endif  // VAUGHN_MODEL_STAGE_CLOCK_H_
