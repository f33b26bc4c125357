// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "cli/page_address.h"
#include "cli/version.h"
#include "cli/wiring.h"
#include "cli/wiring_ingest.h"
#include "cli/wiring_pool.h"
#include "vaughn/base/clock.h"
#include "vaughn/base/error.h"
#include "vaughn/base/strings.h"
#include "vaughn/pipeline/reprocess.h"
#include "vaughn/report/table.h"

namespace vaughn::cli {
namespace {

store::PageSelection selection_of(const ReprocessOptions& options, const store::Reader& reader) {
  store::PageSelection selection;
  selection.failed = options.failed;
  selection.text_sources = options.text_sources;
  selection.confidence_below = options.confidence_below;
  for (const std::string& given : options.sources) {
    SourceAddress address = source_address(given);
    auto source = the_source_named(reader, given);  // a name may look as if it ended in pages
    if (source)
      address.pages = {};
    else
      source = the_source_named(reader, address.source);
    if (!source)
      throw Error(ErrorCode::kUsage, "no source is called '" + report::printable_line(address.source) + "'",
                  "'vaughn status' lists the sources.");
    selection.sources.push_back({source->id, std::move(address.pages)});
  }
  return selection;
}

pipeline::ReprocessRequest request_for(const ReprocessOptions& options, const store::Reader& reader) {
  pipeline::ReprocessRequest request;
  request.selection = selection_of(options, reader);
  request.reading = options.run.reading;
  request.passwords = options.run.passwords;
  request.tool_version = version();
  request.options_json = task_json(options);
  if (options.run.reading.ocr) request.ocr_engine = ocr_engine();
  return request;
}

// A writer would make a database where there is none; a reader says that there is none.
std::unique_ptr<store::Writer> open_existing(const std::string& database) {
  std::error_code missing;
  if (std::filesystem::file_size(database, missing) == 0 || missing) store::Reader::open(database);
  return store::Writer::open(database);
}

// "2-5, 7".
std::string ranges(const std::vector<PageIndex>& pages) {
  std::string text;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::size_t first = i;
    while (i + 1 < pages.size() && pages[i + 1].value() == pages[i].value() + 1) ++i;
    if (!text.empty()) text += ", ";
    text += std::to_string(pages[first].number().value());
    if (i > first) text += "-" + std::to_string(pages[i].number().value());
  }
  return text;
}

// Exit status of --dry-run.
int list_plan(const pipeline::ReprocessPlan& plan, Streams& streams) {
  report::Table table{.columns = {{"Source", report::Align::kLeft, report::Shrink::kStart},
                                  {"Pages", report::Align::kRight},
                                  {"Which", report::Align::kLeft, report::Shrink::kItems}},
                      .rows = {}};
  int pages = 0, sources = 0, problems = 0;
  for (const pipeline::PlannedSource& planned : plan.sources) {
    const std::string& path = planned.source.path;
    if (planned.problem) {
      streams.err << report::printable_line(failure_line(path, 0, *planned.problem)) << '\n';
      ++problems;
      continue;
    }
    ++sources;
    pages += static_cast<int>(planned.chosen.pages.size());
    table.rows.push_back(planned.chosen.to_open
                             ? std::vector<std::string>{path, "?", "to be opened"}
                             : std::vector<std::string>{
                                   path, with_thousands(static_cast<long long>(planned.chosen.pages.size())),
                                   ranges(planned.chosen.pages)});
  }
  if (!table.rows.empty()) {
    report::Terminal terminal;
    terminal.width = streams.out_device == Device::kTerminal ? streams.width : 1'000'000;
    report::print_table(table, terminal, streams.out);
  }
  streams.err << counted(pages, "page") << " of " << counted(sources, "file") << " would be read again.\n";
  return problems > 0 ? kExitProblems : 0;
}

void print_comparison(const pipeline::Comparison& all, Streams& streams) {
  if (all.higher + all.lower + all.same > 0)
    streams.err << "OCR confidence: higher on " << counted(all.higher, "page") << ", lower on "
                << with_thousands(all.lower) << ", the same on " << with_thousands(all.same)
                << (all.not_compared > 0
                        ? "; " + with_thousands(all.not_compared) + " with nothing to compare"
                        : std::string())
                << ".\n";
  if (all.kept > 0)
    streams.err << counted(all.kept, "page") << (all.kept == 1 ? " keeps" : " keep")
                << " the complete reading there was: the new one failed or waits for OCR.\n";
}

void print_summary(const ReprocessOptions& options, const pipeline::IngestOutcome& outcome, double seconds,
                   Streams& streams) {
  if (outcome.interrupted)
    streams.err << "Interrupted. What was read is stored; the same command goes on from there.\n";
  if (outcome.pages_done + outcome.pages_failed == 0 && outcome.sources_failed > 0) {
    streams.err << "Nothing was read: " << counted(outcome.sources_failed, "file") << " could not be.\n";
    return;
  }
  streams.err << "Read " << counted(outcome.pages_done, "page") << " again in "
              << static_cast<int>(seconds + 0.5) << " s";
  if (outcome.pages_failed > 0) streams.err << "; " << counted(outcome.pages_failed, "page") << " failed";
  if (outcome.sources_failed > 0)
    streams.err << "; " << counted(outcome.sources_failed, "file") << " could not be read";
  streams.err << ".\n";
  print_comparison(outcome.comparison, streams);
  warn_of_leaks(outcome.leaks, options.run.database, streams);
  if (outcome.pages_done > 0)
    streams.err << "Stored in " << options.run.database
                << ". Earlier readings are kept: vaughn show SOURCE:PAGE --readings --db "
                << options.run.database << '\n';
}

}  // namespace

