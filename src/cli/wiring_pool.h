// SPDX-License-Identifier: GPL-3.0-or-later
// What ingest and inspect share: a pool of workers, and being stopped.
#ifndef VAUGHN_CLI_WIRING_POOL_H_
#define VAUGHN_CLI_WIRING_POOL_H_

#include <chrono>
#include <memory>

#include "cli/streams.h"
#include "vaughn/ipc/pool.h"
#include "vaughn/model/page.h"

namespace vaughn::cli {

std::unique_ptr<ipc::Pool> start_pool(int jobs, std::chrono::milliseconds page_timeout);

// Throws Error(kUsage) when OCR is wanted and language data is not there: better now than on every page.
void require_languages(const ReadOptions& reading, const Streams& streams);

// While one of these exists, the first SIGINT or SIGTERM asks to stop after the pages under way; a second
// ends the process at once. One at a time.
class StopOnSignal {
 public:
  StopOnSignal();
  ~StopOnSignal();
  StopOnSignal(const StopOnSignal&) = delete;
  StopOnSignal& operator=(const StopOnSignal&) = delete;

  static bool asked();
};

inline constexpr int kExitProblems = 3;
inline constexpr int kExitFailOn = 4;
inline constexpr int kExitInterrupted = 130;

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_WIRING_POOL_H_
