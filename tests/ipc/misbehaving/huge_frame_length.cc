// SPDX-License-Identifier: GPL-3.0-or-later
// Announces a frame of many gigabytes, checksums and all, and begins to send it.
#include <boost/crc.hpp>
#include <cstdint>
#include <cstring>
#include <string>

#include "ipc/behaviours.h"
#include "ipc/frame.h"
#include "vaughn/ipc/pool.h"

namespace vaughn::ipc::testing {

int huge_frame_length(const Surroundings& where) {
  return serve(where.fd, [&](const Job& job, const Emit& emit) {
    honest_but(job, emit, [&] {
      std::string frame = encode_frame(FrameKind::kAnswer, {});
      const std::uint64_t length = std::uint64_t{1} << 40;
      std::memcpy(frame.data() + 8, &length, sizeof length);
      boost::crc_32_type sum;
      sum.process_bytes(frame.data(), kFrameHeaderBytes - sizeof(std::uint32_t));
      const std::uint32_t checksum = sum.checksum();
      std::memcpy(frame.data() + kFrameHeaderBytes - sizeof checksum, &checksum, sizeof checksum);
      write_all(where.fd, frame + std::string(1 << 20, 'x'));
    });
  });
}

}  // namespace vaughn::ipc::testing
