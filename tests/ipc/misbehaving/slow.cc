// SPDX-License-Identifier: GPL-3.0-or-later
// Takes a fifth of a second for each page.
#include <chrono>
#include <thread>

#include "ipc/behaviours.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc::testing {

int slow(const Surroundings& where) {
  return serve(where.fd, [](const Job& job, const Emit& emit) {
    for (const PageIndex page : job.pages) {
      std::this_thread::sleep_for(std::chrono::milliseconds(200));
      emit(PageRead{honest_reading(page)});
    }
  });
}

}  // namespace vaughn::ipc::testing
