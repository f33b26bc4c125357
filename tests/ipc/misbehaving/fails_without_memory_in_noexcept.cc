// SPDX-License-Identifier: GPL-3.0-or-later
// Runs out of memory where C++ can only call std::terminate().
#include <functional>
#include <new>

#include "ipc/behaviours.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc::testing {

int fails_without_memory_in_noexcept(const Surroundings& where) {
  return serve(where.fd, [&](const Job& job, const Emit& emit) {
    honest_but(job, emit, [&] {
      const std::function<void()> allocate = [] { throw std::bad_alloc(); };
      const auto cannot_throw = [&]() noexcept { allocate(); };
      cannot_throw();
    });
  });
}

}  // namespace vaughn::ipc::testing
