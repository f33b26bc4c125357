// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/records/bates.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "records/bates_candidate.h"
#include "records/bates_run.h"
#include "records/bates_series.h"
#include "records/stamp_reading.h"
#include "vaughn/base/strings.h"

namespace vaughn::records {
namespace {

struct Run {
  const BatesSeries* series = nullptr;
  std::vector<std::optional<RunNumber>> numbers;  // one a page
};

// With an element for every page between the first and the last.
std::vector<PageEdges> without_holes(const std::vector<PageEdges>& given) {
  std::vector<PageEdges> pages;
  for (const PageEdges& edges : given) {
    while (!pages.empty() && pages.back().page.value() + 1 < edges.page.value())
      pages.push_back({PageIndex(pages.back().page.value() + 1), {}});
    pages.push_back(edges);
  }
  return pages;
}

// A text that is exactly a stamp of one series is no misread stamp of another.
std::vector<std::vector<PageReadings>> readings_of(const std::vector<PageEdges>& pages,
                                                   const std::vector<BatesSeries>& all) {
  std::vector<std::vector<PageReadings>> by_series(all.size(), std::vector<PageReadings>(pages.size()));
  for (std::size_t page = 0; page < pages.size(); ++page)
    for (const EdgeText& text : pages[page].texts) {
      std::vector<std::optional<StampReading>> readings;
      bool exact = false;
      for (const BatesSeries& series : all) {
        readings.push_back(read_stamp(text, series));
        exact = exact || (readings.back() && readings.back()->exact);
      }
      for (std::size_t i = 0; i < all.size(); ++i)
        if (readings[i] && readings[i]->exact == exact) {
          by_series[i][page].push_back(*std::move(readings[i]));
          if (!exact) break;  // the strongest series that it may belong to
        }
    }
  return by_series;
}

bool is_read(const Run& run, std::size_t page) {
  return run.numbers[page] && run.numbers[page]->reading;
}

// Two series stand side by side when some page carries both.
bool are_parallel(const Run& a, const Run& b) {
  for (std::size_t page = 0; page < a.numbers.size(); ++page)
    if (is_read(a, page) && is_read(b, page)) return true;
  return false;
}

// What one series says about a page that carries the number of another is no inference but a contradiction.
bool is_contradicted(const std::vector<Run>& runs, std::size_t own, std::size_t page) {
  if (is_read(runs[own], page)) return false;
  for (std::size_t other = 0; other < runs.size(); ++other)
    if (other != own && is_read(runs[other], page) && !are_parallel(runs[own], runs[other])) return true;
  return false;
}

std::string digits_in(const BatesSeries& series, const RunNumber& number) {
  std::string digits = std::to_string(number.number);
  const std::size_t width = number.reading ? number.reading->digits.size() : *series.widths.begin();
  if (series.padded && digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

BatesNumber numbered(PageIndex page, const BatesSeries& series, const RunNumber& number) {
  BatesNumber bates;
  bates.page = page;
  bates.prefix = series.prefix;
  bates.number = number.number;
  const std::string& suffix = number.reading ? number.reading->suffix : series.suffix;
  bates.value = series.prefix + digits_in(series, number) + suffix;
  bates.how = !number.reading ? BatesHow::kInferred : number.repaired ? BatesHow::kRepaired : BatesHow::kRead;
  if (number.reading) {
    bates.raw = number.reading->text.text;
    bates.box = number.reading->text.box;
  }
  return bates;
}

// Stamps that no series explains, each value on one page only.
std::vector<BatesNumber> plain_stamps(const std::vector<PageEdges>& pages) {
  std::map<std::string, int> pages_with;
  std::map<std::string, BatesNumber> found;
  for (const PageEdges& page : pages)
    for (const EdgeText& text : page.texts) {
      const std::string value(trim(text.text));
      if (!is_plain_stamp(value)) continue;
      const auto [known, is_new] = found.try_emplace(value);
      if (!is_new && known->second.page == page.page) continue;
      ++pages_with[value];
      const auto candidate = read_candidate(text);
      known->second = {page.page,         candidate->prefix + candidate->digits + candidate->suffix,
                       text.text,         candidate->prefix,
                       candidate->number, BatesHow::kRead,
                       text.box};
    }
  std::vector<BatesNumber> numbers;
  for (auto& [value, number] : found)
    if (pages_with[value] == 1) numbers.push_back(std::move(number));
  std::stable_sort(numbers.begin(), numbers.end(),
                   [](const auto& a, const auto& b) { return a.page < b.page; });
  // Two different numbers on one page: nobody knows which it is.
  std::map<PageIndex, int> count;
  for (const BatesNumber& number : numbers) ++count[number.page];
  std::erase_if(numbers, [&](const BatesNumber& number) { return count[number.page] > 1; });
  return numbers;
}

// A stamp that runs up the page is read in both directions: the one that puts letters before the number is
// it.
void keep_one_direction(std::vector<BatesNumber>* numbers) {
  const std::vector<BatesNumber> all = *numbers;
  std::erase_if(*numbers, [&](const BatesNumber& number) {
    return number.box && number.box->height() > number.box->width() &&
           std::any_of(all.begin(), all.end(), [&](const BatesNumber& other) {
             return other.page == number.page && other.box == number.box &&
                    series_key(other.prefix).size() > series_key(number.prefix).size();
           });
  });
}

// What the file declares to be a production number needs no series; what else was made of it gives way.
void take_declared(const std::vector<PageEdges>& pages, std::vector<BatesNumber>* numbers) {
  std::vector<BatesNumber> declared;
  for (const PageEdges& page : pages)
    for (const EdgeText& text : page.texts) {
      const auto candidate = text.declared ? read_candidate(text) : std::nullopt;
      if (!candidate) continue;
      const auto gives_way = [&](const BatesNumber& number) {
        const bool same_place = number.box && covered_share(*number.box, text.box) > 0.5;
        return number.page == page.page && (same_place || series_key(number.prefix) == candidate->series);
      };
      std::erase_if(*numbers, gives_way);
      std::erase_if(declared, gives_way);  // the one that is drawn last is on top
      declared.push_back({page.page, candidate->prefix + candidate->digits + candidate->suffix, text.text,
                          candidate->prefix, candidate->number, BatesHow::kRead, text.box});
    }
  numbers->insert(numbers->begin(), declared.begin(), declared.end());
}

Finding finding(const char* type, const BatesNumber& at, std::string where) {
  return {type, FindingClass::kNumbering, at.box, 0, std::move(where)};
}

// Digits behind the prefix; a suffix is none.
std::size_t width_of(const BatesNumber& bates) {
  std::size_t width = 0;
  while (bates.prefix.size() + width < bates.value.size() &&
         std::isdigit(static_cast<unsigned char>(bates.value[bates.prefix.size() + width])) != 0)
    ++width;
  return width;
}

bool is_width_change(const BatesNumber& before, const BatesNumber& now) {
  const std::size_t width = width_of(now), width_before = width_of(before);
  if (width == width_before) return false;
  // 9999 to 10000 is the number growing, not its padding.
  const bool grows = width == width_before + 1 && now.value[now.prefix.size()] != '0' &&
                     before.value[before.prefix.size()] != '0';
  return !grows && (before.value[before.prefix.size()] == '0' || now.value[now.prefix.size()] == '0');
}

}  // namespace

std::vector<BatesNumber> infer_bates(const std::vector<PageEdges>& given) {
  const std::vector<BatesSeries> all = find_series(given);
  const std::vector<PageEdges> pages = without_holes(given);
  const auto readings = readings_of(pages, all);
  std::vector<Run> runs;
  for (std::size_t i = 0; i < all.size(); ++i) runs.push_back({&all[i], fit_run(readings[i])});

  std::vector<BatesNumber> numbers;
  for (const PageEdges& edges : given) {
    const auto page = static_cast<std::size_t>(edges.page.value() - pages.front().page.value());
    for (std::size_t i = 0; i < runs.size(); ++i)
      if (runs[i].numbers[page] && !is_contradicted(runs, i, page))
        numbers.push_back(numbered(edges.page, *runs[i].series, *runs[i].numbers[page]));
  }
  std::set<PageIndex> known;
  for (const BatesNumber& number : numbers) known.insert(number.page);
  for (BatesNumber& number : plain_stamps(given))
    if (!known.contains(number.page)) numbers.push_back(std::move(number));
  keep_one_direction(&numbers);
  take_declared(given, &numbers);
  std::stable_sort(numbers.begin(), numbers.end(),
                   [](const auto& a, const auto& b) { return a.page < b.page; });
  return numbers;
}

std::vector<NumberingFinding> numbering_findings(const std::vector<BatesNumber>& numbers) {
  std::vector<NumberingFinding> findings;
  std::map<std::string, const BatesNumber*> seen;
  const BatesNumber* before = nullptr;
  for (const BatesNumber& now : numbers) {
    if (before != nullptr && before->page == now.page) continue;  // a second series
    const auto note = [&](const char* type, std::string where) {
      findings.push_back({now.page, finding(type, now, std::move(where))});
    };
    const auto known = seen.find(now.value);
    if (known != seen.end()) {
      note("BATES_DUPLICATE", "also on page " + std::to_string(known->second->page.number().value()));
    } else if (before != nullptr && series_key(before->prefix) != series_key(now.prefix)) {
      note("BATES_PREFIX_CHANGE", "after " + before->value);
    } else if (before != nullptr) {
      const long long step = now.number - before->number;
      const long long pages = now.page.value() - before->page.value();
      if (step < 0)
        note("BATES_STEP_BACK", "after " + before->value);
      else if (step > pages)
        note("BATES_GAP", "between " + before->value + " and " + now.value);
      if (is_width_change(*before, now)) note("BATES_WIDTH_CHANGE", "after " + before->value);
    }
    seen.try_emplace(now.value, &now);
    before = &now;
  }
  return findings;
}

std::vector<NumberingFinding> artifact_findings(const PageReading& page) {
  std::vector<NumberingFinding> findings;
  for (const BatesArtifact& artifact : page.bates_artifacts)
    if (!artifact.shown.empty() && is_all_shown(artifact) &&
        series_key(artifact.shown) != series_key(artifact.declared))
      findings.push_back({page.page,
                          {"BATES_ARTIFACT_DIFFERS", FindingClass::kNumbering, artifact.box, 0,
                           "the file says " + artifact.declared + ", the page shows " + artifact.shown}});
  return findings;
}

}  // namespace vaughn::records
