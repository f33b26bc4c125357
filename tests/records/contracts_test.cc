// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/contracts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "records/page_builder.h"

namespace vaughn::records {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::PageBuilder;

// "kind value", in the order in which they stand.
std::vector<std::string> said(const std::vector<std::string>& rows) {
  std::vector<std::string> all;
  for (const Statement& statement : read_contract_statements(PageBuilder().lines(rows).rows()))
    all.push_back(statement.kind + " " + statement.value);
  return all;
}

TEST(Contracts, SayTheirFormNumberAndDate) {
  EXPECT_THAT(said({"2. CONTRACT NO. 70BBRM31P00000417", "3. AWARD/EFFECTIVE DATE 10/15/2030",
                    "STANDARD FORM 1449 (REV. 2/2012)"}),
              ElementsAre("contract-number 70BBRM31P00000417", "effective-date 2030-10-15", "form SF-1449"));
  EXPECT_THAT(said({"1. DATE OF ORDER", "October 15, 2030", "OPTIONAL FORM 347"}),
              ElementsAre("effective-date 2030-10-15", "form OF-347"));
}

TEST(Contracts, ADateThatMayBeAnotherIsNone) {
  EXPECT_THAT(said({"3. EFFECTIVE DATE 4. ISSUE DATE", "10/15/2030 11/02/2030"}), IsEmpty());
}

TEST(Contracts, InvoicesHaveNumbers) {
  EXPECT_THAT(said({"Bill to Invoice NV-2030-1187"}), ElementsAre("invoice-number NV-2030-1187"));
  EXPECT_THAT(said({"Invoice No.: 4711-A"}), ElementsAre("invoice-number 4711-A"));
  EXPECT_THAT(said({"the invoice of 2 October, part of 3"}), IsEmpty());
}

TEST(Contracts, AmountsHaveUnits) {
  EXPECT_THAT(said({"Amount due $218,400.00", "up to $1.5 million"}),
              ElementsAre("amount $218,400.00", "amount $1.5 million"));
}

}  // namespace
}  // namespace vaughn::records
