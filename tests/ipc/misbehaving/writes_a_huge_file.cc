// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a temporary file beyond the limit.
#include <cstdio>
#include <string>

#include "ipc/behaviours.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc::testing {

int writes_a_huge_file(const Surroundings& where) {
  return serve(where.fd, [&](const Job& job, const Emit& emit) {
    honest_but(job, emit, [&] {
      std::FILE* const file = std::tmpfile();
      const std::string block(1 << 20, 'x');
      for (int i = 0; i < 64; ++i) std::fwrite(block.data(), 1, block.size(), file);
    });
  });
}

}  // namespace vaughn::ipc::testing
