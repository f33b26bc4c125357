// SPDX-License-Identifier: GPL-3.0-or-later
// Pages that are too much at full resolution.
#include <unistd.h>

#include <new>

#include "ipc/behaviours.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc::testing {

void too_fine_for_memory(const Job& job, const Emit& emit) {
  for (const PageIndex page : job.pages) {
    if (page == kBadPage && !job.first_try) throw std::bad_alloc();
    PageReading reading = honest_reading(page);
    if (job.first_try) reading.reason = "after: " + job.first_try->cause;
    emit(PageRead{reading});
  }
}

int too_fine_for_the_time(const Surroundings& where) {
  return serve(where.fd, [](const Job& job, const Emit& emit) {
    for (const PageIndex page : job.pages) {
      while (page == kBadPage && !job.first_try) ::pause();
      PageReading reading = honest_reading(page);
      if (job.first_try) reading.reason = "after: " + job.first_try->cause;
      emit(PageRead{reading});
    }
  });
}

}  // namespace vaughn::ipc::testing
