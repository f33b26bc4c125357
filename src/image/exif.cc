// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/exif.h"

#include <cstddef>
#include <cstdint>

namespace vaughn::image {
namespace {

constexpr int kUpright = 1;

// Bytes of either order; what lies beyond the end reads as 0.
class Bytes {
 public:
  Bytes(std::string_view data, bool big_endian) : data_(data), big_endian_(big_endian) {}

  std::uint32_t u8(std::size_t at) const {
    return at < data_.size() ? static_cast<unsigned char>(data_[at]) : 0u;
  }
  std::uint32_t u16(std::size_t at) const {
    return big_endian_ ? u8(at) << 8 | u8(at + 1) : u8(at + 1) << 8 | u8(at);
  }
  std::uint32_t u32(std::size_t at) const {
    return big_endian_ ? u16(at) << 16 | u16(at + 2) : u16(at + 2) << 16 | u16(at);
  }

 private:
  std::string_view data_;
  bool big_endian_;
};

int orientation_in_tiff_header(std::string_view tiff) {
  const Bytes bytes(tiff, tiff.substr(0, 2) == "MM");
  if (bytes.u16(2) != 42) return kUpright;
  const std::size_t directory = bytes.u32(4);
  const std::uint32_t entries = bytes.u16(directory);
  for (std::uint32_t i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + 12u * i;
    if (entry + 12 > tiff.size()) break;
    if (bytes.u16(entry) != 0x0112) continue;
    const auto value = static_cast<int>(bytes.u16(entry + 8));
    return value >= 1 && value <= 8 ? value : kUpright;
  }
  return kUpright;
}

}  // namespace

int exif_orientation(std::string_view jpeg) {
  const Bytes bytes(jpeg, true);
  if (bytes.u16(0) != 0xffd8) return kUpright;
  constexpr std::string_view kExif("Exif\0\0", 6);
  for (std::size_t at = 2; at + 4 <= jpeg.size();) {
    const std::uint32_t marker = bytes.u16(at);
    const std::uint32_t length = bytes.u16(at + 2);
    // From the start of scan on there are no more segments that could hold it.
    if ((marker & 0xff00) != 0xff00 || marker == 0xffda || length < 2) break;
    const std::string_view body = jpeg.substr(at + 4, length - 2);
    if (marker == 0xffe1 && body.substr(0, 6) == kExif) return orientation_in_tiff_header(body.substr(6));
    at += 2 + length;
  }
  return kUpright;
}

}  // namespace vaughn::image
