// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/common_options.h"

#include "vaughn/base/error.h"

namespace vaughn::cli {
namespace {

constexpr std::size_t kUncut = 1'000'000;

bool use_color(const ParsedOptions& options, const Streams& streams) {
  const std::string when = options.value("color").value_or("auto");
  if (when != "auto") return when == "always";
  // https://no-color.org: any value switches colours off.
  if (streams.variable("NO_COLOR")) return false;
  if (streams.variable("CLICOLOR_FORCE").value_or("0") != "0") return true;
  return streams.out_device == Device::kTerminal && streams.variable("TERM") != "dumb";
}

}  // namespace

Option help_option() {
  return {.name = "help", .letter = 'h', .help = "Print this help and do nothing else.", .group = "General"};
}

Option db_option() {
  return {.name = "db",
          .argument = "FILE",
          .help = "The database. Default: $VAUGHN_DB, else ./vaughn.db.",
          .group = "General",
          .completes = Completes::kFile};
}

Option color_option() {
  return {.name = "color",
          .argument = "WHEN",
          .help = "When to use colours. Default: auto, which means on a terminal unless NO_COLOR is set.",
          .group = "General",
          .values = {"auto", "always", "never"}};
}

Option json_option() {
  return {.name = "json", .help = "Print one JSON document.", .group = "Output"};
}

Option jsonl_option() {
  return {.name = "jsonl", .help = "Print JSON Lines: one object a line.", .group = "Output"};
}

Option csv_option() {
  return {.name = "csv", .help = "Print comma-separated values with a header line.", .group = "Output"};
}

Option bom_option() {
  return {.name = "bom",
          .help = "Begin --csv with a byte order mark, which spreadsheets know UTF-8 by.",
          .group = "Output"};
}

std::vector<Option> reading_options() {
  return {{.name = "pages",
           .argument = "PAGES",
           .help = "Read these pages of every source only, counted from 1: 1-3,7 or 12- (to the end).",
           .group = "Reading"},
          {.name = "language",
           .letter = 'l',
           .argument = "LANGS",
           .help = "Languages of the text, as Tesseract names them, joined by +: eng+spa. Default: eng.",
           .group = "Reading"},
          {.name = "no-ocr", .help = "Recognise nothing; take the text the files carry.", .group = "Reading"},
          {.name = "jobs",
           .letter = 'j',
           .argument = "N",
           .help = "Pages read at once. Default: the number of processors this process may use.",
           .group = "Reading"},
          {.name = "nice",
           .argument = "N",
           .help = "Let other programs go first: lower the priority of reading by N, 0 to 19. Default: 0.",
           .group = "Reading"},
          password_file_option(),
          {.name = "page-timeout",
           .argument = "SECONDS",
           .help = "Give a page up after this time. Default: 120.",
           .group = "Limits"},
          {.name = "max-megapixels",
           .argument = "N",
           .help = "Read no page as a bitmap larger than this. Default: 100.",
           .group = "Limits"}};
}

Option password_file_option() {
  return {.name = "password-file",
          .argument = "FILE",
          .help = "Passwords to try on encrypted files, one a line. Can be given several times.",
          .group = "Reading",
          .completes = Completes::kFile};
}

std::vector<ExitStatus> search_exit_statuses() {
  return {{0, "Something was found."},
          {1, "Nothing was found."},
          {2, "An error, or a command line not understood."}};
}

std::vector<ExitStatus> processing_exit_statuses() {
  return {{0, "Done."},
          {2, "An error that ended the run, or a command line not understood."},
          {3, "Done, but some files or pages could not be read."},
          {4, "Done, and a condition of --fail-on held."},
          {130, "Interrupted; what was read until then is kept."}};
}

std::string database_path(const ParsedOptions& options, const Streams& streams) {
  if (const auto given = options.value("db")) return *given;
  return streams.variable("VAUGHN_DB").value_or("vaughn.db");
}

report::Format output_format(const ParsedOptions& options) {
  const int given = int{options.has("json")} + int{options.has("jsonl")} + int{options.has("csv")};
  if (given > 1)
    throw Error(ErrorCode::kUsage, "only one of --json, --jsonl and --csv can be given",
                "Choose the one that the reader of the output wants.");
  if (options.has("bom") && !options.has("csv"))
    throw Error(ErrorCode::kUsage, "--bom belongs to --csv", "Give both, or leave --bom out.");
  if (options.has("json")) return report::Format::kJson;
  if (options.has("jsonl")) return report::Format::kJsonLines;
  if (options.has("csv")) return report::Format::kCsv;
  return report::Format::kTerminal;
}

void print_byte_order_mark(const ParsedOptions& options, Streams& streams) {
  if (options.has("bom")) streams.out << "\xEF\xBB\xBF";
}

void refuse_records(const std::string& grouping) {
  if (grouping == "record")
    throw Error(ErrorCode::kUsage, "--by record is not offered here",
                "'vaughn records' and 'vaughn report vaughn-index' have a row a record.");
}

report::Terminal terminal(const ParsedOptions& options, const Streams& streams) {
  // In a file or a pipe nothing is cut: whoever searches there for a path wants all of it.
  const std::size_t width = streams.out_device == Device::kTerminal ? streams.width : kUncut;
  return {.width = width, .color = use_color(options, streams) ? report::Color::kOn : report::Color::kOff};
}

}  // namespace vaughn::cli
