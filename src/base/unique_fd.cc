// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/base/unique_fd.h"

#include <unistd.h>

namespace vaughn {

void UniqueFd::reset(int fd) {
  if (fd_ >= 0 && fd_ != fd) ::close(fd_);
  fd_ = fd;
}

}  // namespace vaughn
