// SPDX-License-Identifier: GPL-3.0-or-later
// `vaughn check`. docs/commands/check.md; what is looked for is docs/findings.md.
#include <algorithm>

#include "cli/check_options.h"
#include "cli/common_options.h"
#include "cli/wiring.h"

namespace vaughn::cli {
namespace {

int run(const ParsedOptions& parsed, Streams& streams) {
  return run_check(check_options(parsed, streams), streams);
}

std::vector<Option> finding_options() {
  return {{.name = "class",
           .argument = "CLASSES",
           .help = "Print findings of these classes, joined by commas. Default: leak,hidden-text.",
           .group = "Output",
           .values = {"leak", "hidden-text", "unlabelled"},
           .separator = ','},
          {.name = "reveal",
           .argument = "FILE",
           .help = "Write the hidden text to this new file, which only you can read. It must not exist.",
           .group = "Output",
           .completes = Completes::kFile},
          {.name = "fail-on",
           .argument = "CONDITIONS",
           .help = "Exit with 4 when there is one of these, joined by commas. Can be given several times.",
           .group = "The run",
           .values = {"leak", "hidden-text", "unlabelled", "problem"},
           .separator = ','}};
}

// Those of inspect, but recognition is for those who ask for it.
std::vector<Option> check_reading_options() {
  std::vector<Option> options = reading_options();
  std::replace_if(
      options.begin(), options.end(), [](const Option& option) { return option.name == "no-ocr"; },
      Option{.name = "ocr",
             .help = "Recognise what scans say as well. Slower; tells more about labels.",
             .group = "Reading"});
  return options;
}

}  // namespace

Command check_command() {
  Command command{
      .name = "check",
      .summary = "find redactions that hide nothing",
      .description =
          "Holds what a file says against what a reader sees of it, and lists what was withheld and can "
          "still "
          "be had: text under boxes, pictures and annotations, in OCR layers, hidden layers, outlines, form "
          "values, metadata, attachments and earlier revisions. Says where, by what mechanism and how many "
          "characters; the text itself is printed nowhere unless --reveal names a file for it.\n\n"
          "With --db, lists what was found when the release was ingested.",
      .examples = {{"vaughn check letter.pdf", "What one file gives away."},
                   {"vaughn check outbox/ --fail-on leak",
                    "Before publishing: exits with 4 when there is a leak."},
                   {"vaughn check --db release.db --csv > leaks.csv", "What a release gave away."}},
      .arguments = {{.name = "FILE",
                     .count = Count::kAny,
                     .help = "A document, or a folder of them.",
                     .completes = Completes::kFile}},
      .options = finding_options(),
      .exit_statuses = {{0, "Done, whatever was found."},
                        {2, "An error that ended the run, or a command line not understood."},
                        {3, "Done, but some files or pages could not be read."},
                        {4, "Done, and a condition of --fail-on held; wins over 3."},
                        {130, "Interrupted."}},
      .run = run};
  for (const Option& option : check_reading_options()) command.options.push_back(option);
  const Option database{.name = "db",
                        .argument = "FILE",
                        .help = "List the findings in this database instead of reading files.",
                        .group = "General",
                        .completes = Completes::kFile};
  for (const Option& option : {json_option(), jsonl_option(), csv_option(), color_option(), database})
    command.options.push_back(option);
  return command;
}

}  // namespace vaughn::cli
