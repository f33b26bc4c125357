// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "report/json.h"
#include "report/markup.h"
#include "report/place.h"
#include "vaughn/base/strings.h"
#include "vaughn/report/request.h"
#include "vaughn/report/table.h"

namespace vaughn::report {
namespace {

// "item 2: answered by 3 pages, 1 of them withheld in full".
std::string sentence_of(const ItemReport& report) {
  const auto pages = [](std::size_t count) {
    return with_thousands(static_cast<long long>(count)) + (count == 1 ? " page" : " pages");
  };
  switch (report.state) {
    case ItemState::kAnswered:
      return fmt::format(
          "Answered by {}{}.", pages(report.confirmed.size()),
          report.withheld > 0 ? fmt::format(", {} of them withheld in full", report.withheld) : "");
    case ItemState::kOnlyWithheld:
      return fmt::format("Only withheld: the {} confirmed for it are withheld in full.",
                         pages(report.confirmed.size()));
    case ItemState::kSuggested:
      return fmt::format("Its query finds {} that nobody confirmed or rejected yet.",
                         pages(report.suggested.size()));
    case ItemState::kNoRecords:
      return "The agency says that it has no records.";
    case ItemState::kSilent:
      return "Nothing in the release speaks to it, and no letter says why.";
  }
  return "";
}

Json places_json(const std::vector<store::PlaceRow>& places) {
  Json list = Json::array();
  for (const store::PlaceRow& place : places) list.push_back(json_of_place(place));
  return list;
}

// Pages confirmed, else those suggested.
const std::vector<store::PlaceRow>& pages_of(const ItemReport& report) {
  return report.confirmed.empty() ? report.suggested : report.confirmed;
}

}  // namespace

void print_items(const std::vector<ItemReport>& items, const Terminal& terminal, std::ostream& out) {
  Table table;
  table.columns = {{"Item"},
                   {"State"},
                   {"Confirmed", Align::kRight},
                   {"Suggested", Align::kRight},
                   {"Rejected", Align::kRight},
                   {"Asked for", Align::kLeft, Shrink::kEnd}};
  for (const ItemReport& report : items)
    table.rows.push_back({printable_line(report.item.item), to_string(report.state),
                          with_thousands(static_cast<long long>(report.confirmed.size())),
                          with_thousands(static_cast<long long>(report.suggested.size())),
                          with_thousands(report.rejected),
                          printable_line(report.item.text.empty() ? report.item.query : report.item.text)});
  if (!table.rows.empty()) print_table(table, terminal, out);
}

void print_item_report(const std::vector<ItemReport>& items, const Terminal& terminal, std::ostream& out) {
  for (const ItemReport& report : items) {
    if (&report != &items.front()) out << '\n';
    const std::string text = report.item.text.empty() ? report.item.query : report.item.text;
    out << wrapped(fmt::format("Item {}: {}", report.item.item, printable_line(text)), terminal.width, "",
                   "  ")
        << '\n'
        << wrapped(sentence_of(report), terminal.width, "  ", "  ") << '\n';
    for (const store::StatementRow& claim : report.claims)
      out << wrapped("\"" + printable_line(claim.statement.evidence.raw) + "\"", terminal.width, "    ",
                     "    ")
          << '\n'
          << "    " << terminal.painted(Paint::kPage, place_text(claim.place)) << '\n';
    if (!pages_of(report).empty())
      out << terminal.painted(Paint::kPage,
                              wrapped(places_text(pages_of(report)), terminal.width, "    ", "    "))
          << '\n';
  }
}

void print_items_markdown(const std::vector<ItemReport>& items, std::ostream& out) {
  out << "# What came for each item of the request\n";
  for (const ItemReport& report : items) {
    out << "\n## Item " << markdown_escaped(report.item.item) << "\n\n";
    if (!report.item.text.empty()) out << markdown_escaped(report.item.text) << "\n\n";
    out << "**" << sentence_of(report) << "**\n\n";
    for (const store::StatementRow& claim : report.claims)
      out << "> " << markdown_escaped(claim.statement.evidence.raw) << " ("
          << markdown_escaped(place_text(claim.place)) << ")\n\n";
    if (!pages_of(report).empty()) out << "- " << markdown_escaped(places_text(pages_of(report))) << '\n';
  }
}

void print_items_json(const std::vector<ItemReport>& items, std::ostream& out) {
  Json list = Json::array();
  for (const ItemReport& report : items) {
    Json claims = Json::array();
    for (const store::StatementRow& claim : report.claims)
      claims.push_back({{"quote", claim.statement.evidence.raw}, {"place", json_of_place(claim.place)}});
    list.push_back({{"item", report.item.item},
                    {"request_number", null_if_empty(report.item.request_number)},
                    {"text", null_if_empty(report.item.text)},
                    {"query", null_if_empty(report.item.query)},
                    {"from", null_if_empty(report.item.date_from)},
                    {"to", null_if_empty(report.item.date_to)},
                    {"types", report.item.types},
                    {"state", to_string(report.state)},
                    {"confirmed", places_json(report.confirmed)},
                    {"suggested", places_json(report.suggested)},
                    {"rejected", report.rejected},
                    {"withheld_in_full", report.withheld},
                    {"claims", claims},
                    {"notes", report.notes}});
  }
  out << indented({{"schema", "vaughn.request/1"}, {"items", list}}) << '\n';
}

}  // namespace vaughn::report
