// SPDX-License-Identifier: GPL-3.0-or-later
// Where commands meet the folders that do the work: each function puts the parts together for one command and
// returns its exit status. May throw Error.
#ifndef VAUGHN_CLI_WIRING_H_
#define VAUGHN_CLI_WIRING_H_

#include <chrono>
#include <string>
#include <vector>

#include "cli/check_options.h"
#include "cli/ingest_options.h"
#include "cli/inspect_options.h"
#include "cli/reprocess_options.h"
#include "cli/streams.h"
#include "vaughn/store/reader.h"

namespace vaughn::cli {

int run_ingest(const IngestOptions& options, Streams& streams);
int run_reprocess(const ReprocessOptions& options, Streams& streams);
int run_inspect(const InspectOptions& options, Streams& streams);
int run_check(const CheckOptions& options, Streams& streams);

int run_rebuild(const std::string& database, Streams& streams);

struct CorrectRecords {
  std::string database{};
  store::SourceId source{};
  std::vector<Correction> corrections{};
};

// Notes what a person said and derives the source's records anew.
void run_correct_records(const CorrectRecords& task);

// Throws Error when there is no database.
void run_import_request(const std::string& database, const std::vector<RequestItem>& items);

struct DecideItemPages {
  std::string database{};
  std::string item{};
  std::vector<store::PageId> pages{};
  ItemVerdict verdict = ItemVerdict::kConfirmed;
};

// How many of the pages are there.
int run_decide_item_pages(const DecideItemPages& task);

// The child's side; fd is the channel to the parent.
int run_worker(int fd);

struct ShowImageOptions {
  store::PageRow page;
  std::string output{};             // a PNG is written there, whole or not at all
  std::vector<Box> hits{};          // words to mark
  std::vector<std::string> kept{};  // files of the database, the database itself: never written over
  std::vector<std::string> passwords{};
  std::chrono::milliseconds page_timeout{120'000};
};

// Draws the page with its redactions and codes marked, from its file, which has to be the one that was
// ingested.
int run_show_image(const ShowImageOptions& options, Streams& streams);

// A library the program stands on, as found at run time.
struct Component {
  std::string name{};     // "Poppler"
  std::string version{};  // "22.12.0"
  std::string problem{};  // why it will not do, "built without FTS5"; empty: all is well
  std::string advice{};   // what to do about the problem
};

std::vector<Component> component_versions();

// What recognises, for the rows of readings: "tesseract 5.3.0".
std::string ocr_engine();

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_WIRING_H_
