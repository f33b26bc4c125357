// SPDX-License-Identifier: GPL-3.0-or-later
// Crashes when all is said, as a destructor might.
#include <csignal>

#include "ipc/behaviours.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc::testing {

int crashes_after_last_answer(const Surroundings& where) {
  return serve(where.fd, [](const Job& job, const Emit& emit) {
    honest(job, emit);
    die_by(SIGSEGV);
  });
}

}  // namespace vaughn::ipc::testing
