// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/named_pages.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

namespace vaughn::report {
namespace {

constexpr std::size_t kLeastNamed = 3;  // missing numbers that a difference must account for

bool same_source(const store::PlaceRow& a, const store::PlaceRow& b) {
  return a.source == b.source && a.sha256 == b.sha256;
}

std::set<long long> numbers_of(const store::SheetRow& row) {
  std::set<long long> pages;
  for (const AbsentPage& page : row.sheet.pages) {
    long long number = 0;
    const char* end = page.number.data() + page.number.size();
    const auto read = std::from_chars(page.number.data(), end, number);
    if (read.ec == std::errc() && read.ptr == end) pages.insert(number);
  }
  return pages;
}

// The numbers that are missing between the first and the last.
std::set<long long> missing_among(const std::set<long long>& carried) {
  constexpr std::size_t kMost = 100'000;
  std::set<long long> missing;
  if (carried.empty()) return missing;
  for (long long number = *carried.begin(); number < *carried.rbegin() && missing.size() < kMost; ++number)
    if (!carried.contains(number)) missing.insert(number);
  return missing;
}

// By which difference the list's pages are missing numbers, all of them that fall between the numbers there
// are. None when there is no such difference, or several do as well.
std::optional<long long> difference_of(const std::set<long long>& pages, const std::set<long long>& carried) {
  const std::set<long long> missing = missing_among(carried);
  std::optional<long long> best;
  std::size_t most = 0;
  bool ambiguous = false;
  for (const long long number : missing) {
    const long long difference = number - *pages.begin();
    std::size_t named = 0;
    const bool contradicted = std::any_of(pages.begin(), pages.end(), [&](long long page) {
      named += missing.contains(page + difference) ? 1 : 0;
      return carried.contains(page + difference);
    });
    if (contradicted || named < most) continue;
    ambiguous = named == most;
    best = difference;
    most = named;
  }
  return most >= kLeastNamed && !ambiguous ? best : std::nullopt;
}

}  // namespace

NamedPages::NamedPages(const std::vector<store::SheetRow>& sheets,
                       const std::vector<store::BatesRow>& numbers) {
  for (const store::SheetRow& sheet : sheets) {
    if (sheet.sheet.kind != "deleted-pages") continue;
    const std::set<long long> pages = numbers_of(sheet);
    if (pages.empty()) continue;
    std::map<std::string, std::set<long long>> carried;  // by prefix
    for (const store::BatesRow& row : numbers)
      if (same_source(row.place, sheet.place)) carried[row.prefix].insert(row.number);
    for (const auto& [prefix, own] : carried)
      if (const auto difference = difference_of(pages, own))
        lists_.push_back({&sheet, prefix, pages, *difference});
  }
}

std::optional<NamedRange> NamedPages::between(const store::BatesRow& before,
                                              const store::BatesRow& now) const {
  if (!same_source(before.place, now.place) || now.number - before.number > 100'000) return std::nullopt;
  for (const List& list : lists_) {
    if (!same_source(list.sheet->place, before.place) || list.prefix != before.prefix) continue;
    bool all = true;
    for (long long number = before.number + 1; number < now.number && all; ++number)
      all = list.pages.contains(number - list.difference);
    if (all)
      return NamedRange{list.sheet->place, before.number + 1 - list.difference,
                        now.number - 1 - list.difference};
  }
  return std::nullopt;
}

}  // namespace vaughn::report
