// SPDX-License-Identifier: GPL-3.0-or-later
#include <variant>

#include "cli/wiring.h"
#include "cli/wiring_pool.h"
#include "vaughn/pipeline/inspect.h"
#include "vaughn/worker/handler.h"

namespace vaughn::cli {

int run_inspect(const InspectOptions& options, Streams& streams) {
  require_languages(options.reading, streams);
  pipeline::InspectRequest request;
  request.paths.assign(options.files.begin(), options.files.end());
  request.reading = options.reading;
  request.pages = options.pages;
  request.passwords = options.passwords;
  const StopOnSignal stop;
  const auto pool = start_pool(options.jobs, options.page_timeout, options.nice);
  bool problems = false;
  const bool complete = pipeline::inspect(
      request, *pool,
      [&](const pipeline::InspectedPage& page) {
        if (const auto* reading = std::get_if<PageReading>(&page.result)) {
          streams.out << report::page_json_line(page.source.path, page.source.sha256, *reading,
                                                options.words);
        } else {
          problems = true;
          streams.out << report::failed_page_json_line(page.source.path, page.source.sha256, page.page,
                                                       std::get<Problem>(page.result));
        }
        streams.out << std::endl;  // a script reads along
      },
      StopOnSignal::asked_and_say([&](std::string_view line) { streams.err << line << std::endl; }));
  if (!complete) return kExitInterrupted;
  return problems ? kExitProblems : 0;
}

int run_worker(int fd) {
  return ipc::serve(fd, worker::make_handler());
}

}  // namespace vaughn::cli
