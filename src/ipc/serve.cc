// SPDX-License-Identifier: GPL-3.0-or-later
// The child's side of the channel.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "ipc/death.h"
#include "ipc/frame.h"
#include "ipc/wire.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc {
namespace {

// A job is a path, some options and a few page numbers.
constexpr std::size_t kLongestJob = std::size_t{16} << 20;

// The blocking end of a channel. Once the parent is gone, what is sent to it goes nowhere; the next read ends
// it all.
class Sender {
 public:
  explicit Sender(int fd) : fd_(fd) {}

  void send(FrameKind kind, std::string_view payload) {
    const std::string frame = encode_frame(kind, payload);
    for (std::string_view rest = frame; !rest.empty() && connected_;) {
      const ssize_t sent = ::send(fd_, rest.data(), rest.size(), MSG_NOSIGNAL);
      if (sent >= 0) {
        rest.remove_prefix(static_cast<std::size_t>(sent));
      } else if (errno != EINTR) {
        connected_ = false;
      }
    }
  }
  bool connected() const { return connected_; }

 private:
  int fd_;
  bool connected_ = true;
};

int serve_jobs(int fd, const Handler& handler) {
  Sender sender(fd);
  sender.send(FrameKind::kHello, {});
  FrameReader reader(kLongestJob);
  while (sender.connected()) {
    const auto got = reader.read(fd);
    if (std::holds_alternative<Closed>(got)) return kExitServed;
    const auto* frame = std::get_if<Frame>(&got);
    if (frame == nullptr || frame->kind != FrameKind::kJob) return kExitNoChannel;
    const Result<Job> job = decode_job(frame->payload);
    if (!job) return kExitNoChannel;
    const auto answer = [&](decltype(Answer::body) body) {
      sender.send(FrameKind::kAnswer, encode_answer({job->id, std::move(body)}));
    };
    handler(*job, answer);
    answer(JobDone{});
  }
  return kExitNoChannel;
}

}  // namespace

int serve(int fd, const Handler& handler) {
  // A process that the handler starts must not hold the channel open.
  ::fcntl(fd, F_SETFD, FD_CLOEXEC);
  try {
    return serve_jobs(fd, handler);
  } catch (const std::bad_alloc&) {
    return kExitOutOfMemory;
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return kExitHandlerThrew;
  }
}

}  // namespace vaughn::ipc
