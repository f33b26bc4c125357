// SPDX-License-Identifier: GPL-3.0-or-later
// Crashes on the bad page the first time only.
#include <csignal>

#include "ipc/behaviours.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc::testing {

int crashes_once(const Surroundings& where) {
  return serve(where.fd, [&](const Job& job, const Emit& emit) {
    honest_but(job, emit, [&] {
      if (leave_mark(where.marks) == 1) die_by(SIGSEGV);
      if (job.kind == JobKind::kDescribe) return emit(Described{{kPagesOfEverySource, {}}});
      emit(PageRead{honest_reading(kBadPage)});
    });
  });
}

}  // namespace vaughn::ipc::testing
