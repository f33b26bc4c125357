// SPDX-License-Identifier: GPL-3.0-or-later
// Never gets as far as serving.
#include <cstdio>

#include "ipc/behaviours.h"

namespace vaughn::ipc::testing {

int dies_before_hello(const Surroundings&) {
  std::fputs("error while loading shared libraries: libnothing.so.1\n", stderr);
  return 127;
}

}  // namespace vaughn::ipc::testing
