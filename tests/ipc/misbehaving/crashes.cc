// SPDX-License-Identifier: GPL-3.0-or-later
// Dies of a bad pointer, after a word about it.
#include <csignal>
#include <cstdio>

#include "ipc/behaviours.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc::testing {

int crashes(const Surroundings& where) {
  return serve(where.fd, [&](const Job& job, const Emit& emit) {
    honest_but(job, emit, [&] {
      std::fputs("xref table is a mess\nabout to crash\n", stderr);
      die_by(SIGSEGV);
    });
  });
}

}  // namespace vaughn::ipc::testing
