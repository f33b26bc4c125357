// SPDX-License-Identifier: GPL-3.0-or-later
// Options that several commands share, each declared once, and what they amount to.
#ifndef VAUGHN_CLI_COMMON_OPTIONS_H_
#define VAUGHN_CLI_COMMON_OPTIONS_H_

#include <string>
#include <vector>

#include "cli/command.h"
#include "vaughn/report/format.h"
#include "vaughn/report/terminal.h"

namespace vaughn::cli {

Option help_option();
Option db_option();
Option color_option();
Option json_option();
Option jsonl_option();
Option csv_option();
Option bom_option();
// How pages are read; ingest and inspect share them.
std::vector<Option> reading_options();
Option password_file_option();

std::vector<ExitStatus> search_exit_statuses();
std::vector<ExitStatus> processing_exit_statuses();

// --db, else $VAUGHN_DB, else "vaughn.db".
std::string database_path(const ParsedOptions& options, const Streams& streams);

// Throws Error(kUsage) when more than one of --json, --jsonl, --csv was given.
report::Format output_format(const ParsedOptions& options);

// What spreadsheets know UTF-8 by, when --bom asks for it. output_format has refused --bom without --csv.
void print_byte_order_mark(const ParsedOptions& options, Streams& streams);

// Throws Error(kUsage) for a grouping by record, which other commands do.
void refuse_records(const std::string& grouping);

// Colour by --color, NO_COLOR, CLICOLOR_FORCE and TERM; the width is that of the terminal.
report::Terminal terminal(const ParsedOptions& options, const Streams& streams);

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_COMMON_OPTIONS_H_
