// SPDX-License-Identifier: GPL-3.0-or-later
// Throws what no handler should.
#include <stdexcept>

#include "ipc/behaviours.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc::testing {

int throws(const Surroundings& where) {
  return serve(where.fd, [&](const Job& job, const Emit& emit) {
    honest_but(job, emit, [&] { throw std::runtime_error("no such dictionary entry"); });
  });
}

}  // namespace vaughn::ipc::testing
