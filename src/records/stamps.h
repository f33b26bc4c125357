// SPDX-License-Identifier: GPL-3.0-or-later
// Other numbers at the edges of pages: of a document's pages, of courts, of the agency's own documents.
#ifndef VAUGHN_RECORDS_STAMPS_H_
#define VAUGHN_RECORDS_STAMPS_H_

#include <vector>

#include "vaughn/model/record.h"
#include "vaughn/records/edges.h"

namespace vaughn::records {

// In page order. bates: what is a production number is nothing else.
std::vector<Stamp> read_stamps(const std::vector<PageEdges>& pages, const std::vector<BatesNumber>& bates);

}  // namespace vaughn::records

#endif  // VAUGHN_RECORDS_STAMPS_H_