int run_reprocess(const ReprocessOptions& options, Streams& streams) {
  require_languages(options.run.reading, streams);
  const Stopwatch watch;
  const StopOnSignal stop;
  auto writer = options.dry_run ? nullptr : open_existing(options.run.database);
  auto reader = store::Reader::open(options.run.database);
  const pipeline::ReprocessRequest request = request_for(options, *reader);
  const pipeline::ReprocessPlan plan = pipeline::plan_reprocess(request, *reader, StopOnSignal::asked);
  reader.reset();
  if (plan.done_before > 0 && !options.run.quiet)
    streams.err << "Going on with a run that did not end: it had read " << counted(plan.done_before, "page")
                << ".\n";
  if (plan.sources.empty() && !options.run.quiet && !StopOnSignal::asked())
    streams.err << "Nothing to do: no page is chosen by this.\n";
  if (options.dry_run) return plan.sources.empty() ? 0 : list_plan(plan, streams);
  // Also without sources where a run did not end, which is over now.
  if (plan.sources.empty() && plan.done_before == 0 && !StopOnSignal::asked())
    return fails(options.run) ? kExitFailOn : 0;
  const auto progress = make_progress(options.run.progress, streams);
  pipeline::IngestOutcome outcome;
  {
    const auto pool = start_pool(options.run.jobs, options.run.page_timeout, options.run.nice);
    pipeline::IngestHooks hooks = ingest_hooks(*progress);
    // Unlike what an ingest meets, a file that has gone is not on record, so it is told without progress too.
    if (options.run.progress == ProgressMode::kNone)
      hooks.failed = [&](const std::string& path, int page, const Problem& problem) {
        streams.err << report::printable_line(failure_line(path, page, problem)) << '\n';
      };
    outcome = pipeline::reprocess(request, plan, *writer, *pool, hooks);
  }
  writer.reset();
  progress->finish();
  if (!options.run.quiet && !plan.sources.empty()) print_summary(options, outcome, watch.seconds(), streams);
  if (outcome.interrupted) return kExitInterrupted;
  if (fails(options.run)) return kExitFailOn;
  return outcome.sources_failed + outcome.pages_failed > 0 ? kExitProblems : 0;
}

}  // namespace vaughn::cli
