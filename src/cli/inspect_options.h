// SPDX-License-Identifier: GPL-3.0-or-later
// What `vaughn inspect` was asked to do.
#ifndef VAUGHN_CLI_INSPECT_OPTIONS_H_
#define VAUGHN_CLI_INSPECT_OPTIONS_H_

#include <chrono>
#include <string>
#include <vector>

#include "cli/command.h"
#include "vaughn/model/page.h"
#include "vaughn/model/page_number.h"
#include "vaughn/report/page.h"

namespace vaughn::cli {

struct InspectOptions {
  std::vector<std::string> files;  // as given, at least one
  ReadOptions reading;
  PageChoice pages;
  int jobs = 1;
  int nice = 0;  // added to that of the workers
  report::IncludeWords words = report::IncludeWords::kNo;
  std::vector<std::string> passwords;
  std::chrono::milliseconds page_timeout{120'000};
};

// Reads the password files. Throws Error(kUsage).
InspectOptions inspect_options(const ParsedOptions& parsed);

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_INSPECT_OPTIONS_H_
