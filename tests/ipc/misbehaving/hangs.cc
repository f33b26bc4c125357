// SPDX-License-Identifier: GPL-3.0-or-later
// Does not come back. Says in its marks file who it is, where there is one.
#include <fcntl.h>
#include <unistd.h>
#include <string>

#include "ipc/behaviours.h"
#include "vaughn/base/unique_fd.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc::testing {

int hangs(const Surroundings& where) {
  return serve(where.fd, [&](const Job& job, const Emit& emit) {
    honest_but(job, emit, [&] {
      if (!where.marks.empty()) {
        const UniqueFd file(::open(where.marks.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
        write_all(file.get(), std::to_string(::getpid()) + "\n");
      }
      for (;;) ::pause();
    });
  });
}

}  // namespace vaughn::ipc::testing
