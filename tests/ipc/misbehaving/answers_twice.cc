// SPDX-License-Identifier: GPL-3.0-or-later
// Gives the answer on the bad page, and every description, twice.

#include "ipc/behaviours.h"

namespace vaughn::ipc::testing {

void answers_twice(const Job& job, const Emit& emit) {
  honest_but(job, emit, [&] {
    for (int i = 0; i < 2; ++i) {
      if (job.kind == JobKind::kDescribe) emit(Described{{kPagesOfEverySource, {}}});
      if (job.kind == JobKind::kRead) emit(PageRead{honest_reading(kBadPage)});
    }
  });
}

}  // namespace vaughn::ipc::testing
