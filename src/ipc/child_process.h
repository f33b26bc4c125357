// SPDX-License-Identifier: GPL-3.0-or-later
// A running worker: owns the process, both descriptors and what is half-way through them. Never outlives this
// object.
#ifndef VAUGHN_IPC_CHILD_PROCESS_H_
#define VAUGHN_IPC_CHILD_PROCESS_H_

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "ipc/frame.h"
#include "ipc/spawn.h"
#include "ipc/stderr_tail.h"

namespace vaughn::ipc {

class ChildProcess {
 public:
  ChildProcess(Spawned spawned, std::size_t frame_bytes_limit);
  ~ChildProcess();  // kills and reaps
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  int channel() const { return channel_.get(); }
  StderrTail& errors() { return errors_; }
  pid_t pid() const { return pid_; }
  // From /proc; 0 when it is gone.
  std::size_t resident_bytes() const;

  // Queues a frame; flush() sends what the channel takes. That the child is gone shows when reading.
  void send(FrameKind kind, std::string_view payload);
  void flush();
  bool has_unsent() const { return !unsent_.empty(); }

  std::variant<Frame, Waiting, Closed, Nonsense> read() { return reader_.read(channel_.get()); }

  // Lets the child end by itself within the time and returns its status as from waitpid(2); kills it when it
  // does not, and returns nothing. No process is left either way, and errors() holds its last words.
  std::optional<int> end(std::chrono::milliseconds grace);
  // Tells an idle child that there is no more work.
  void hang_up() { channel_.reset(); }

 private:
  bool reap_now();
  void kill_and_reap();

  pid_t pid_;
  UniqueFd channel_;
  StderrTail errors_;
  FrameReader reader_;
  std::string unsent_;
  bool reaped_ = false;
  int status_ = 0;
};

}  // namespace vaughn::ipc

#endif  // VAUGHN_IPC_CHILD_PROCESS_H_
