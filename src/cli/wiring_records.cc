// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/wiring.h"
#include "cli/wiring_pool.h"
#include "vaughn/base/strings.h"
#include "vaughn/pipeline/rebuild.h"
#include "vaughn/store/writer.h"

namespace vaughn::cli {
namespace {

// A writer would make the file.
void require_database(const std::string& database) {
  (void)store::Reader::open(database);
}

}  // namespace

int run_rebuild(const std::string& database, Streams& streams) {
  require_database(database);
  const auto writer = store::Writer::open(database);
  const StopOnSignal stop;
  pipeline::RebuildHooks hooks;
  hooks.stop = StopOnSignal::asked_and_say([&](std::string_view line) { streams.err << line << std::endl; });
  const pipeline::RebuildOutcome outcome = pipeline::rebuild(*writer, hooks);
  streams.err << "Derived anew: " << with_thousands(outcome.pages)
              << (outcome.pages == 1 ? " page" : " pages") << " of " << with_thousands(outcome.sources)
              << (outcome.sources == 1 ? " source" : " sources") << ".\n";
  return outcome.interrupted ? kExitInterrupted : 0;
}

void run_correct_records(const CorrectRecords& task) {
  const auto writer = store::Writer::open(task.database);
  for (const Correction& correction : task.corrections) writer->add_correction(task.source, correction);
  pipeline::rebuild_source(*writer, task.source);
}

void run_import_request(const std::string& database, const std::vector<RequestItem>& items) {
  require_database(database);
  const auto writer = store::Writer::open(database);
  writer->put_request_items(items);
  writer->commit();
}

int run_decide_item_pages(const DecideItemPages& task) {
  const auto writer = store::Writer::open(task.database);
  const int written = writer->put_verdict(task.item, task.pages, task.verdict);
  writer->commit();
  return written;
}

}  // namespace vaughn::cli
