// SPDX-License-Identifier: GPL-3.0-or-later
// Prints a great deal on stdout and stderr, and reads its pages all the same.
#include <cstdio>

#include "ipc/behaviours.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc::testing {

int chatters(const Surroundings& where) {
  return serve(where.fd, [](const Job& job, const Emit& emit) {
    for (int i = 0; i < 20'000; ++i) {
      std::puts("Page 1 of 1, resolution 300 dpi, and so on and so forth");
      std::fputs("Estimating resolution as 300, which is neither here nor there\n", stderr);
    }
    honest(job, emit);
  });
}

}  // namespace vaughn::ipc::testing
