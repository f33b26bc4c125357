// SPDX-License-Identifier: GPL-3.0-or-later
// Is not through when it says so: answers follow the end of the job.

#include "ipc/behaviours.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc::testing {

int talks_after_done(const Surroundings& where) {
  return serve(where.fd, [&](const Job& job, const Emit& emit) {
    honest(job, emit);
    emit(JobDone{});
    emit(PageRead{honest_reading(kBadPage)});
  });
}

}  // namespace vaughn::ipc::testing
