// SPDX-License-Identifier: GPL-3.0-or-later
// Greets in the middle of its work.

#include "ipc/behaviours.h"
#include "ipc/frame.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc::testing {

int says_hello_again(const Surroundings& where) {
  return serve(where.fd, [&](const Job& job, const Emit& emit) {
    honest_but(job, emit, [&] { write_all(where.fd, encode_frame(FrameKind::kHello, {})); });
  });
}

}  // namespace vaughn::ipc::testing
