// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/page_address.h"

#include <gtest/gtest.h>

#include "vaughn/base/error.h"

namespace vaughn::cli {
namespace {

TEST(PageAddress, IsSplitAtTheLastColon) {
  const PageAddress address = page_address("box:3/letter.pdf:12");
  EXPECT_EQ(address.source, "box:3/letter.pdf");
  EXPECT_EQ(address.page, PageNumber(12));
}

TEST(PageAddress, NeedsASourceAndAPageFromOne) {
  for (const char* text : {"letter.pdf", "letter.pdf:", "letter.pdf:0", "letter.pdf:-1", "letter.pdf:x",
                           "letter.pdf:3x", ":3", ""})
    EXPECT_THROW(page_address(text), Error) << text;
}

}  // namespace
}  // namespace vaughn::cli
