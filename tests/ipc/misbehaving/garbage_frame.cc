// SPDX-License-Identifier: GPL-3.0-or-later
// Writes something else than a frame into the channel, as a library's stray write() might.

#include "ipc/behaviours.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc::testing {

int garbage_frame(const Surroundings& where) {
  return serve(where.fd, [&](const Job& job, const Emit& emit) {
    honest_but(job, emit,
               [&] { write_all(where.fd, "Syntax Error (1234): Dictionary key must be a name object\n"); });
  });
}

}  // namespace vaughn::ipc::testing
