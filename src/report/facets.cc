// SPDX-License-Identifier: GPL-3.0-or-later
// `vaughn search --facets`: how the pages found divide.
#include <fmt/format.h>

#include "report/json.h"
#include "vaughn/base/strings.h"
#include "vaughn/report/hits.h"
#include "vaughn/report/table.h"

namespace vaughn::report {
namespace {

void print_json(int pages, const std::vector<FacetTable>& tables, std::ostream& out) {
  Json facets = Json::object();
  for (const FacetTable& table : tables) {
    Json counts = Json::array();
    for (const store::FacetCount& count : table.counts)
      counts.push_back({{"value", count.value}, {"pages", count.pages}});
    facets[table.name] = counts;
  }
  out << indented({{"schema", "vaughn.facets/1"}, {"pages", pages}, {"facets", facets}}) << '\n';
}

void print_for_person(int pages, const std::vector<FacetTable>& tables, const Terminal& terminal,
                      std::ostream& out) {
  out << with_thousands(pages) << (pages == 1 ? " page\n" : " pages\n");
  for (const FacetTable& facet : tables) {
    out << '\n';
    Table table{{{facet.name, Align::kLeft, Shrink::kStart}, {"Pages", Align::kRight}}, {}};
    for (const store::FacetCount& count : facet.counts)
      table.rows.push_back({count.value, with_thousands(count.pages)});
    print_table(table, terminal, out, 2);
  }
}

}  // namespace

void print_facets(int pages, const std::vector<FacetTable>& tables, Format format, const Terminal& terminal,
                  std::ostream& out) {
  if (format == Format::kTerminal) return print_for_person(pages, tables, terminal, out);
  if (format == Format::kJson) return print_json(pages, tables, out);
  if (format == Format::kCsv) print_csv_record({"facet", "value", "pages"}, out);
  for (const FacetTable& table : tables) {
    for (const store::FacetCount& count : table.counts) {
      if (format == Format::kCsv)
        print_csv_record({table.name, count.value, std::to_string(count.pages)}, out);
      else
        out << one_line({{"facet", table.name}, {"value", count.value}, {"pages", count.pages}}) << '\n';
    }
  }
}

}  // namespace vaughn::report
