// SPDX-License-Identifier: GPL-3.0-or-later
// `vaughn show`. docs/commands/show.md.
#include "cli/common_options.h"
#include "cli/option_values.h"
#include "cli/page_address.h"
#include "cli/wiring.h"
#include "vaughn/base/error.h"
#include "vaughn/report/page.h"

namespace vaughn::cli {
namespace {

// The database and every file it was made from.
std::vector<std::string> files_to_keep(const std::string& database, const store::Reader& reader) {
  std::vector<std::string> files = {database};
  for (const store::SourceRow& source : reader.status().sources) {
    files.push_back(source.path);
    files.insert(files.end(), source.other_paths.begin(), source.other_paths.end());
  }
  return files;
}

int show(const store::PageRow& row, const ParsedOptions& parsed, Streams& streams) {
  const auto words = parsed.has("words") ? report::IncludeWords::kYes : report::IncludeWords::kNo;
  if (parsed.has("json"))
    streams.out << report::page_json_line(row.source.path, row.source.sha256, row.reading, words) << '\n';
  else if (words == report::IncludeWords::kYes)
    report::print_page_words(row, terminal(parsed, streams), streams.out);
  else
    report::print_page_text(row, terminal(parsed, streams), streams.out);
  return 0;
}

int run(const ParsedOptions& parsed, Streams& streams) {
  if (parsed.has("image") && (parsed.has("json") || parsed.has("words")))
    throw Error(ErrorCode::kUsage, "--image draws the page; --words and --json print it",
                "Ask for one of them at a time.");
  const PageAddress address = page_address(parsed.arguments().front());
  const std::string database = database_path(parsed, streams);
  const auto reader = store::Reader::open(database);
  const auto source = the_source_named(*reader, address.source);
  if (!source) {
    streams.err << "vaughn: no source is called '" << report::printable_line(address.source)
                << "'\n'vaughn status' lists the sources.\n";
    return 1;
  }
  const auto row = reader->page(source->id, address.page.index());
  if (!row) {
    streams.err << "vaughn: " << why_missing(*reader, *source, address.page) << '\n';
    return 1;
  }
  if (const auto image = parsed.value("image"))
    return run_show_image(
        {*row, *image, files_to_keep(database, *reader), passwords(parsed), page_timeout(parsed)}, streams);
  return show(*row, parsed, streams);
}

}  // namespace

Command show_command() {
  return {
      .name = "show",
      .summary = "print the text of a page, or draw it with its redactions",
      .description =
          "Prints a page as it was read, with a marker where something was withheld: the exemption and about "
          "how "
          "many characters the box has room for. With --image the page is drawn from its file, which has to "
          "be "
          "where it was, and redactions and codes are outlined.",
      .examples = {{"vaughn show letter.pdf:3", "The third page."},
                   {"vaughn show letter.pdf:3 --image page.png", "The same as a picture."},
                   {"vaughn show 3fa9c1:12 --words",
                    "By the start of the SHA-256; every word with its box."}},
      .arguments = {{.name = "SOURCE:PAGE",
                     .help = "A path, the end of one or at least 6 digits of the SHA-256; a page from 1."}},
      .options =
          {{.name = "image",
            .argument = "FILE",
            .help = "Draw the page into this PNG file, which is new or a PNG picture already.",
            .group = "Output",
            .completes = Completes::kFile},
           {.name = "words", .help = "Print every word with its box and confidence.", .group = "Output"},
           {.name = "json", .help = "Print one line of JSON, as 'vaughn inspect' does.", .group = "Output"},
           password_file_option(),
           {.name = "page-timeout",
            .argument = "SECONDS",
            .help = "Give up drawing after this time. Default: 120.",
            .group = "Reading"},
           color_option(),
           db_option()},
      .exit_statuses = {{0, "The page was shown."},
                        {1, "There is no such source or page, or the page was not read."},
                        {2, "An error, or a command line not understood."}},
      .run = run};
}

}  // namespace vaughn::cli
