// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "cli/profile.h"
#include "cli/run_log.h"
#include "cli/version.h"
#include "cli/wiring.h"
#include "cli/wiring_ingest.h"
#include "cli/wiring_pool.h"
#include "vaughn/base/clock.h"
#include "vaughn/base/error.h"
#include "vaughn/base/strings.h"
#include "vaughn/pipeline/ingest.h"

namespace vaughn::cli {
namespace {

pipeline::IngestRequest request_for(const IngestOptions& options) {
  pipeline::IngestRequest request;
  request.paths.assign(options.paths.begin(), options.paths.end());
  request.find = {options.include, options.exclude};
  request.release = options.release;
  request.reading = options.reading;
  request.pages = options.pages;
  request.passwords = options.passwords;
  request.tool_version = version();
  if (options.reading.ocr) request.ocr_engine = ocr_engine();
  request.options_json = "{\"languages\":" + json_quote(options.reading.languages) +
                         ",\"ocr\":" + (options.reading.ocr ? "true" : "false") +
                         ",\"jobs\":" + std::to_string(options.jobs) +
                         ",\"nice\":" + std::to_string(options.nice) + "}";
  return request;
}

void print_summary(const IngestOptions& options, const pipeline::IngestOutcome& outcome, double seconds,
                   Streams& streams) {
  if (outcome.interrupted)
    streams.err << "Interrupted. What was read is stored; the same command goes on from there.\n";
  if (outcome.files_found == 0) {
    streams.err << "No files found.\n";
    return;
  }
  if (outcome.files_found == outcome.sources_failed) {
    streams.err << "Nothing could be read: " << counted(outcome.files_found, "file")
                << " could not be opened (vaughn status says why).\n";
    return;
  }
  if (outcome.pages_done + outcome.pages_failed == 0 && !outcome.interrupted) {
    streams.err << "Nothing new: " << counted(outcome.files_found, "file")
                << " stood in the database already";
    if (outcome.sources_failed > 0)
      streams.err << "; " << counted(outcome.sources_failed, "file") << " cannot be read";
    if (outcome.pages_failed_before > 0)
      streams.err << "; " << counted(outcome.pages_failed_before, "page") << " failed earlier";
    const bool complete = outcome.sources_failed + outcome.pages_failed_before == 0;
    streams.err << (complete ? ".\n" : " (vaughn status says why).\n");
    return;
  }
  streams.err << counted(outcome.files_found, "file") << ": read " << counted(outcome.pages_done, "page")
              << " in " << static_cast<int>(seconds + 0.5) << " s";
  if (outcome.pages_failed > 0) streams.err << "; " << counted(outcome.pages_failed, "page") << " failed";
  if (outcome.sources_failed > 0)
    streams.err << "; " << counted(outcome.sources_failed, "file") << " could not be opened";
  streams.err << ".\n";
  warn_of_leaks(outcome.leaks, options.database, streams);
  streams.err << "Stored in " << options.database << ". Next: vaughn search 'WORDS' --db " << options.database
              << '\n';
}

}  // namespace

std::string counted(int count, const std::string& thing) {
  return with_thousands(count) + ' ' + thing + (count == 1 ? "" : "s");
}

void warn_of_leaks(int leaks, const std::string& database, Streams& streams) {
  if (leaks > 0)
    streams.err << "Warning: what was withheld can still be had from the file at " << counted(leaks, "place")
                << " (vaughn check --db " << database << ").\n";
}

std::string failure_line(const std::string& path, int page, const Problem& problem) {
  return (page == 0 ? path : path + " page " + std::to_string(page)) + ": " + problem.cause +
         (problem.advice.empty() ? "" : ". " + problem.advice);
}

pipeline::IngestHooks ingest_hooks(Progress& progress) {
  pipeline::IngestHooks hooks;
  hooks.stop = StopOnSignal::asked_and_say([&](std::string_view line) { progress.message(line); });
  hooks.progress = [&](const pipeline::IngestProgress& state) {
    progress.update({state.pages_done, state.pages_total, state.current, state.problems});
  };
  hooks.failed = [&](const std::string& path, int page, const Problem& problem) {
    progress.message(failure_line(path, page, problem));
  };
  return hooks;
}

bool fails(const IngestOptions& options) {
  if (options.fail_on.empty()) return false;
  const store::StatusSummary status = store::Reader::open(options.database)->status();
  const bool failed_source =
      std::any_of(status.sources.begin(), status.sources.end(),
                  [](const store::SourceRow& source) { return source.state == "failed"; });
  const bool unread = failed_source || status.pages_failed > 0;
  const bool leak = status.findings_by_class.contains(std::string(to_string(FindingClass::kLeak)));
  return std::any_of(options.fail_on.begin(), options.fail_on.end(), [&](FailOn condition) {
    switch (condition) {
      case FailOn::kProblem:
        return unread;
      case FailOn::kUnread:
        return unread || status.pages_pending > 0 || status.pages_ocr_due > 0;
      case FailOn::kLeak:
        return leak;
      case FailOn::kUnlabelled:
        return status.redactions_unlabelled > 0;
    }
    return false;
  });
}

int run_ingest(const IngestOptions& options, Streams& streams) {
  require_languages(options.reading, streams);
  const Stopwatch watch;
  const auto progress = make_progress(options.progress, streams);
  const StopOnSignal stop;
  std::optional<RunLog> log;
  if (options.log)
    log.emplace(*options.log, [&](std::string_view line) { streams.err << line << std::endl; });
  Profile profile;
  pipeline::IngestHooks hooks = ingest_hooks(*progress);
  hooks.stop = StopOnSignal::asked_and_say([&](std::string_view line) {
    progress->message(line);
    if (log) log->interrupted();
  });
  const pipeline::IngestRequest request = request_for(options);
  if (log) log->start("ingest", version(), request.options_json, options.jobs);
  pipeline::IngestOutcome outcome;
  Profile::Whole whole;
  try {
    const auto pool = start_pool(options.jobs, options.page_timeout, options.nice);
    const auto take_worker_events = [&] {
      for (const ipc::WorkerEvent& event : pool->take_worker_events()) {
        profile.add(event);
        if (log) log->add(event);
      }
    };
    hooks.event = [&](const pipeline::RunEvent& event) {
      take_worker_events();
      profile.add(event);
      if (log) log->add(event);
    };
    const auto writer = store::Writer::open(options.database);
    outcome = pipeline::ingest(request, *writer, *pool, hooks);
    take_worker_events();
    whole.pool = pool->stats();
  } catch (const Error& error) {
    if (log) log->end(error);
    throw;
  }
  if (log) log->end(outcome);
  progress->finish();
  if (!options.quiet) print_summary(options, outcome, watch.seconds(), streams);
  if (options.profile) {
    whole.parent = outcome.times;
    profile.measure_processes(&whole);
    profile.print(whole, {.width = streams.width}, streams.err);
  }
  if (outcome.interrupted) return kExitInterrupted;
  if (fails(options)) return kExitFailOn;
  return outcome.sources_failed + outcome.pages_failed + outcome.pages_failed_before > 0 ? kExitProblems : 0;
}

}  // namespace vaughn::cli
