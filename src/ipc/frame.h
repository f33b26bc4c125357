// SPDX-License-Identifier: GPL-3.0-or-later
// What travels over the channel: a header with two checksums, and a payload. docs/formats/ipc.md
#ifndef VAUGHN_IPC_FRAME_H_
#define VAUGHN_IPC_FRAME_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace vaughn::ipc {

enum class FrameKind : std::uint16_t {
  kHello = 1,   // child to parent, once, before anything else; no payload
  kJob = 2,     // parent to child
  kAnswer = 3,  // child to parent
};

struct Frame {
  FrameKind kind = FrameKind::kHello;
  std::string payload;
};

inline constexpr std::size_t kFrameHeaderBytes = 24;

std::string encode_frame(FrameKind kind, std::string_view payload);

struct Waiting {};  // nothing more to read at the moment
struct Closed {};   // the other side is gone, perhaps in the middle of a frame
struct Nonsense {   // not a frame; nothing after it can be trusted either
  std::string why;
};

// Takes frames from a descriptor one at a time and never reads beyond the one it is at, so that an unread
// channel holds the sender back. On a non-blocking descriptor read() returns Waiting and goes on the next
// time; on a blocking one it returns with the frame.
class FrameReader {
 public:
  explicit FrameReader(std::size_t frame_bytes_limit) : limit_(frame_bytes_limit) {}

  std::variant<Frame, Waiting, Closed, Nonsense> read(int fd);

 private:
  enum class Got { kAll, kWaiting, kClosed };
  Got fill_header(int fd);
  Got fill_payload(int fd);

  std::size_t limit_;
  std::array<char, kFrameHeaderBytes> header_{};
  std::size_t header_filled_ = 0;
  std::size_t payload_size_ = 0;
  std::string payload_;
};

}  // namespace vaughn::ipc

#endif  // VAUGHN_IPC_FRAME_H_
