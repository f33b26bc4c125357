// SPDX-License-Identifier: GPL-3.0-or-later
// Ends as if all were well.
#include <cstdlib>

#include "ipc/behaviours.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc::testing {

int exits_silently(const Surroundings& where) {
  return serve(where.fd,
               [&](const Job& job, const Emit& emit) { honest_but(job, emit, [&] { std::_Exit(0); }); });
}

}  // namespace vaughn::ipc::testing
