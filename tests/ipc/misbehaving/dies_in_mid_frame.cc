// SPDX-License-Identifier: GPL-3.0-or-later
// Dies with half of its answer sent.
#include <csignal>
#include <string>

#include "ipc/behaviours.h"
#include "ipc/frame.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc::testing {

int dies_in_mid_frame(const Surroundings& where) {
  return serve(where.fd, [&](const Job& job, const Emit& emit) {
    honest_but(job, emit, [&] {
      const std::string frame = encode_frame(FrameKind::kAnswer, std::string(1000, 'x'));
      write_all(where.fd, frame.substr(0, frame.size() / 2));
      die_by(SIGKILL);
    });
  });
}

}  // namespace vaughn::ipc::testing
