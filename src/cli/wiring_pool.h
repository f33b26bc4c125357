// SPDX-License-Identifier: GPL-3.0-or-later
// What ingest and inspect share: a pool of workers, and being stopped.
#ifndef VAUGHN_CLI_WIRING_POOL_H_
#define VAUGHN_CLI_WIRING_POOL_H_

#include <chrono>
#include <functional>
#include <memory>
#include <string_view>

#include "cli/streams.h"
#include "vaughn/ipc/pool.h"
#include "vaughn/model/page.h"

namespace vaughn::cli {

// nice is added to the workers' niceness.
std::unique_ptr<ipc::Pool> start_pool(int jobs, std::chrono::milliseconds page_timeout, int nice = 0);

// Throws Error(kUsage) when OCR is wanted and language data is not there: better now than on every page.
void require_languages(const ReadOptions& reading, const Streams& streams);

// While one of these exists, the first SIGINT or SIGTERM asks to stop after the pages under way; a second of
// either ends the process at once, by that signal. One at a time.
class StopOnSignal {
 public:
  StopOnSignal();
  ~StopOnSignal();
  StopOnSignal(const StopOnSignal&) = delete;
  StopOnSignal& operator=(const StopOnSignal&) = delete;

  static bool asked();
  // The same for a pipeline to ask again and again; the first time that it is so, say is told what goes on.
  static std::function<bool()> asked_and_say(std::function<void(std::string_view)> say);
};

inline constexpr int kExitProblems = 3;
inline constexpr int kExitFailOn = 4;
inline constexpr int kExitInterrupted = 130;

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_WIRING_POOL_H_
