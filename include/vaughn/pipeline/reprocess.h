// SPDX-License-Identifier: GPL-3.0-or-later
// Chosen pages of a database read again from their files.
#ifndef VAUGHN_PIPELINE_REPROCESS_H_
#define VAUGHN_PIPELINE_REPROCESS_H_

#include <string>
#include <vector>

#include "vaughn/pipeline/ingest.h"
#include "vaughn/store/reader.h"

namespace vaughn::pipeline {

struct ReprocessRequest {
  store::PageSelection selection;
  ReadOptions reading;
  std::vector<std::string> passwords;
  std::string ocr_engine;    // "tesseract 5.3.0"
  std::string tool_version;  // for the run's row
  // Also says whether a run that was interrupted had the same task, so that this one goes on with it: what
  // cannot change a row, such as the number of workers, does not belong in here.
  std::string options_json;
};

// A source as chosen, and its file as it is now.
struct PlannedSource {
  store::ChosenSource chosen;
  Source source;  // at the first of its paths where it is unchanged
  // Why its file will not do: it is gone, is another by now, or was no document when it was ingested and is
  // none now. Nothing of it is read then.
  std::optional<Problem> problem;
  // The file is the one that was ingested and failed then; the problem is news about it.
  bool problem_is_of_source = false;
};

struct ReprocessPlan {
  std::vector<PlannedSource> sources;
  int done_before = 0;  // pages that an interrupted run with the same task had done
};

// Chooses the pages and looks at the files, each of which is read once for its digest. Ends early, with what
// it has, when stop answers true.
ReprocessPlan plan_reprocess(const ReprocessRequest& request, const store::Reader& reader,
                             const std::function<bool()>& stop);

// Reads the pages of the plan. Sources that could not be opened are opened and read whole. The plan has to be
// made of the same database, with nothing written to it since.
IngestOutcome reprocess(const ReprocessRequest& request, const ReprocessPlan& plan, store::Writer& writer,
                        ipc::Pool& pool, const IngestHooks& hooks);

}  // namespace vaughn::pipeline

#endif  // VAUGHN_PIPELINE_REPROCESS_H_
