// SPDX-License-Identifier: GPL-3.0-or-later
// Complains about every good page, and ends without a word at the bad one.
#include <cstdio>
#include <cstdlib>

#include "ipc/behaviours.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc::testing {

int warns_then_exits(const Surroundings& where) {
  return serve(where.fd, [](const Job& job, const Emit& emit) {
    for (const PageIndex page : job.pages) {
      if (page == kBadPage) std::_Exit(4);
      std::fprintf(stderr, "page %d is odd\n", page.number().value());
      emit(PageRead{honest_reading(page)});
    }
  });
}

}  // namespace vaughn::ipc::testing
