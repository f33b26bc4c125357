// SPDX-License-Identifier: GPL-3.0-or-later
// Files into a database: what is done next, what is skipped, what a failure means.
#ifndef VAUGHN_PIPELINE_INGEST_H_
#define VAUGHN_PIPELINE_INGEST_H_

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "vaughn/intake/intake.h"
#include "vaughn/ipc/pool.h"
#include "vaughn/model/page.h"
#include "vaughn/model/stages.h"
#include "vaughn/pipeline/run_event.h"
#include "vaughn/store/writer.h"

namespace vaughn::pipeline {

struct IngestRequest {
  std::vector<std::filesystem::path> paths;
  intake::FindOptions find;
  store::ReleaseInfo release;
  ReadOptions reading;
  PageChoice pages;  // of every source
  std::vector<std::string> passwords;
  std::string tool_version;  // for the run's row
  std::string options_json;
  std::string ocr_engine;  // that recognises, "tesseract 5.3.0"; for the readings' rows
};

struct IngestProgress {
  int pages_done = 0;   // in this run
  int pages_total = 0;  // to do in this run
  int problems = 0;     // sources and pages that failed, in this run
  std::string current;  // path of the source answered last
};

// How the readings of a run compare with those the pages had.
struct Comparison {
  int higher = 0, lower = 0, same = 0;  // mean OCR confidence
  int not_compared = 0;                 // one of the two has none, or the page had no reading
  int kept = 0;  // the page keeps the complete one it had: the new one failed or waits for OCR
};

struct IngestOutcome {
  int files_found = 0;
  int sources_known = 0;        // files whose source was complete already
  int sources_failed = 0;       // in this run or before
  int pages_done = 0;           // read in this run
  int pages_failed = 0;         // in this run
  int pages_failed_before = 0;  // of the files found, in earlier runs; they are not tried again
  int leaks = 0;                // findings in this run
  int unlabelled = 0;
  Comparison comparison;
  bool interrupted = false;
  StageTimes times{};  // of this process: kStore, kCommit, kRecords, and the rest as kOther
};

struct IngestHooks {
  std::function<void(const IngestProgress&)> progress = [](const IngestProgress&) {};
  // A source or page that failed, as it happens: path, page number (0 for the source), why.
  std::function<void(const std::string&, int, const Problem&)> failed = [](const std::string&, int,
                                                                           const Problem&) {};
  // What happens, in more detail.
  RunListener event = [](const RunEvent&) {};
  // Asked between answers; once true, pages under way are finished and stored and the run ends as
  // interrupted.
  std::function<bool()> stop = [] { return false; };
};

// Registers and opens every source in a stable order, so that rows do not depend on who finishes first, then
// reads what the database does not have yet. Throws Error when the run cannot go on; what was committed
// stays.
IngestOutcome ingest(const IngestRequest& request, store::Writer& writer, ipc::Pool& pool,
                     const IngestHooks& hooks);

}  // namespace vaughn::pipeline

#endif  // VAUGHN_PIPELINE_INGEST_H_
