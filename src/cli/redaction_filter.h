// SPDX-License-Identifier: GPL-3.0-or-later
// Which redactions a command line asks for.
#ifndef VAUGHN_CLI_REDACTION_FILTER_H_
#define VAUGHN_CLI_REDACTION_FILTER_H_

#include <vector>

#include "cli/command.h"
#include "vaughn/store/reader.h"

namespace vaughn::cli {

std::vector<Option> filter_options();

// Throws Error(kUsage) on a code nobody knows, and on conditions that exclude each other.
store::RedactionFilter redaction_filter(const ParsedOptions& parsed);

// For a filter that found nothing: throws Error(kUsage) when no source or release is called what it says.
void check_names(const store::RedactionFilter& filter, const store::Reader& reader);

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_REDACTION_FILTER_H_
