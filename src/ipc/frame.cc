// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc/frame.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <boost/crc.hpp>
#include <cerrno>
#include <cstring>
#include <utility>

namespace vaughn::ipc {
namespace {

constexpr std::uint32_t kMagic = 0x4E475556;  // "VUGN" on a little-endian machine
constexpr std::uint16_t kVersion = 1;
constexpr std::size_t kReadStep = 1 << 16;

struct Header {
  std::uint32_t magic = kMagic;
  std::uint16_t version = kVersion;
  std::uint16_t kind = 0;
  std::uint64_t payload_bytes = 0;
  std::uint32_t payload_crc = 0;
  // Of the fields above. The header has a checksum of its own so that a damaged length is seen at once, and
  // not waited for until the time-out.
  std::uint32_t header_crc = 0;
};
static_assert(sizeof(Header) == kFrameHeaderBytes, "no padding, which would hold anything");

std::uint32_t crc(const void* bytes, std::size_t size) {
  boost::crc_32_type sum;
  sum.process_bytes(bytes, size);
  return sum.checksum();
}

std::uint32_t own_crc(const Header& header) {
  return crc(&header, offsetof(Header, header_crc));
}

bool is_known(std::uint16_t kind) {
  return kind == static_cast<std::uint16_t>(FrameKind::kHello) ||
         kind == static_cast<std::uint16_t>(FrameKind::kJob) ||
         kind == static_cast<std::uint16_t>(FrameKind::kAnswer);
}

Header header_of(const std::array<char, kFrameHeaderBytes>& bytes) {
  Header header;
  std::memcpy(&header, bytes.data(), bytes.size());
  return header;
}

// Empty when there is nothing wrong with it.
std::string complaint(const Header& header, std::size_t limit) {
  if (header.magic != kMagic || header.header_crc != own_crc(header))
    return "it is not in the form agreed on";
  if (header.version != kVersion) return "it comes from another version of this program";
  if (!is_known(header.kind)) return "it is of an unknown kind";
  if (header.payload_bytes > limit)
    return fmt::format("it is {} bytes long, and at most {} are taken", header.payload_bytes, limit);
  return {};
}

// Bytes read, 0 at the end, -1 when there is nothing at the moment. A reset by a peer that died is an end.
ssize_t read_some(int fd, char* into, std::size_t size) {
  for (;;) {
    const ssize_t got = ::read(fd, into, size);
    if (got >= 0) return got;
    if (errno == EAGAIN || errno == EWOULDBLOCK) return -1;
    if (errno != EINTR) return 0;
  }
}

}  // namespace

std::string encode_frame(FrameKind kind, std::string_view payload) {
  Header header;
  header.kind = static_cast<std::uint16_t>(kind);
  header.payload_bytes = payload.size();
  header.payload_crc = crc(payload.data(), payload.size());
  header.header_crc = own_crc(header);
  std::string bytes;
  bytes.reserve(kFrameHeaderBytes + payload.size());
  char raw[kFrameHeaderBytes];
  std::memcpy(raw, &header, sizeof raw);
  bytes.append(raw, sizeof raw);
  bytes.append(payload);
  return bytes;
}

FrameReader::Got FrameReader::fill_header(int fd) {
  while (header_filled_ < header_.size()) {
    const ssize_t got = read_some(fd, header_.data() + header_filled_, header_.size() - header_filled_);
    if (got <= 0) return got == 0 ? Got::kClosed : Got::kWaiting;
    header_filled_ += static_cast<std::size_t>(got);
  }
  return Got::kAll;
}

FrameReader::Got FrameReader::fill_payload(int fd) {
  while (payload_.size() < payload_size_) {
    const std::size_t have = payload_.size();
    payload_.resize(have + std::min(kReadStep, payload_size_ - have));
    const ssize_t got = read_some(fd, payload_.data() + have, payload_.size() - have);
    payload_.resize(have + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got <= 0) return got == 0 ? Got::kClosed : Got::kWaiting;
  }
  return Got::kAll;
}

std::variant<Frame, Waiting, Closed, Nonsense> FrameReader::read(int fd) {
  if (header_filled_ < header_.size()) {
    const Got got = fill_header(fd);
    if (got == Got::kWaiting) return Waiting{};
    if (got == Got::kClosed) return Closed{};
    const Header announced = header_of(header_);
    if (std::string why = complaint(announced, limit_); !why.empty()) {
      header_filled_ = 0;
      return Nonsense{std::move(why)};
    }
    payload_size_ = announced.payload_bytes;
    payload_.reserve(payload_size_);
  }
  const Got got = fill_payload(fd);
  if (got == Got::kWaiting) return Waiting{};
  if (got == Got::kClosed) return Closed{};
  const Header header = header_of(header_);
  header_filled_ = 0;
  Frame frame{static_cast<FrameKind>(header.kind), std::exchange(payload_, {})};
  if (crc(frame.payload.data(), frame.payload.size()) != header.payload_crc)
    return Nonsense{"it was damaged on the way"};
  return frame;
}

}  // namespace vaughn::ipc
