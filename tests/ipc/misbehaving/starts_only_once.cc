// SPDX-License-Identifier: GPL-3.0-or-later
// The first one serves, nobody after it can be started.

#include "ipc/behaviours.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc::testing {

int starts_only_once(const Surroundings& where) {
  return leave_mark(where.marks) > 1 ? 1 : serve(where.fd, honest);
}

}  // namespace vaughn::ipc::testing
