// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/inspect_options.h"

#include "cli/option_values.h"

namespace vaughn::cli {

InspectOptions inspect_options(const ParsedOptions& parsed) {
  InspectOptions options;
  options.files = parsed.arguments();
  options.reading = read_options(parsed);
  options.pages = pages(parsed);
  options.jobs = jobs(parsed);
  options.nice = niceness(parsed);
  options.words = parsed.has("words") ? report::IncludeWords::kYes : report::IncludeWords::kNo;
  options.page_timeout = page_timeout(parsed);
  options.passwords = passwords(parsed);
  return options;
}

}  // namespace vaughn::cli
