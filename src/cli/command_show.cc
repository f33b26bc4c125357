// SPDX-License-Identifier: GPL-3.0-or-later
// `vaughn show`. docs/commands/show.md.
#include <algorithm>
#include <optional>

#include "cli/common_options.h"
#include "cli/option_values.h"
#include "cli/page_address.h"
#include "cli/wiring.h"
#include "vaughn/base/error.h"
#include "vaughn/report/page.h"
#include "vaughn/report/readings.h"
#include "vaughn/search/expansion.h"
#include "vaughn/search/query.h"

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
    streams.out << report::page_json_line(row.source.path, row.source.sha256, row.reading, row.bates, words)
                << '\n';
  else if (words == report::IncludeWords::kYes)
    report::print_page_words(row, terminal(parsed, streams), streams.out);
  else
    report::print_page_text(row, terminal(parsed, streams), streams.out);
  return 0;
}

// --readings and --reading, which ask for pages that failed too.
int show_readings(const store::Reader& reader, const store::SourceRow& source, PageNumber page,
                  const ParsedOptions& parsed, Streams& streams) {
  const report::PageReadings readings{source, page, reader.readings(source.id, page.index())};
  if (readings.readings.empty()) {
    streams.err << "vaughn: " << why_missing(reader, source, page) << '\n';
    return 1;
  }
  if (parsed.has("readings")) {
    if (parsed.has("json"))
      report::print_readings_json(readings, streams.out);
    else
      report::print_readings(readings, terminal(parsed, streams), streams.out);
    return 0;
  }
  const int number = whole_number(parsed, "reading", 1, 9'999, 1);
  const auto text = reader.reading_text(source.id, page.index(), number);
  const auto row = std::find_if(readings.readings.begin(), readings.readings.end(),
                                [&](const store::ReadingRow& reading) { return reading.number == number; });
  if (!text || row == readings.readings.end()) {
    streams.err << "vaughn: page " << page.value() << " of " << report::printable_line(source.path)
                << (row == readings.readings.end() ? " has no reading " + std::to_string(number)
                                                   : ": reading " + std::to_string(number) + " failed")
                << "\n--readings lists its readings.\n";
    return 1;
  }
  report::print_reading_text(readings, *row, *text, terminal(parsed, streams), streams.out);
  return 0;
}

// Where on the page the words of --find stand.
std::vector<Box> boxes_of(const ParsedOptions& parsed, const store::PageRow& row, const store::Reader& reader,
                          Streams& streams) {
  const auto typed = parsed.value("find");
  if (!typed) return {};
  std::vector<Box> boxes;
  const search::ParsedQuery query = search::parse_query(*typed);
  for (const std::string& note : query.notes)
    streams.err << "vaughn: " << report::printable_line(note) << '\n';
  if (query.question) boxes = reader.hit_boxes(row.id, search::expand(*query.question, reader).question);
  if (boxes.empty())
    streams.err << "vaughn: no words of '" << report::printable_line(*typed)
                << "' could be marked; patterns over several words and conditions have none.\n";
  return boxes;
}

void refuse_what_excludes_itself(const ParsedOptions& parsed) {
  const int ways = int{parsed.has("image")} + int{parsed.has("readings")} + int{parsed.has("reading")};
  if (ways > 1 || (ways == 1 && parsed.has("words")) || (parsed.has("reading") && parsed.has("json")))
    throw Error(
        ErrorCode::kUsage,
        "--image, --readings, --reading and --words exclude each other; --json goes with --readings and "
        "--words",
        "Ask for one of them at a time.");
}

int run(const ParsedOptions& parsed, Streams& streams) {
  refuse_what_excludes_itself(parsed);
  if (parsed.has("image") && (parsed.has("json") || parsed.has("words")))
    throw Error(ErrorCode::kUsage, "--image draws the page; --words and --json print it",
                "Ask for one of them at a time.");
  if (parsed.has("find") && !parsed.has("image"))
    throw Error(ErrorCode::kUsage, "--find marks words in a picture", "Give --image as well.");
  const std::string& asked = parsed.arguments().front();
  const std::string database = database_path(parsed, streams);
  const auto reader = store::Reader::open(database);
  const bool by_number = !is_page_address(asked) && asked.find(':') == std::string::npos;
  const std::optional<PageAddress> found = by_number ? page_numbered(*reader, asked) : page_address(asked);
  if (!found) {
    streams.err << "vaughn: '" << report::printable_line(asked)
                << "' is neither SOURCE:PAGE nor the Bates number of a page\n"
                   "Pages are named as in letter.pdf:3, counting from 1.\n";
    return 1;
  }
  const PageAddress& address = *found;
  const auto source = the_source_named(*reader, address.source);
  if (!source) {
    streams.err << "vaughn: no source is called '" << report::printable_line(address.source)
                << "'\n'vaughn status' lists the sources.\n";
    return 1;
  }
  if (parsed.has("readings") || parsed.has("reading"))
    return show_readings(*reader, *source, address.page, parsed, streams);
  const auto row = reader->page(source->id, address.page.index());
  if (!row) {
    streams.err << "vaughn: " << why_missing(*reader, *source, address.page) << '\n';
    return 1;
  }
  if (const auto image = parsed.value("image"))
    return run_show_image({*row, *image, boxes_of(parsed, *row, *reader, streams),
                           files_to_keep(database, *reader), passwords(parsed), page_timeout(parsed)},
                          streams);
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
                   {"vaughn show ICE-0001203", "The page with this Bates number."},
                   {"vaughn show letter.pdf:3 --image page.png", "The same as a picture."},
                   {"vaughn show letter.pdf:3 --image page.png --find invoice", "With a word marked."},
                   {"vaughn show letter.pdf:3 --readings", "When it was read, with what, and how well."},
                   {"vaughn show 3fa9c1:12 --words",
                    "By the start of the SHA-256; every word with its box."}},
      .arguments =
          {{.name = "PAGE",
            .help = "SOURCE:PAGE, where the source is a path, the end of one or at least 6 digits of the "
                    "SHA-256, and pages count from 1; or a Bates number."}},
      .options =
          {{.name = "image",
            .argument = "FILE",
            .help = "Draw the page into this PNG file, which is new or a PNG picture already.",
            .group = "Output",
            .completes = Completes::kFile},
           {.name = "find",
            .argument = "QUERY",
            .help = "With --image: mark the words of this query, as 'vaughn search' finds them.",
            .group = "Output"},
           {.name = "words", .help = "Print every word with its box and confidence.", .group = "Output"},
           {.name = "readings",
            .help = "List every reading of the page, with engine, options and confidence.",
            .group = "Output"},
           {.name = "reading",
            .argument = "N",
            .help = "Print the text of this reading, current or not.",
            .group = "Output"},
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
