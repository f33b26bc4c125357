// SPDX-License-Identifier: GPL-3.0-or-later
// Values of options as what they mean. Each throws Error(kUsage) naming the option and what it wants.
#ifndef VAUGHN_CLI_OPTION_VALUES_H_
#define VAUGHN_CLI_OPTION_VALUES_H_

#include <chrono>
#include <string>
#include <vector>

#include "cli/parsed_options.h"
#include "vaughn/model/page.h"
#include "vaughn/model/page_number.h"

namespace vaughn::cli {

int whole_number(const ParsedOptions& options, const std::string& name, int least, int most, int otherwise);
double number_above_zero(const ParsedOptions& options, const std::string& name, double otherwise);

PageChoice pages(const ParsedOptions& options);          // --pages
int jobs(const ParsedOptions& options);                  // --jobs, else one a processor we may use
int niceness(const ParsedOptions& options);              // --nice
ReadOptions read_options(const ParsedOptions& options);  // --language --no-ocr --max-megapixels
std::chrono::milliseconds page_timeout(const ParsedOptions& options);

// The lines of every --password-file, in order, empty ones left out.
std::vector<std::string> passwords(const ParsedOptions& options);

// "2026-03-04", a day that exists; empty when not given.
std::string iso_date(const ParsedOptions& options, const std::string& name);

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_OPTION_VALUES_H_
