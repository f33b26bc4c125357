// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/exif.h"

#include <gtest/gtest.h>

#include <string>

namespace vaughn::image {
namespace {

std::string big_endian(std::size_t value, int bytes) {
  std::string text;
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) text += static_cast<char>(value >> shift & 0xff);
  return text;
}

// The head of a JPEG with one EXIF entry.
std::string jpeg_with(std::size_t tag, std::size_t value) {
  const std::string tiff = "MM" + big_endian(42, 2) + big_endian(8, 4) + big_endian(1, 2) +
                           big_endian(tag, 2) + big_endian(3, 2) + big_endian(1, 4) + big_endian(value, 2) +
                           big_endian(0, 2);
  const std::string body = std::string("Exif\0\0", 6) + tiff;
  return big_endian(0xffd8, 2) + big_endian(0xffe0, 2) + big_endian(4, 2) + "xx" + big_endian(0xffe1, 2) +
         big_endian(body.size() + 2, 2) + body + big_endian(0xffda, 2);
}

TEST(ExifOrientation, IsReadBehindOtherSegments) {
  EXPECT_EQ(exif_orientation(jpeg_with(0x0112, 6)), 6);
}

TEST(ExifOrientation, IsUprightWhenNotSaid) {
  EXPECT_EQ(exif_orientation(jpeg_with(0x0110, 6)), 1);
  EXPECT_EQ(exif_orientation(""), 1);
  EXPECT_EQ(exif_orientation("not a JPEG at all"), 1);
}

TEST(ExifOrientation, IsUprightWhenNonsense) {
  EXPECT_EQ(exif_orientation(jpeg_with(0x0112, 77)), 1);
}

TEST(ExifOrientation, SurvivesEveryTruncation) {
  const std::string whole = jpeg_with(0x0112, 6);
  for (std::size_t size = 0; size < whole.size() - 4; ++size) {
    const int orientation = exif_orientation(whole.substr(0, size));
    EXPECT_TRUE(orientation == 1 || orientation == 6) << size;
  }
}

}  // namespace
}  // namespace vaughn::image
