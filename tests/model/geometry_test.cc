// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/model/geometry.h"

#include <gtest/gtest.h>

namespace vaughn {
namespace {

TEST(Box, IsHalfOpen) {
  const Box box{0, 0, 10, 10};
  EXPECT_TRUE(box.contains(0, 0));
  EXPECT_FALSE(box.contains(10, 5));
}

TEST(Box, IntersectionOfStrangersIsEmpty) {
  EXPECT_TRUE(intersection({0, 0, 1, 1}, {2, 2, 3, 3}).empty());
  EXPECT_EQ(iou({0, 0, 1, 1}, {2, 2, 3, 3}), 0);
}

TEST(Box, IouOfHalfOverlap) {
  EXPECT_DOUBLE_EQ(iou({0, 0, 2, 1}, {1, 0, 3, 1}), 1.0 / 3);
}

TEST(Box, BoundingAddsNothingForAnEmptyBox) {
  EXPECT_EQ(bounding({}, {1, 2, 3, 4}), (Box{1, 2, 3, 4}));
}

}  // namespace
}  // namespace vaughn
