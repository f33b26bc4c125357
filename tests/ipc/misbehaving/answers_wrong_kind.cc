// SPDX-License-Identifier: GPL-3.0-or-later
// Describes the source when asked for a page, and reads a page when asked to describe.

#include "ipc/behaviours.h"

namespace vaughn::ipc::testing {

void answers_wrong_kind(const Job& job, const Emit& emit) {
  honest_but(job, emit, [&] {
    if (job.kind == JobKind::kRead) return emit(Described{{kPagesOfEverySource, {}}});
    emit(PageRead{honest_reading(kBadPage)});
  });
}

}  // namespace vaughn::ipc::testing
