// SPDX-License-Identifier: GPL-3.0-or-later
// `vaughn search --batch`.
#ifndef VAUGHN_CLI_SEARCH_BATCH_H_
#define VAUGHN_CLI_SEARCH_BATCH_H_

#include "cli/parsed_options.h"
#include "cli/search_options.h"
#include "cli/streams.h"
#include "vaughn/store/reader.h"

namespace vaughn::cli {

// Returns the exit status: 2 when a query could not be answered, which keeps none of the others from it.
int run_search_batch(const store::Reader& reader, const SearchOptions& options, const ParsedOptions& parsed,
                     Streams& streams);

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_SEARCH_BATCH_H_
