// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/report/exemptions.h"

#include <algorithm>

#include "report/bar.h"
#include "report/records.h"
#include "vaughn/base/strings.h"
#include "vaughn/base/utf8.h"
#include "vaughn/report/redactions.h"
#include "vaughn/report/table.h"

namespace vaughn::report {
namespace {

constexpr std::size_t kLongestBar = 24, kShortestBar = 6;
constexpr std::size_t kGap = 2;

// A request may be answered by several releases; without a number each release stands for one.
std::string request_of(const std::string& number, const std::string& release) {
  return number.empty() ? "release " + release : "request " + number;
}

const char* key_of(ExemptionGrouping by) {
  switch (by) {
    case ExemptionGrouping::kSource:
      return "source";
    case ExemptionGrouping::kRelease:
      return "release";
    case ExemptionGrouping::kMonth:
      return "month";
    case ExemptionGrouping::kWhole:
      break;
  }
  return "";
}

bool counts_requests(ExemptionGrouping by) {
  return by == ExemptionGrouping::kWhole || by == ExemptionGrouping::kMonth;
}

}  // namespace

ExemptionReport::Group& ExemptionReport::group_for(const std::string& release, const std::string& source,
                                                   const std::string& sha256, const std::string& received) {
  Group group;
  if (by_ == ExemptionGrouping::kSource) group = {source, sha256, {}};
  if (by_ == ExemptionGrouping::kRelease) group.name = release;
  if (by_ == ExemptionGrouping::kMonth) group.name = month_of(received);
  const auto [known, is_new] = places_.emplace(group.name + '\n' + group.sha256, groups_.size());
  if (is_new) groups_.push_back(std::move(group));
  return groups_[known->second];
}

void ExemptionReport::add(const store::RedactionRow& row) {
  Group& group = group_for(row.release, row.source, row.sha256, row.received);
  std::map<std::string, std::pair<CodeInfo, bool>> codes;  // what each counts under, and whether for certain
  for (const ExemptionCode& code : row.redaction.codes) {
    if (code.role == CodeRole::kMention) continue;
    const CodeInfo info = describe_(code.code);
    auto& [known, certain] = codes[info.code];
    known = info;
    certain |= code.certain;
  }
  if (codes.empty()) codes[""] = {{}, true};
  const std::string request = request_of(row.request_number, row.release);
  for (const auto& [code, read] : codes) {
    const auto& [info, certain] = read;
    Count& count = group.counts[code];
    count.info = info;
    ++(certain ? count.redactions : count.uncertain);
    count.characters += row.redaction.amount.characters;
    count.maybe_requests.insert(request);
    if (certain) count.requests.insert(request);
  }
}

void ExemptionReport::add(const store::PageCodeRow& row) {
  const CodeInfo info = describe_(row.code.code);
  Count& count = group_for(row.release, row.source, row.sha256, row.received).counts[info.code];
  count.info = info;
  ++count.listed_codes;
  const std::string request = request_of(row.request_number, row.release);
  count.maybe_requests.insert(request);
  if (row.code.certain) count.requests.insert(request);
}

namespace {

// Exemptions by their codes, then dispositions, then what has no code.
template <class Counts>
auto in_order(const Counts& counts) {
  std::vector<const typename Counts::mapped_type*> order;
  for (const auto& [_, count] : counts) order.push_back(&count);
  const auto rank = [](const auto* count) {
    if (count->info.code.empty()) return 2;
    return count->info.sort == CodeInfo::Sort::kExemption ? 0 : 1;
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](const auto* a, const auto* b) { return rank(a) < rank(b); });
  return order;
}

std::string text_of(long long number) {
  return with_thousands(number);
}

// "Ex. 7(C)", and where annual reports have no name, what the code means.
std::string name_of(const CodeInfo& info) {
  constexpr std::size_t kWidest = 14;
  return info.label.starts_with("Ex. ") ? info.label : fit_to_width(info.meaning, kWidest);
}

// Columns are worth their room only where some row has something to say.
struct Columns {
  bool uncertain = false, listed = false, requests = false;
};

template <class Counts>
void print_group(const Counts& counts, Columns columns, long long largest, const Terminal& terminal,
                 std::ostream& out, std::size_t indent) {
  Table table;
  table.columns = {
      {"Exemption", Align::kLeft, Shrink::kEnd}, {"", Align::kLeft}, {"Redactions", Align::kRight}};
  if (columns.uncertain) table.columns.push_back({"Unsure", Align::kRight});
  if (columns.listed) table.columns.push_back({"Listed", Align::kRight});
  if (columns.requests) table.columns.push_back({"Requests", Align::kRight});
  const auto order = in_order(counts);
  for (const auto* count : order) {
    std::vector<std::string> row = {count->info.code.empty() ? "no code read" : count->info.code,
                                    name_of(count->info), text_of(count->redactions)};
    if (columns.uncertain) row.push_back(text_of(count->uncertain));
    if (columns.listed) row.push_back(text_of(count->listed_codes));
    if (columns.requests) row.push_back(text_of(static_cast<long long>(count->requests.size())));
    table.rows.push_back(std::move(row));
  }
  std::size_t used = indent;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    std::size_t widest = display_width(table.columns[i].name);
    for (const auto& row : table.rows) widest = std::max(widest, display_width(row[i]));
    used += widest + kGap;
  }
  const std::size_t room = terminal.width > used ? terminal.width - used : 0;
  if (room >= kShortestBar) {
    table.columns.push_back({""});
    for (std::size_t i = 0; i < order.size(); ++i)
      table.rows[i].push_back(
          bar(order[i]->redactions, order[i]->uncertain, largest, std::min(room, kLongestBar)));
  }
  print_table(table, terminal, out, indent);
}

}  // namespace

