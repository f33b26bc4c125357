// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/dates.h"

#include <gtest/gtest.h>

namespace vaughn::records {
namespace {

struct Printed {
  const char* text;
  const char* iso;
  const char* zone;
};

class Dates : public ::testing::TestWithParam<Printed> {};

TEST_P(Dates, AreReadAsPrinted) {
  const auto date = read_date(GetParam().text);
  ASSERT_TRUE(date);
  EXPECT_EQ(date->iso, GetParam().iso);
  EXPECT_EQ(date->zone, GetParam().zone);
}

INSTANTIATE_TEST_SUITE_P(
    Forms, Dates,
    ::testing::Values(Printed{"Tuesday, March 3, 2020 9:14 AM", "2020-03-03T09:14:00", ""},
                      Printed{"Tue 3/3/2020 9:14 AM", "2020-03-03T09:14:00", ""},
                      Printed{"3/3/2020 9:14:05 PM", "2020-03-03T21:14:05", ""},
                      Printed{"March 3, 2020 at 9:14:13 AM EST", "2020-03-03T09:14:13", "EST"},
                      Printed{"Tue, 3 Mar 2020 09:14:13 -0500", "2020-03-03T09:14:13", "-0500"},
                      Printed{"Mon, Mar 2, 2020 at 12:30 AM", "2020-03-02T00:30:00", ""},
                      Printed{"2020-03-03 09:14", "2020-03-03T09:14:00", ""},
                      Printed{"03-Mar-20", "2020-03-03", ""}, Printed{"2020AUG12", "2020-08-12", ""},
                      Printed{"031414ZMAR20", "2020-03-03T14:14:00", ""},
                      Printed{"14 March 1999", "1999-03-14", ""}, Printed{"10/31/90", "1990-10-31", ""},
                      Printed{"Wednesday, March 4, 2O20 l0:30 AM", "2020-03-04T10:30:00", ""}));

TEST(NoDate, IsMadeOutOfOtherNumbers) {
  for (const char* text : {"February 30, 2020", "13/45/2020", "555-0100", "Page 3 of 12", "may be reached"})
    EXPECT_FALSE(read_date(text)) << text;
}

TEST(Date, SaysWhereItStands) {
  const std::string text = "On Mon, Mar 2, 2020 at 4:30 PM Jane Roe wrote:";
  const auto date = read_date(text);
  ASSERT_TRUE(date);
  EXPECT_EQ(text.substr(date->end), "Jane Roe wrote:");
}

TEST(Deadline, FollowsTheCalendar) {
  EXPECT_EQ(days_later("2031-03-04", 90), "2031-06-02");
  EXPECT_EQ(days_later("2023-12-31", 60), "2024-02-29");
}

}  // namespace
}  // namespace vaughn::records
