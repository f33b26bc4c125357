// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc/frame.h"

#include <gmock/gmock.h>
#include <sys/socket.h>
#include <unistd.h>

#include <boost/crc.hpp>
#include <cstring>
#include <random>

#include "vaughn/base/unique_fd.h"

namespace vaughn::ipc {
namespace {

using ::testing::HasSubstr;
using Got = std::variant<Frame, Waiting, Closed, Nonsense>;

constexpr std::size_t kLimit = 1000;

// Both ends of a channel, ours non-blocking.
class Line {
 public:
  Line() {
    int pair[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, pair) != 0)
      throw std::bad_alloc();
    near_.reset(pair[0]);
    far_.reset(pair[1]);
  }
  void put(std::string_view bytes) {
    ASSERT_EQ(::write(far_.get(), bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
  }
  void close() { far_.reset(); }
  Got read() { return reader_.read(near_.get()); }

 private:
  UniqueFd near_, far_;
  FrameReader reader_{kLimit};
};

Got read_once(std::string_view bytes) {
  Line line;
  line.put(bytes);
  line.close();
  return line.read();
}

std::string why(const Got& got) {
  const auto* nonsense = std::get_if<Nonsense>(&got);
  return nonsense == nullptr ? "(not nonsense)" : nonsense->why;
}

// The header's fields, changed behind the back of encode_frame() and its checksum made good again.
std::string forged(std::size_t offset, std::uint64_t value, std::size_t size) {
  std::string frame = encode_frame(FrameKind::kAnswer, "payload");
  std::memcpy(frame.data() + offset, &value, size);
  boost::crc_32_type sum;
  sum.process_bytes(frame.data(), kFrameHeaderBytes - sizeof(std::uint32_t));
  const std::uint32_t checksum = sum.checksum();
  std::memcpy(frame.data() + kFrameHeaderBytes - sizeof checksum, &checksum, sizeof checksum);
  return frame;
}

TEST(FrameReader, ReadsWhatWasWritten) {
  const Got got = read_once(encode_frame(FrameKind::kJob, "pages 1-3"));
  ASSERT_TRUE(std::holds_alternative<Frame>(got));
  EXPECT_EQ(std::get<Frame>(got).kind, FrameKind::kJob);
  EXPECT_EQ(std::get<Frame>(got).payload, "pages 1-3");
}

TEST(FrameReader, ReadsAnEmptyPayload) {
  EXPECT_TRUE(std::holds_alternative<Frame>(read_once(encode_frame(FrameKind::kHello, {}))));
}

TEST(FrameReader, TakesOneFrameAtATime) {
  Line line;
  line.put(encode_frame(FrameKind::kAnswer, "first") + encode_frame(FrameKind::kAnswer, "second"));
  EXPECT_EQ(std::get<Frame>(line.read()).payload, "first");
  EXPECT_EQ(std::get<Frame>(line.read()).payload, "second");
  EXPECT_TRUE(std::holds_alternative<Waiting>(line.read()));
}

TEST(FrameReader, GoesOnWhereItStoppedAfterEveryByte) {
  Line line;
  const std::string frame = encode_frame(FrameKind::kAnswer, "in small pieces");
  for (std::size_t i = 0; i + 1 < frame.size(); ++i) {
    line.put(frame.substr(i, 1));
    ASSERT_TRUE(std::holds_alternative<Waiting>(line.read())) << i;
  }
  line.put(frame.substr(frame.size() - 1));
  EXPECT_EQ(std::get<Frame>(line.read()).payload, "in small pieces");
}

TEST(FrameReader, SeesTheEndAfterEveryByte) {
  const std::string frame = encode_frame(FrameKind::kAnswer, "cut short");
  for (std::size_t i = 0; i < frame.size(); ++i)
    EXPECT_TRUE(std::holds_alternative<Closed>(read_once(frame.substr(0, i)))) << i;
}

TEST(FrameReader, SeesEveryFlippedBit) {
  const std::string frame = encode_frame(FrameKind::kAnswer, "a payload");
  for (std::size_t bit = 0; bit < 8 * frame.size(); ++bit) {
    std::string damaged = frame;
    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
    EXPECT_TRUE(std::holds_alternative<Nonsense>(read_once(damaged))) << bit;
  }
}

TEST(FrameReader, RefusesALengthBeyondTheLimitBeforeReadingOn) {
  EXPECT_THAT(why(read_once(forged(8, std::uint64_t{1} << 62, 8))), HasSubstr("at most 1000"));
  EXPECT_THAT(why(read_once(forged(8, kLimit + 1, 8))), HasSubstr("at most 1000"));
}

TEST(FrameReader, TakesAPayloadAsLongAsTheLimit) {
  EXPECT_TRUE(
      std::holds_alternative<Frame>(read_once(encode_frame(FrameKind::kAnswer, std::string(kLimit, 'x')))));
}

TEST(FrameReader, RefusesAnotherVersion) {
  EXPECT_THAT(why(read_once(forged(4, 2, 2))), HasSubstr("another version"));
}

TEST(FrameReader, RefusesAnUnknownKind) {
  EXPECT_THAT(why(read_once(forged(6, 99, 2))), HasSubstr("unknown kind"));
}

TEST(FrameReader, MakesNothingOfRandomBytes) {
  std::mt19937 random(1);  // NOLINT: the same bytes every time
  for (int round = 0; round < 300; ++round) {
    std::string bytes(random() % 200, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    EXPECT_FALSE(std::holds_alternative<Frame>(read_once(bytes)));
  }
}

}  // namespace
}  // namespace vaughn::ipc
