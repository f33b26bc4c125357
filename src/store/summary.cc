// SPDX-License-Identifier: GPL-3.0-or-later
// How many pages meet a question, and how they divide.
#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "store/page_search.h"
#include "store/reader_parts.h"
#include "store/row_ids.h"

namespace vaughn::store {
namespace {

using Counts = std::map<std::string, int>;

// Of a source, what its pages count under.
std::string value_of(Connection& connection, Facet facet, std::int64_t source) {
  const char* const column = facet == Facet::kSource    ? "s.path"
                             : facet == Facet::kRelease ? "l.name"
                                                        : "coalesce(nullif(l.agency, ''), '(none)')";
  Query row = connection.query(
      std::string("SELECT ") + column + " FROM source s JOIN release l ON l.id = s.release WHERE s.id = ?",
      source);
  return row.step() ? row.text(0) : "";
}

Counts by_source(Connection& connection, Facet facet, const std::vector<std::int64_t>& pages) {
  Counts counts;
  for (auto at = pages.begin(); at != pages.end();) {
    const std::int64_t source = source_of_page(*at);
    const auto end = std::find_if(at, pages.end(), [&](auto page) { return source_of_page(page) != source; });
    counts[value_of(connection, facet, source)] += static_cast<int>(end - at);
    at = end;
  }
  return counts;
}

Counts by_text_source(Connection& connection, const std::vector<std::int64_t>& pages) {
  Counts counts;
  for (const std::int64_t page : pages) {
    Query row = connection.query("SELECT text_source FROM page INDEXED BY page_facts WHERE id = ?", page);
    if (row.step()) ++counts[row.text(0)];
  }
  return counts;
}

Counts by_exemption_of_each(Connection& connection, const std::vector<std::int64_t>& pages) {
  Counts counts;
  for (const std::int64_t page : pages) {
    Query rows = connection.query(
        "SELECT DISTINCT code FROM exemption_code WHERE page = ? AND role <> 'mention'", page);
    while (rows.step()) ++counts[rows.text(0)];
  }
  return counts;
}

// The index has the pages of each code in order, once for each role.
Counts by_exemption_of_all(Connection& connection, const std::vector<std::int64_t>& pages) {
  Counts counts;
  Query rows = connection.query(
      "SELECT code, page FROM exemption_code INDEXED BY exemption_code_code WHERE role <> 'mention'"
      " ORDER BY code, role, page");
  std::string code;
  std::vector<bool> counted;
  auto at = pages.begin();
  while (rows.step()) {
    if (const std::string_view next = rows.view(0); next != code || counted.empty()) {
      code = next;
      counted.assign(pages.size(), false);
      at = pages.begin();
    }
    const std::int64_t page = rows.integer(1);
    if (at == pages.end() || *at > page) at = pages.begin();
    at = std::lower_bound(at, pages.end(), page);
    if (at == pages.end() || *at != page) continue;
    const auto place = static_cast<std::size_t>(at - pages.begin());
    if (!counted[place]) ++counts[code];
    counted[place] = true;
  }
  return counts;
}

// A page counts once under each of its codes. Where the pages are many, one walk over the index costs less
// than a look into it for each.
Counts by_exemption(Connection& connection, const std::vector<std::int64_t>& pages) {
  constexpr std::int64_t kStepsALook = 8;
  const bool many = static_cast<std::int64_t>(pages.size()) * kStepsALook >
                    connection.integer("SELECT count(*) FROM exemption_code");
  return many ? by_exemption_of_all(connection, pages) : by_exemption_of_each(connection, pages);
}

// Of the record that each page belongs to.
Counts by_record(Connection& connection, Facet facet, const std::vector<std::int64_t>& pages) {
  const std::string sql =
      std::string("SELECT coalesce(") + (facet == Facet::kYear ? "substr(r.date, 1, 4)" : "r.type") +
      ", '(none)') FROM record_page rp JOIN record r ON r.id = rp.record WHERE rp.page = ?";
  Counts counts;
  for (const std::int64_t page : pages) {
    Query row = connection.query(sql, page);
    ++counts[row.step() ? row.text(0) : "(none)"];
  }
  return counts;
}

Counts count_by(Connection& connection, Facet facet, const std::vector<std::int64_t>& pages) {
  switch (facet) {
    case Facet::kExemption:
      return by_exemption(connection, pages);
    case Facet::kTextSource:
      return by_text_source(connection, pages);
    case Facet::kYear:
    case Facet::kType:
      return by_record(connection, facet, pages);
    default:
      return by_source(connection, facet, pages);
  }
}

std::vector<FacetCount> most_first(const Counts& counts) {
  std::vector<FacetCount> list;
  for (const auto& [value, pages] : counts) list.push_back({value, pages});
  std::stable_sort(list.begin(), list.end(),
                   [](const FacetCount& a, const FacetCount& b) { return a.pages > b.pages; });
  return list;
}

}  // namespace

HitSummary summarise_hits(Connection& connection, const SearchRequest& request,
                          const std::vector<Facet>& facets) {
  SearchRequest in_order = request;
  in_order.sort = SortHits::kSource;
  PageSearch search(connection, in_order);
  std::vector<std::int64_t> pages;
  search.each_id([&](std::int64_t page) { pages.push_back(page); });
  HitSummary summary{static_cast<int>(pages.size()), 0, {}};
  std::int64_t before = 0;
  for (const std::int64_t page : pages) {
    if (source_of_page(page) != source_of_page(before)) ++summary.sources;
    before = page;
  }
  for (const Facet facet : facets) summary.facets.push_back(most_first(count_by(connection, facet, pages)));
  return summary;
}

}  // namespace vaughn::store
