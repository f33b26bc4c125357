// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/base/iso_date.h"

#include <gtest/gtest.h>

namespace vaughn {
namespace {

TEST(IsoDate, IsADayAMonthOrAYear) {
  for (const char* date : {"2030-10-18", "2030-10", "2030", "2032-02-29"})
    EXPECT_TRUE(is_iso_date(date)) << date;
  for (const char* text : {"", "203", "2030-", "2030-1", "2030-13", "2030-10-32", "2031-02-29", "2030/10/18",
                           "2030-10-18T", "18-10-2030", "2030-10-1"})
    EXPECT_FALSE(is_iso_date(text)) << text;
}

TEST(IsoDay, IsADay) {
  EXPECT_TRUE(is_iso_day("2030-10-18"));
  EXPECT_FALSE(is_iso_day("2030-10"));
}

}  // namespace
}  // namespace vaughn
