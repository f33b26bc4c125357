// SPDX-License-Identifier: GPL-3.0-or-later
// Lets std::bad_alloc out.
#include <new>

#include "ipc/behaviours.h"

namespace vaughn::ipc::testing {

void out_of_memory(const Job& job, const Emit& emit) {
  honest_but(job, emit, [&] { throw std::bad_alloc(); });
}

}  // namespace vaughn::ipc::testing
