// SPDX-License-Identifier: GPL-3.0-or-later
// `vaughn records`. docs/commands/records.md.
#include <algorithm>
#include <optional>

#include "cli/common_options.h"
#include "cli/option_values.h"
#include "cli/page_address.h"
#include "cli/wiring.h"
#include "vaughn/base/error.h"
#include "vaughn/report/record_list.h"

namespace vaughn::cli {
namespace {

void require_plain_type(const std::string& type) {
  const bool plain = !type.empty() && std::all_of(type.begin(), type.end(), [](char c) {
    return static_cast<unsigned char>(c) > ' ' && static_cast<unsigned char>(c) < 0x7F;
  });
  if (!plain)
    throw Error(ErrorCode::kUsage, "'" + report::printable_line(type) + "' is no type of a record",
                "A type is one word, as in memo or purchase-order; docs/records.md lists those in use.");
}

void refuse_what_does_not_belong(const ParsedOptions& parsed, const std::vector<const char*>& names,
                                 const std::string& what) {
  for (const char* name : names)
    if (parsed.value(name))
      throw Error(ErrorCode::kUsage, std::string("--") + name + " says nothing to " + what, "Leave it out.");
}

int list(const ParsedOptions& parsed, Streams& streams) {
  refuse_what_does_not_belong(parsed, {"title", "date"}, "a list");
  const report::Format format = output_format(parsed);
  const auto reader = store::Reader::open(database_path(parsed, streams));
  store::RecordFilter filter;
  filter.source_like = parsed.value("source").value_or("");
  filter.release = parsed.value("release").value_or("");
  filter.type = parsed.value("type").value_or("");
  std::vector<store::RecordRow> rows;
  reader->records(filter, [&](const store::RecordRow& row) { rows.push_back(row); });
  print_byte_order_mark(parsed, streams);
  report::print_record_list(rows, format, terminal(parsed, streams), streams.out);
  if (rows.empty() && format == report::Format::kTerminal)
    streams.err
        << "vaughn: there are no such records\n'vaughn rebuild' derives them in a database of an older "
           "version.\n";
  return rows.empty() ? 1 : 0;
}

std::vector<Correction> corrections_of(const std::string& action, PageIndex page,
                                       const ParsedOptions& parsed) {
  if (action != "set") refuse_what_does_not_belong(parsed, {"type", "title", "date"}, "'" + action + "'");
  refuse_what_does_not_belong(parsed, {"source", "release"}, "'" + action + "'");
  if (const auto type = parsed.value("type")) require_plain_type(*type);
  if (parsed.value("date")) (void)iso_date(parsed, "date");
  if (action == "split") return {{Correction::Kind::kSplit, page, {}}};
  if (action == "join") return {{Correction::Kind::kJoin, page, {}}};
  std::vector<Correction> corrections;
  for (const auto& [option, kind] :
       {std::pair{"type", Correction::Kind::kType}, std::pair{"title", Correction::Kind::kTitle},
        std::pair{"date", Correction::Kind::kDate}})
    if (const auto value = parsed.value(option)) corrections.push_back({kind, page, *value});
  if (corrections.empty())
    throw Error(ErrorCode::kUsage, "'vaughn records set' was not told what to set",
                "Give --type, --title or --date.");
  return corrections;
}

int correct(const std::string& action, const std::string& address, const ParsedOptions& parsed,
            Streams& streams) {
  const std::string database = database_path(parsed, streams);
  CorrectRecords task{database, {}, {}};
  {
    const auto reader = store::Reader::open(database);
    const std::optional<PageAddress> meant =
        is_page_address(address) ? page_address(address) : page_numbered(*reader, address);
    const auto source = meant ? the_source_named(*reader, meant->source) : std::nullopt;
    if (!source || meant->page.value() > source->page_count)
      throw Error(ErrorCode::kUsage, "there is no page '" + report::printable_line(address) + "'",
                  "'vaughn records' lists what there is.");
    const PageAddress& page = *meant;
    if (action == "join" && page.page.value() == 1)
      throw Error(ErrorCode::kUsage, "the first page of a source goes on with nothing", "Name a later page.");
    if (!reader->page(source->id, page.page.index()))
      throw Error(ErrorCode::kUsage, why_missing(*reader, *source, page.page),
                  "Records are made of pages that were read.");
    task.source = source->id;
    task.corrections = corrections_of(action, page.page.index(), parsed);
  }
  run_correct_records(task);
  const auto reader = store::Reader::open(database);
  std::vector<store::RecordRow> rows;
  const PageIndex page = task.corrections.front().page;
  reader->records({}, [&](const store::RecordRow& row) {
    const bool near = row.record.last.value() + 1 >= page.value() && row.record.first <= page;
    if (store::SourceId{row.id / 1'000'000} == task.source && near) rows.push_back(row);
  });
  report::print_record_list(rows, output_format(parsed), terminal(parsed, streams), streams.out);
  return 0;
}

int run(const ParsedOptions& parsed, Streams& streams) {
  const std::vector<std::string>& arguments = parsed.arguments();
  if (arguments.empty()) return list(parsed, streams);
  const std::string& action = arguments.front();
  if (action != "split" && action != "join" && action != "set")
    throw Error(ErrorCode::kUsage, "'vaughn records' knows no '" + action + "'",
                "It lists the records; 'split', 'join' and 'set' correct them.");
  if (arguments.size() != 2)
    throw Error(ErrorCode::kUsage, "'vaughn records " + action + "' wants one page",
                "As in: vaughn records " + action + " letter.pdf:3");
  return correct(action, arguments[1], parsed, streams);
}

}  // namespace

Command records_command() {
  return {
      .name = "records",
      .summary = "list the records that the pages make up, and correct them",
      .description =
          "An agency sends one file that is many records: e-mails, letters, contracts, sheets for pages kept "
          "back. 'vaughn records' lists where each begins and ends, what it is and how sure that is. "
          "'split' says that a record begins at a page, 'join' that the page goes on with the record before, "
          "'set' what the record that holds it is. What a person said is kept when records are derived anew.",
      .examples = {{"vaughn records", "Every record of every source."},
                   {"vaughn records --type email --csv > emails.csv", "The e-mails, for a spreadsheet."},
                   {"vaughn records split production.pdf:14", "A record begins on page 14."},
                   {"vaughn records set production.pdf:14 --type memo --date 2030-10-21",
                    "It is a memo of that day."}},
      .arguments = {{.name = "ACTION PAGE",
                     .count = Count::kAny,
                     .help = "'split', 'join' or 'set', and a page as SOURCE:PAGE or by its Bates number. "
                             "Without them the records are listed."}},
      .options = {{.name = "source",
                   .argument = "TEXT",
                   .help = "Only sources with this in their path.",
                   .group = "Which"},
                  {.name = "release", .argument = "NAME", .help = "Only this release.", .group = "Which"},
                  {.name = "type",
                   .argument = "TYPE",
                   .help = "Only records of this type; with 'set', the type.",
                   .group = "Which"},
                  {.name = "title", .argument = "TEXT", .help = "With 'set': the title.", .group = "Which"},
                  {.name = "date",
                   .argument = "DATE",
                   .help = "With 'set': the date, as in 2030-10-21.",
                   .group = "Which"},
                  json_option(),
                  jsonl_option(),
                  csv_option(),
                  bom_option(),
                  color_option(),
                  db_option()},
      .exit_statuses = search_exit_statuses(),
      .run = run};
}

}  // namespace vaughn::cli
