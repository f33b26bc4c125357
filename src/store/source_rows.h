// SPDX-License-Identifier: GPL-3.0-or-later
// Releases and sources as rows: the writing side. See Writer for what each promises.
#ifndef VAUGHN_STORE_SOURCE_ROWS_H_
#define VAUGHN_STORE_SOURCE_ROWS_H_

#include <vector>

#include "store/connection.h"
#include "vaughn/store/writer.h"

namespace vaughn::store {

ReleaseId write_release(Connection& connection, const ReleaseInfo& release);
RegisteredSource write_source(Connection& connection, ReleaseId release, RunId run, const Source& source);
// A damaged file may claim any number of pages, and each would be a row: what it says, with a problem in
// place of the pages that are too many.
SourceDescription bounded(SourceDescription description);
void write_description(Connection& connection, SourceId source, const SourceDescription& description);
void write_source_failure(Connection& connection, SourceId source, const Problem& problem);
void write_bates(Connection& connection, SourceId source, const std::vector<BatesNumber>& numbers);

}  // namespace vaughn::store

#endif  // VAUGHN_STORE_SOURCE_ROWS_H_
