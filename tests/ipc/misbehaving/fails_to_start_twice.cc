// SPDX-License-Identifier: GPL-3.0-or-later
// Comes up at the third attempt.

#include "ipc/behaviours.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc::testing {

int fails_to_start_twice(const Surroundings& where) {
  return leave_mark(where.marks) < 3 ? 1 : serve(where.fd, honest);
}

}  // namespace vaughn::ipc::testing
