// SPDX-License-Identifier: GPL-3.0-or-later
// `vaughn request`. docs/commands/request.md.
#include <algorithm>

#include "cli/common_options.h"
#include "cli/page_address.h"
#include "cli/request_file.h"
#include "cli/wiring.h"
#include "vaughn/base/error.h"
#include "vaughn/base/strings.h"
#include "vaughn/report/request.h"

namespace vaughn::cli {
namespace {

enum class Show { kList, kReport };

int show(const ParsedOptions& parsed, Streams& streams, Show what) {
  if (parsed.has("json") && parsed.has("markdown"))
    throw Error(ErrorCode::kUsage, "--json and --markdown exclude each other",
                "Ask for one of them at a time.");
  const auto reader = store::Reader::open(database_path(parsed, streams));
  reader->hold_state();
  const std::vector<report::ItemReport> items = report::report_items(*reader);
  for (const report::ItemReport& item : items)
    for (const std::string& note : item.notes)
      streams.err << "vaughn: item " << report::printable_line(item.item.item) << ": "
                  << report::printable_line(note) << '\n';
  if (parsed.has("json"))
    report::print_items_json(items, streams.out);
  else if (parsed.has("markdown"))
    report::print_items_markdown(items, streams.out);
  else if (what == Show::kReport)
    report::print_item_report(items, terminal(parsed, streams), streams.out);
  else
    report::print_items(items, terminal(parsed, streams), streams.out);
  if (items.empty())
    streams.err
        << "vaughn: the items of the request are not known\n'vaughn request import FILE' takes them in.\n";
  return items.empty() ? 1 : 0;
}

std::vector<store::PageId> pages_meant(const store::Reader& reader, const std::string& text) {
  std::vector<store::PageId> pages;
  const SourceAddress address = source_address(text);
  if (const auto source = the_source_named(reader, address.source)) {
    for (const PageIndex page : address.pages.of(source->page_count))
      pages.push_back({source->id.value * 1'000'000 + page.number().value()});
  } else {
    for (const store::PageRow& row : reader.pages_numbered(text)) pages.push_back(row.id);
    if (pages.size() > 1)
      throw Error(ErrorCode::kUsage, "several pages are numbered '" + text + "'",
                  "Name them as SOURCE:PAGES.");
  }
  if (pages.empty())
    throw Error(ErrorCode::kUsage, "'" + text + "' names no page",
                "Name pages as in production.pdf:3-5, or one by its Bates number.");
  return pages;
}

int decide(const std::vector<std::string>& arguments, ItemVerdict verdict, const ParsedOptions& parsed,
           Streams& streams) {
  if (arguments.size() < 3)
    throw Error(ErrorCode::kUsage, "'vaughn request " + arguments.front() + "' wants an item and pages",
                "As in: vaughn request " + arguments.front() + " 2.c production.pdf:3-5");
  const std::string database = database_path(parsed, streams);
  DecideItemPages task{database, arguments[1], {}, verdict};
  {
    const auto reader = store::Reader::open(database);
    const auto items = reader->request_items();
    if (std::none_of(items.begin(), items.end(), [&](const auto& row) { return row.item.item == task.item; }))
      throw Error(ErrorCode::kUsage, "the request has no item '" + task.item + "'",
                  "'vaughn request' lists its items.");
    for (std::size_t i = 2; i < arguments.size(); ++i)
      for (const store::PageId page : pages_meant(*reader, arguments[i])) task.pages.push_back(page);
  }
  const int written = run_decide_item_pages(task);
  streams.err << "Item " << task.item << ": " << with_thousands(written)
              << (written == 1 ? " page " : " pages ") << to_string(verdict) << ".\n";
  return 0;
}

int import(const std::vector<std::string>& arguments, const ParsedOptions& parsed, Streams& streams) {
  if (arguments.size() != 2)
    throw Error(ErrorCode::kUsage, "'vaughn request import' wants one file",
                "As in: vaughn request import request.yaml");
  const std::vector<RequestItem> items = read_request_file(arguments[1]);
  run_import_request(database_path(parsed, streams), items);
  streams.err << "Imported " << items.size() << (items.size() == 1 ? " item" : " items") << ".\n";
  return show(parsed, streams, Show::kList);
}

int run(const ParsedOptions& parsed, Streams& streams) {
  const std::vector<std::string>& arguments = parsed.arguments();
  if (arguments.empty()) return show(parsed, streams, Show::kList);
  const std::string& action = arguments.front();
  if (action == "import") return import(arguments, parsed, streams);
  if (action == "confirm") return decide(arguments, ItemVerdict::kConfirmed, parsed, streams);
  if (action == "reject") return decide(arguments, ItemVerdict::kRejected, parsed, streams);
  if (action == "report" && arguments.size() == 1) return show(parsed, streams, Show::kReport);
  throw Error(ErrorCode::kUsage, "'vaughn request' knows no '" + join(arguments, " ") + "'",
              "It knows import FILE, confirm ITEM PAGES, reject ITEM PAGES and report.");
}

}  // namespace

Command request_command() {
  return {
      .name = "request",
      .summary = "hold the items of the request against what came",
      .description =
          "Takes in the numbered items of a request, each with a query, dates and types of records that "
          "suggest "
          "pages; lets a person confirm or reject pages for an item; and says item by item what came: "
          "answered, "
          "only withheld, no records claimed (quoted from the letter), or silent. Silent items are the first "
          "ground of an appeal. Without an action the items are listed.",
      .examples = {{"vaughn request import request.yaml", "Take the items in."},
                   {"vaughn request confirm 2.c production.pdf:3-5", "These pages answer item 2.c."},
                   {"vaughn request report --markdown > items.md", "Item by item, for a file."}},
      .arguments =
          {{.name = "ACTION",
            .count = Count::kAny,
            .help = "'import FILE' (YAML or CSV), 'confirm ITEM PAGES', 'reject ITEM PAGES', 'report'. PAGES "
                    "are SOURCE:PAGES or a Bates number, one or more.",
            .completes = Completes::kFile}},
      .options = {{.name = "json", .help = "Print one JSON document, vaughn.request/1.", .group = "Output"},
                  {.name = "markdown", .help = "Print the report in Markdown.", .group = "Output"},
                  color_option(),
                  db_option()},
      .exit_statuses = search_exit_statuses(),
      .run = run};
}

}  // namespace vaughn::cli