void ExemptionReport::print(Format format, const Terminal& terminal, std::ostream& out) const {
  std::vector<const Group*> order;
  for (const Group& group : groups_) order.push_back(&group);
  // Months by date, without one last; sources and releases as they are numbered.
  if (by_ == ExemptionGrouping::kMonth)
    std::stable_sort(order.begin(), order.end(), [](const Group* a, const Group* b) {
      return std::pair(a->name.empty(), a->name) < std::pair(b->name.empty(), b->name);
    });

  if (format == Format::kTerminal) {
    Columns columns{.requests = counts_requests(by_)};
    long long largest = 0;
    for (const Group* group : order) {
      for (const auto& [_, count] : group->counts) {
        columns.uncertain |= count.uncertain > 0;
        columns.listed |= count.listed_codes > 0;
        largest = std::max<long long>(largest, count.redactions + count.uncertain);
      }
    }
    for (const Group* group : order) {
      if (group != order.front()) out << '\n';
      const bool whole = by_ == ExemptionGrouping::kWhole;
      if (!whole)
        out << terminal.painted(Paint::kSource, group->name.empty() ? "no date" : printable_line(group->name))
            << '\n';
      print_group(group->counts, columns, largest, terminal, out, whole ? 0 : 2);
    }
    return;
  }

  Records records{.schema = "vaughn.exemptions/1", .fields = {}, .rows = {}};
  const std::string key = key_of(by_);
  if (!key.empty()) records.fields.push_back({key});
  if (by_ == ExemptionGrouping::kSource) records.fields.push_back({"sha256"});
  for (const char* name : {"code", "label", "meaning", "exemption", "redactions", "uncertain", "listed_codes",
                           "requests", "requests_uncertain", "estimated_characters"})
    records.fields.push_back({name});
  for (const Group* group : order) {
    for (const Count* count : in_order(group->counts)) {
      Json row = Json::object();
      if (!key.empty()) row[key] = null_if_empty(group->name);
      if (by_ == ExemptionGrouping::kSource) row["sha256"] = null_if_empty(group->sha256);
      row.update({{"code", null_if_empty(count->info.code)},
                  {"label", null_if_empty(count->info.label)},
                  {"meaning", null_if_empty(count->info.meaning)},
                  {"exemption", !count->info.code.empty() && count->info.sort == CodeInfo::Sort::kExemption},
                  {"redactions", count->redactions},
                  {"uncertain", count->uncertain},
                  {"listed_codes", count->listed_codes},
                  {"requests", count->requests.size()},
                  {"requests_uncertain", count->maybe_requests.size() - count->requests.size()},
                  {"estimated_characters", count->characters}});
      records.rows.push_back(std::move(row));
    }
  }
  print_records(records, format, terminal, out);
}

}  // namespace vaughn::report
