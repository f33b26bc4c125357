// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for memory until there is none.
#include <cstddef>
#include <vector>

#include "ipc/behaviours.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc::testing {

int allocates_without_end(const Surroundings& where) {
  return serve(where.fd, [&](const Job& job, const Emit& emit) {
    honest_but(job, emit, [&] {
      std::vector<std::vector<char>> hoard;
      for (;;) hoard.emplace_back(std::size_t{16} << 20);
    });
  });
}

}  // namespace vaughn::ipc::testing
