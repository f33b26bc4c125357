// SPDX-License-Identifier: GPL-3.0-or-later
// The log of a run for batch systems: JSON Lines, one object an event. docs/formats/run-log.md.
#ifndef VAUGHN_CLI_RUN_LOG_H_
#define VAUGHN_CLI_RUN_LOG_H_

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "vaughn/base/clock.h"
#include "vaughn/base/error.h"
#include "vaughn/base/unique_fd.h"
#include "vaughn/ipc/pool.h"
#include "vaughn/pipeline/ingest.h"

namespace vaughn::cli {

// Every line is in the file when the call that logs it returns. A log that cannot be written any more does
// not end the run: say is told once, and what follows is not logged. Not for several threads.
class RunLog {
 public:
  // Appends to the file or makes it, readable for all as far as the umask allows. Throws Error(kUsage).
  RunLog(const std::string& path, std::function<void(std::string_view)> say);

  // options: what was asked for, as a JSON object.
  void start(std::string_view command, std::string_view version, std::string_view options_json, int jobs);
  void add(const pipeline::RunEvent& event);
  void add(const ipc::WorkerEvent& event);
  void interrupted();
  void end(const pipeline::IngestOutcome& outcome);
  // The run could not go on.
  void end(const Error& error);

 private:
  void write(std::string_view event, const nlohmann::ordered_json& fields);

  std::string path_;
  std::function<void(std::string_view)> say_;
  UniqueFd file_;
  Stopwatch watch_;
};

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_RUN_LOG_H_
