// SPDX-License-Identifier: GPL-3.0-or-later
// What the runs of ingest and reprocess have in common around the pipeline.
#ifndef VAUGHN_CLI_WIRING_INGEST_H_
#define VAUGHN_CLI_WIRING_INGEST_H_

#include <string>

#include "cli/ingest_options.h"
#include "cli/progress.h"
#include "cli/streams.h"
#include "vaughn/pipeline/ingest.h"

namespace vaughn::cli {

// "1 page", "1,203 pages".
std::string counted(int count, const std::string& thing);

// What a person is told of a source (page 0) or page that could not be read. Not made printable.
std::string failure_line(const std::string& path, int page, const Problem& problem);

// Stops on a signal; tells progress and failures. The progress has to outlive them.
pipeline::IngestHooks ingest_hooks(Progress& progress);

void warn_of_leaks(int leaks, const std::string& database, Streams& streams);

// Whether a condition of --fail-on holds. What they ask about is what the database holds at the end, so that
// a run with nothing left to do answers the same.
bool fails(const IngestOptions& options);

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_WIRING_INGEST_H_
