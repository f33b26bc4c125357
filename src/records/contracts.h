// SPDX-License-Identifier: GPL-3.0-or-later
// What contract papers say: numbers of contracts and orders, amounts, the vendor. docs/records.md.
#ifndef VAUGHN_RECORDS_CONTRACTS_H_
#define VAUGHN_RECORDS_CONTRACTS_H_

#include <vector>

#include "records/rows.h"
#include "vaughn/model/record.h"

namespace vaughn::records {

// Statements of kinds "contract-number", "amount", "vendor"; in the order of the page.
std::vector<Statement> read_contract_statements(const PageRows& page);

}  // namespace vaughn::records

#endif  // VAUGHN_RECORDS_CONTRACTS_H_
