// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/stage_timer.h"

namespace vaughn::worker {

StageClock& stage_clock() {
  thread_local StageClock clock;
  return clock;
}

}  // namespace vaughn::worker
