// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc/stderr_tail.h"

#include <unistd.h>

#include <cerrno>

#include "vaughn/base/strings.h"
#include "vaughn/base/utf8.h"

namespace vaughn::ipc {
namespace {

constexpr std::size_t kMostAtOnce = 1 << 20;
constexpr std::size_t kLongestLine = 240;

}  // namespace

void StderrTail::add(std::string_view bytes) {
  if (bytes.size() > kKept) bytes.remove_prefix(bytes.size() - kKept);
  if (kept_.size() + bytes.size() > kKept) kept_.erase(0, kept_.size() + bytes.size() - kKept);
  kept_.append(bytes);
}

void StderrTail::drain() {
  char buffer[16 << 10];
  for (std::size_t taken = 0; pipe_.valid() && taken < kMostAtOnce;) {
    const ssize_t got = ::read(pipe_.get(), buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return;
    if (got <= 0) return pipe_.reset();
    add({buffer, static_cast<std::size_t>(got)});
    taken += static_cast<std::size_t>(got);
  }
}

std::string last_line(std::string_view text) {
  text = trim(text);
  const std::string_view line = trim(text.substr(text.find_last_of('\n') + 1));
  return make_valid_utf8(line.substr(0, kLongestLine));
}

}  // namespace vaughn::ipc
