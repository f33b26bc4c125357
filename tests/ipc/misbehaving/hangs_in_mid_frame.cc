// SPDX-License-Identifier: GPL-3.0-or-later
// Stops for good with half of its answer sent.
#include <unistd.h>
#include <string>

#include "ipc/behaviours.h"
#include "ipc/frame.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc::testing {

int hangs_in_mid_frame(const Surroundings& where) {
  return serve(where.fd, [&](const Job& job, const Emit& emit) {
    honest_but(job, emit, [&] {
      const std::string frame = encode_frame(FrameKind::kAnswer, std::string(1000, 'x'));
      write_all(where.fd, frame.substr(0, frame.size() / 2));
      for (;;) ::pause();
    });
  });
}

}  // namespace vaughn::ipc::testing
