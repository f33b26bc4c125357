// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/captured_stderr.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cstdio>

#include "vaughn/base/strings.h"
#include "vaughn/base/utf8.h"

namespace vaughn::image {

CapturedStderr::CapturedStderr() {
  std::fflush(stderr);
  memory_.reset(memfd_create("stderr", MFD_CLOEXEC));
  if (!memory_.valid()) return;
  before_.reset(fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3));
  if (before_.valid()) dup2(memory_.get(), STDERR_FILENO);
}

CapturedStderr::~CapturedStderr() {
  std::fflush(stderr);
  if (before_.valid()) dup2(before_.get(), STDERR_FILENO);
}

std::string CapturedStderr::first_line() const {
  std::fflush(stderr);
  std::array<char, 200> bytes{};
  const ssize_t size = memory_.valid() ? pread(memory_.get(), bytes.data(), bytes.size(), 0) : 0;
  if (size <= 0) return {};
  const std::string_view all(bytes.data(), static_cast<std::size_t>(size));
  return make_valid_utf8(trim(all.substr(0, all.find('\n'))));
}

}  // namespace vaughn::image
