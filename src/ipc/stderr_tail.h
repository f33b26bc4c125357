// SPDX-License-Identifier: GPL-3.0-or-later
// The last words of a worker: the end of what it wrote to stderr, however much that was.
#ifndef VAUGHN_IPC_STDERR_TAIL_H_
#define VAUGHN_IPC_STDERR_TAIL_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "vaughn/base/unique_fd.h"

namespace vaughn::ipc {

class StderrTail {
 public:
  static constexpr std::size_t kKept = 8 << 10;

  // The reading end of a pipe, non-blocking.
  explicit StderrTail(UniqueFd pipe) : pipe_(std::move(pipe)) {}

  // -1 when the other end is closed.
  int fd() const { return pipe_.get(); }

  // Takes what is there, at most 1 MiB of it: a worker that writes without end must not hold the others up.
  void drain();
  void add(std::string_view bytes);

  const std::string& text() const { return kept_; }

 private:
  UniqueFd pipe_;
  std::string kept_;
};

// The last line that is not blank, made valid UTF-8 and cut to a length that suits a message; empty when
// there is none.
std::string last_line(std::string_view text);

}  // namespace vaughn::ipc

#endif  // VAUGHN_IPC_STDERR_TAIL_H_
