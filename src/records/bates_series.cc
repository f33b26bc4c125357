// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/bates_series.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <map>
#include <utility>

#include "records/bates_candidate.h"
#include "vaughn/base/strings.h"

namespace vaughn::records {
namespace {

constexpr double kLeastSupport = 0.5;        // of the pages that have edge text
constexpr double kLeastRisingSupport = 0.3;  // of those, when the numbers rise with gaps
constexpr int kEnoughSteps = 3;              // from page to page by one, whatever the other pages say

using Group = std::map<int, BatesCandidate>;  // by page

struct Steps {
  int by_one = 0;  // neighbouring readings as far apart as their pages
  int rising = 0;
  int all = 0;
};

Steps steps_of(const Group& group) {
  Steps steps;
  for (auto it = group.begin(); std::next(it) != group.end(); ++it) {
    const auto next = std::next(it);
    ++steps.all;
    if (next->second.number > it->second.number) ++steps.rising;
    if (next->second.number - it->second.number == next->first - it->first) ++steps.by_one;
  }
  return steps;
}

bool has_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; });
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "Privacy Policy 3": a running title with the page's number behind it counts the pages of a document.
bool is_running_title(const Group& group) {
  const BatesCandidate& first = group.begin()->second;
  if (first.number > 3 || first.digits.front() == '0' || has_digit(first.prefix)) return false;
  const std::string_view prefix = first.prefix;
  return !prefix.empty() && (prefix.back() == ' ' || prefix.find(' ') != std::string_view::npos);
}

bool is_series(const Group& group, int pages_with_text) {
  if (group.size() < 2 || is_running_title(group)) return false;
  const Steps steps = steps_of(group);
  const double support = static_cast<double>(group.size()) / pages_with_text;
  if (steps.by_one >= kEnoughSteps || (steps.by_one >= 1 && support >= kLeastSupport)) return true;
  const BatesCandidate& first = group.begin()->second;
  if (steps.by_one >= 1 && first.digits.size() >= 4 && first.digits.front() == '0' &&
      has_letter(first.prefix))
    return true;
  // What was withheld leaves gaps between most pages of some productions.
  return group.size() >= 3 && has_letter(group.begin()->second.prefix) && steps.rising >= 0.8 * steps.all &&
         support >= kLeastRisingSupport;
}

// The most frequent; among equals the shortest, then the first: recognition adds spaces, it seldom drops any.
std::string commonest(const std::map<std::string, int>& counts) {
  const auto better = [](const auto& a, const auto& b) {
    if (a.second != b.second) return a.second > b.second;
    return a.first.size() < b.first.size();
  };
  return std::min_element(counts.begin(), counts.end(), better)->first;
}

BatesSeries describe(const std::string& key, const Group& group) {
  BatesSeries series;
  series.key = key;
  std::map<std::string, int> prefixes, suffixes;
  for (const auto& [page, candidate] : group) {
    ++prefixes[candidate.prefix];
    ++suffixes[candidate.suffix];
    series.widths.insert(candidate.digits.size());
    series.padded = series.padded || (candidate.digits.size() > 1 && candidate.digits.front() == '0');
  }
  series.prefix = commonest(prefixes);
  series.suffix = commonest(suffixes);
  series.first_page = group.begin()->first;
  series.last_page = group.rbegin()->first;
  series.strength = static_cast<int>(group.size()) + steps_of(group).by_one;
  return series;
}

// A series whose pages lie among those of a stronger one with nearly the same prefix is that one, misread.
bool is_misreading_of(const BatesSeries& series, const BatesSeries& stronger) {
  const std::size_t allowed = std::max<std::size_t>(1, stronger.key.size() / 5);
  return series.last_page >= stronger.first_page && series.first_page <= stronger.last_page &&
         edit_distance(series.key, stronger.key) <= allowed;
}

}  // namespace

std::vector<BatesSeries> find_series(const std::vector<PageEdges>& pages) {
  std::map<std::string, Group> groups;
  int pages_with_text = 0;
  for (const PageEdges& page : pages) {
    if (!page.texts.empty()) ++pages_with_text;
    for (const EdgeText& text : page.texts)
      if (auto candidate = read_candidate(text)) {
        Group& group = groups[candidate->series];
        group.try_emplace(page.page.value(), std::move(*candidate));
      }
  }
  std::vector<BatesSeries> found;
  for (const auto& [key, group] : groups)
    if (is_series(group, pages_with_text)) found.push_back(describe(key, group));
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.strength > b.strength; });
  std::vector<BatesSeries> kept;
  for (BatesSeries& series : found)
    if (std::none_of(kept.begin(), kept.end(),
                     [&](const auto& stronger) { return is_misreading_of(series, stronger); }))
      kept.push_back(std::move(series));
  return kept;
}

bool is_plain_stamp(const std::string& text) {
  const auto candidate = read_candidate({text, {}});
  if (!candidate || candidate->digits.size() < 6 || candidate->digits.front() != '0') return false;
  // One letter and a number is a document's number of the Department of State or the CIA.
  const auto letters = std::count_if(candidate->prefix.begin(), candidate->prefix.end(),
                                     [](char c) { return c >= 'A' && c <= 'Z'; });
  return letters >= 2 && std::none_of(candidate->prefix.begin(), candidate->prefix.end(),
                                      [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace vaughn::records
