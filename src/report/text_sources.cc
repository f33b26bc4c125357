// SPDX-License-Identifier: GPL-3.0-or-later
// `vaughn status --by`: how the pages were read, and how well.
#include <fmt/format.h>

#include <map>

#include "report/json.h"
#include "vaughn/base/strings.h"
#include "vaughn/report/status.h"
#include "vaughn/report/table.h"

namespace vaughn::report {
namespace {

using store::GroupPagesBy;

std::map<std::string, int> totals_of(const std::vector<store::TextSourceRow>& rows) {
  std::map<std::string, int> totals;
  for (const store::TextSourceRow& row : rows) totals[row.group] += row.pages;
  return totals;
}

double share(int pages, int total) {
  return total > 0 ? static_cast<double>(pages) / total : 0;
}

const char* name_of(GroupPagesBy by) {
  if (by == GroupPagesBy::kRelease) return "release";
  return by == GroupPagesBy::kSource ? "source" : "text-source";
}

Json json_of_row(const store::TextSourceRow& row, int total, GroupPagesBy by) {
  Json json = Json::object();
  if (by != GroupPagesBy::kNothing) json[name_of(by)] = row.group;
  json["text_source"] = row.text_source;
  json["pages"] = row.pages;
  json["share"] = rounded(share(row.pages, total), 4);
  json["mean_ocr_confidence"] =
      row.mean_ocr_confidence ? rounded(*row.mean_ocr_confidence, 4) : Json(nullptr);
  json["mean_words"] = row.mean_words ? rounded(*row.mean_words, 1) : Json(nullptr);
  return json;
}

}  // namespace

void print_pages_by_text_source(const PagesByTextSource& pages, const Terminal& terminal, std::ostream& out) {
  const bool grouped = pages.by != GroupPagesBy::kNothing;
  Table table;
  if (grouped)
    table.columns.push_back(pages.by == GroupPagesBy::kRelease
                                ? Column{"Release", Align::kLeft, Shrink::kEnd}
                                : Column{"Source", Align::kLeft, Shrink::kStart});
  for (const Column& column :
       {Column{"Text source"}, Column{"Pages", Align::kRight}, Column{"Share", Align::kRight},
        Column{"Confidence", Align::kRight}, Column{"Words a page", Align::kRight}})
    table.columns.push_back(column);
  const std::map<std::string, int> totals = totals_of(pages.rows);
  for (const store::TextSourceRow& row : pages.rows) {
    std::vector<std::string> cells;
    if (grouped) cells.push_back(row.group);
    cells.push_back(row.text_source);
    cells.push_back(with_thousands(row.pages));
    cells.push_back(fmt::format("{:.1f} %", 100 * share(row.pages, totals.at(row.group))));
    cells.push_back(row.mean_ocr_confidence ? fmt::format("{:.1f} %", 100 * *row.mean_ocr_confidence) : "-");
    cells.push_back(row.mean_words ? fmt::format("{:.0f}", *row.mean_words) : "-");
    table.rows.push_back(std::move(cells));
  }
  if (!table.rows.empty()) print_table(table, terminal, out);
  if (pages.rows.empty()) out << "No page was read.\n";
  if (pages.pages_failed + pages.pages_pending > 0)
    out << "Not among them: " << with_thousands(pages.pages_failed) << " failed, "
        << with_thousands(pages.pages_pending) << " still to read.\n";
}

void print_pages_by_text_source_json(const PagesByTextSource& pages, std::ostream& out) {
  const std::map<std::string, int> totals = totals_of(pages.rows);
  Json rows = Json::array();
  for (const store::TextSourceRow& row : pages.rows)
    rows.push_back(json_of_row(row, totals.at(row.group), pages.by));
  out << indented({{"schema", "vaughn.text-sources/1"},
                   {"by", name_of(pages.by)},
                   {"rows", rows},
                   {"pages_failed", pages.pages_failed},
                   {"pages_pending", pages.pages_pending}})
      << '\n';
}

}  // namespace vaughn::report
