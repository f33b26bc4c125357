// SPDX-License-Identifier: GPL-3.0-or-later
// Crashes on the bad page and on the one behind it.
#include <csignal>

#include "ipc/behaviours.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc::testing {

int crashes_on_two_pages(const Surroundings& where) {
  return serve(where.fd, [](const Job& job, const Emit& emit) {
    for (const PageIndex page : job.pages) {
      if (page.value() == kBadPage.value() || page.value() == kBadPage.value() + 1) die_by(SIGFPE);
      emit(PageRead{honest_reading(page)});
    }
  });
}

}  // namespace vaughn::ipc::testing
