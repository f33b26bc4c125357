// SPDX-License-Identifier: GPL-3.0-or-later
// Does its job, and dies when it has nothing to do.
#include <sys/time.h>

#include "ipc/behaviours.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc::testing {

int dies_between_jobs(const Surroundings& where) {
  return serve(where.fd, [](const Job& job, const Emit& emit) {
    honest(job, emit);
    const itimerval soon{{0, 0}, {0, 20'000}};
    ::setitimer(ITIMER_REAL, &soon, nullptr);  // SIGALRM, which nobody handles
  });
}

}  // namespace vaughn::ipc::testing
