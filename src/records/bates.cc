// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/records/bates.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>

#include "records/bates_candidate.h"
#include "vaughn/base/strings.h"

namespace vaughn::records {
namespace {

using Series = std::map<int, BatesCandidate>;  // by page

constexpr double kLeastSupport = 0.5;  // of the pages that have edge text

struct Collected {
  std::map<std::string, Series> series;
  int pages_with_text = 0;
};

Collected collect(const std::vector<PageEdges>& pages) {
  Collected collected;
  for (const PageEdges& page : pages) {
    if (!page.texts.empty()) ++collected.pages_with_text;
    for (const EdgeText& text : page.texts) {
      auto candidate = read_candidate(text);
      if (!candidate) continue;
      Series& series = collected.series[candidate->series];
      series.try_emplace(page.page.value(), std::move(*candidate));
    }
  }
  return collected;
}

int steps_that_fit(const Series& series) {
  int fitting = 0;
  for (auto it = series.begin(); it != series.end() && std::next(it) != series.end(); ++it) {
    const auto next = std::next(it);
    if (next->second.number - it->second.number == next->first - it->first) ++fitting;
  }
  return fitting;
}

// Rising numbers decide; a prefix, zero padding and one width break ties between what rises equally.
double score(const Series& series) {
  std::set<std::size_t> widths;
  for (const auto& [page, candidate] : series) widths.insert(candidate.digits.size());
  const bool has_prefix = !series.begin()->second.prefix.empty();
  return steps_that_fit(series) + (has_prefix ? 0.3 : 0) + (*widths.rbegin() >= 4 ? 0.2 : 0) +
         (widths.size() == 1 ? 0.1 : 0);
}

const Series* best_series(const Collected& collected) {
  const Series* best = nullptr;
  for (const auto& [key, series] : collected.series) {
    const int fitting = steps_that_fit(series);
    const bool supported = static_cast<double>(series.size()) >= kLeastSupport * collected.pages_with_text;
    if (fitting == 0 || (!supported && fitting < 3)) continue;
    if (best == nullptr || score(series) > score(*best)) best = &series;
  }
  return best;
}

// What the nearest numbers on both sides say this page's number is, when they say the same.
std::optional<long long> agreed_number(const Series& series, int page) {
  const auto after = series.upper_bound(page);
  auto before = series.lower_bound(page);
  if (after == series.end() || before == series.begin()) return std::nullopt;
  --before;
  const long long from_before = before->second.number + (page - before->first);
  const long long from_after = after->second.number - (after->first - page);
  return from_before == from_after ? std::optional<long long>(from_before) : std::nullopt;
}

std::string padded(long long number, std::size_t width) {
  std::string digits = std::to_string(number);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

BatesNumber as_read(const BatesCandidate& candidate, int page) {
  return {PageIndex(page),     candidate.prefix + candidate.digits + candidate.suffix,
          candidate.text.text, candidate.prefix,
          candidate.number,    BatesHow::kRead,
          candidate.text.box};
}

// The number of a page in the style of its series' nearest neighbour.
BatesNumber in_series(const Series& series, int page, long long number, BatesHow how) {
  auto neighbour = series.upper_bound(page);
  if (neighbour == series.end()) --neighbour;
  const BatesCandidate& style = neighbour->second;
  return {PageIndex(page), style.prefix + padded(number, style.digits.size()), {}, style.prefix, number, how,
          std::nullopt};
}

// A text at this page's edge that is the expected stamp but for a few misread characters.
const EdgeText* misread_stamp(const PageEdges& page, const std::string& expected) {
  const std::size_t allowed = std::max<std::size_t>(1, expected.size() / 5);
  for (const EdgeText& text : page.texts)
    if (edit_distance(series_key(trim(text.text)), series_key(expected)) <= allowed) return &text;
  return nullptr;
}

std::optional<BatesNumber> without_reading(const Series& series, const PageEdges& page) {
  const auto number = agreed_number(series, page.page.value());
  if (!number) return std::nullopt;
  BatesNumber bates = in_series(series, page.page.value(), *number, BatesHow::kInferred);
  if (const EdgeText* text = misread_stamp(page, bates.value)) {
    bates.how = BatesHow::kRepaired;
    bates.raw = text->text;
    bates.box = text->box;
  }
  return bates;
}

}  // namespace

std::vector<BatesNumber> infer_bates(const std::vector<PageEdges>& pages) {
  const Collected collected = collect(pages);
  const Series* chosen = best_series(collected);
  std::vector<BatesNumber> numbers;
  if (chosen == nullptr) return numbers;

  // A reading that breaks the sequence while its neighbours agree, off by a digit or two, was misread.
  Series trusted = *chosen;
  std::map<int, std::string> misread;
  for (const auto& [page, candidate] : *chosen) {
    const auto agreed = agreed_number(*chosen, page);
    if (!agreed || *agreed == candidate.number) continue;
    if (edit_distance(padded(*agreed, candidate.digits.size()), candidate.digits) <= 2) {
      misread[page] = candidate.text.text;
      trusted.erase(page);
    }
  }
  for (const PageEdges& page : pages) {
    const auto found = trusted.find(page.page.value());
    if (found != trusted.end()) {
      numbers.push_back(as_read(found->second, page.page.value()));
    } else if (auto bates = without_reading(trusted, page)) {
      if (const auto raw = misread.find(page.page.value()); raw != misread.end()) {
        bates->how = BatesHow::kRepaired;
        bates->raw = raw->second;
        bates->box = chosen->at(page.page.value()).text.box;
      }
      numbers.push_back(std::move(*bates));
    }
  }
  return numbers;
}

}  // namespace vaughn::records
