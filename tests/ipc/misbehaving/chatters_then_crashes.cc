// SPDX-License-Identifier: GPL-3.0-or-later
// Complains for pages and pages, and then dies.
#include <csignal>
#include <cstdio>

#include "ipc/behaviours.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc::testing {

int chatters_then_crashes(const Surroundings& where) {
  return serve(where.fd, [&](const Job& job, const Emit& emit) {
    honest_but(job, emit, [&] {
      for (int i = 0; i < 20'000; ++i) std::fprintf(stderr, "Syntax Warning %d: odd, but never mind\n", i);
      std::fputs("the last straw\n\n", stderr);
      die_by(SIGABRT);
    });
  });
}

}  // namespace vaughn::ipc::testing
