// SPDX-License-Identifier: GPL-3.0-or-later
// Is some other program altogether.
#include <unistd.h>

#include "ipc/behaviours.h"

namespace vaughn::ipc::testing {

int says_something_else_first(const Surroundings& where) {
  write_all(where.fd, "220 mail.example.org ESMTP ready\r\n");
  ::pause();
  return 0;
}

}  // namespace vaughn::ipc::testing
