// SPDX-License-Identifier: GPL-3.0-or-later
// Answers a job it was never given.

#include "ipc/behaviours.h"
#include "ipc/frame.h"
#include "ipc/wire.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc::testing {

int answers_for_another_job(const Surroundings& where) {
  return serve(where.fd, [&](const Job& job, const Emit& emit) {
    honest_but(job, emit, [&] {
      const Answer answer{job.id + 1, PageRead{honest_reading(kBadPage)}};
      write_all(where.fd, encode_frame(FrameKind::kAnswer, encode_answer(answer)));
    });
  });
}

}  // namespace vaughn::ipc::testing
