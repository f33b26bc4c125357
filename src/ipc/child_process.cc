// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc/child_process.h"

#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <fstream>
#include <string>
#include <thread>
#include <utility>

namespace vaughn::ipc {

ChildProcess::ChildProcess(Spawned spawned, std::size_t frame_bytes_limit)
    : pid_(spawned.pid),
      channel_(std::move(spawned.channel)),
      errors_(std::move(spawned.errors)),
      reader_(frame_bytes_limit) {}

ChildProcess::~ChildProcess() {
  kill_and_reap();
}

std::size_t ChildProcess::resident_bytes() const {
  std::ifstream file("/proc/" + std::to_string(pid_) + "/statm");
  std::size_t pages = 0, resident_pages = 0;
  if (!(file >> pages >> resident_pages)) return 0;
  return resident_pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

void ChildProcess::send(FrameKind kind, std::string_view payload) {
  unsent_ += encode_frame(kind, payload);
  flush();
}

void ChildProcess::flush() {
  while (!unsent_.empty()) {
    const ssize_t sent = ::send(channel_.get(), unsent_.data(), unsent_.size(), MSG_NOSIGNAL);
    if (sent >= 0) {
      unsent_.erase(0, static_cast<std::size_t>(sent));
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      return;
    } else if (errno != EINTR) {
      unsent_.clear();
    }
  }
}

bool ChildProcess::reap_now() {
  if (reaped_) return true;
  const pid_t got = ::waitpid(pid_, &status_, WNOHANG);
  // ECHILD: the program ignores SIGCHLD and the system has reaped it; how it ended is lost.
  reaped_ = got == pid_ || (got < 0 && errno == ECHILD);
  return reaped_;
}

void ChildProcess::kill_and_reap() {
  if (reaped_) return;
  ::kill(pid_, SIGKILL);
  while (::waitpid(pid_, &status_, 0) < 0 && errno == EINTR) {
  }
  reaped_ = true;
}

std::optional<int> ChildProcess::end(std::chrono::milliseconds grace) {
  const auto until = std::chrono::steady_clock::now() + grace;
  bool by_itself = reap_now();
  while (!by_itself && std::chrono::steady_clock::now() < until) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    by_itself = reap_now();
  }
  kill_and_reap();
  errors_.drain();
  return by_itself ? std::optional(status_) : std::nullopt;
}

}  // namespace vaughn::ipc
