// SPDX-License-Identifier: GPL-3.0-or-later
// Answers with a page nobody asked for.

#include "ipc/behaviours.h"

namespace vaughn::ipc::testing {

void answers_wrong_page(const Job& job, const Emit& emit) {
  honest_but(job, emit, [&] { emit(PageRead{honest_reading(PageIndex(77))}); });
}

}  // namespace vaughn::ipc::testing
