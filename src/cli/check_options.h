// SPDX-License-Identifier: GPL-3.0-or-later
// What `vaughn check` was asked to do.
#ifndef VAUGHN_CLI_CHECK_OPTIONS_H_
#define VAUGHN_CLI_CHECK_OPTIONS_H_

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/command.h"
#include "vaughn/model/finding.h"
#include "vaughn/model/page.h"
#include "vaughn/model/page_number.h"
#include "vaughn/report/format.h"
#include "vaughn/report/terminal.h"

namespace vaughn::cli {

struct CheckOptions {
  std::vector<std::string> files;         // or
  std::optional<std::string> database{};  // one of them
  std::set<FindingClass> classes;         // that are printed
  std::set<FindingClass> fail_on;
  bool fail_on_problem = false;
  std::optional<std::string> reveal{};  // the file that hidden text goes to
  ReadOptions reading;
  PageChoice pages;
  int jobs = 1;
  int nice = 0;  // added to that of the workers
  std::vector<std::string> passwords;
  std::chrono::milliseconds page_timeout{120'000};
  report::Format format = report::Format::kTerminal;
  report::Terminal terminal{};
};

// Reads the password files. Throws Error(kUsage).
CheckOptions check_options(const ParsedOptions& parsed, const Streams& streams);

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_CHECK_OPTIONS_H_
