// SPDX-License-Identifier: GPL-3.0-or-later
// Closes the channel and goes on running.
#include <unistd.h>

#include "ipc/behaviours.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc::testing {

int hangs_up(const Surroundings& where) {
  return serve(where.fd, [&](const Job& job, const Emit& emit) {
    honest_but(job, emit, [&] {
      ::close(where.fd);
      for (;;) ::pause();
    });
  });
}

}  // namespace vaughn::ipc::testing
