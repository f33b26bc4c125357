// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/report/request.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <utility>

#include "vaughn/base/strings.h"
#include "vaughn/search/expansion.h"
#include "vaughn/search/query.h"

namespace vaughn::report {
namespace {

using store::Question;

// What its query, dates and types ask for; none when the item has none of them.
std::optional<Question> question_of(const RequestItem& item, const store::Reader& reader,
                                    std::vector<std::string>* notes) {
  std::vector<Question> parts;
  if (!item.query.empty()) {
    const search::ParsedQuery query = search::parse_query(item.query);
    notes->insert(notes->end(), query.notes.begin(), query.notes.end());
    if (query.question) parts.push_back(search::expand(*query.question, reader).question);
  }
  // Dates alone would suggest everything of their time.
  const bool asks = !parts.empty() || !item.types.empty();
  if (!asks) return std::nullopt;
  if (!item.types.empty()) {
    std::vector<Question> types;
    for (const std::string& type : item.types)
      types.push_back(Question::of(store::RecordHas{store::RecordHas::Of::kType, type}));
    parts.push_back(types.size() == 1 ? types.front() : Question{Question::Kind::kAny, {}, types});
  }
  if (!item.date_from.empty() || !item.date_to.empty())
    parts.push_back(Question::of(store::RecordDate{item.date_from, item.date_to}));
  return parts.size() == 1 ? parts.front() : Question{Question::Kind::kAll, {}, parts};
}

// "items 2 and 3", "part 2.c of your request": whether a sentence names the item.
bool names_item(const std::string& sentence, const std::string& item) {
  const std::string lower = to_lower_ascii(sentence), wanted = to_lower_ascii(item);
  for (const char* word : {"item", "part", "paragraph", "number", "request no"}) {
    for (std::size_t at = lower.find(word); at != std::string::npos; at = lower.find(word, at + 1)) {
      // The numbers behind the word, up to what ends the list.
      const std::string list = lower.substr(at, 40);
      for (std::size_t found = list.find(wanted); found != std::string::npos;
           found = list.find(wanted, found + 1)) {
        const auto part_of_number = [&](std::size_t i) {
          return i < list.size() && std::isalnum(static_cast<unsigned char>(list[i])) != 0;
        };
        const bool starts = found == 0 || !part_of_number(found - 1);
        if (starts && !part_of_number(found + wanted.size())) return true;
      }
    }
  }
  return false;
}

ItemState state_of(const ItemReport& report) {
  if (!report.confirmed.empty())
    return report.withheld == static_cast<int>(report.confirmed.size()) ? ItemState::kOnlyWithheld
                                                                        : ItemState::kAnswered;
  if (!report.claims.empty()) return ItemState::kNoRecords;
  return report.suggested.empty() ? ItemState::kSilent : ItemState::kSuggested;
}

}  // namespace

const char* to_string(ItemState state) {
  switch (state) {
    case ItemState::kAnswered:
      return "answered";
    case ItemState::kOnlyWithheld:
      return "only-withheld";
    case ItemState::kSuggested:
      return "suggested";
    case ItemState::kNoRecords:
      return "no-records-claimed";
    case ItemState::kSilent:
      return "silent";
  }
  return "";
}

std::vector<ItemReport> report_items(const store::Reader& reader) {
  std::vector<store::StatementRow> claims;
  reader.statements([&](const store::StatementRow& row) {
    if (row.statement.kind == "no-records") claims.push_back(row);
  });
  std::vector<ItemReport> reports;
  for (const store::RequestItemRow& row : reader.request_items()) {
    ItemReport& report = reports.emplace_back();
    report.item = row.item;
    std::set<std::int64_t> decided;
    for (const auto& [page, verdict] : row.verdicts) {
      decided.insert(page.value);
      if (verdict == ItemVerdict::kRejected) {
        ++report.rejected;
        continue;
      }
      report.confirmed.push_back(reader.place(page));
      report.withheld += reader.is_withheld_in_full(page) ? 1 : 0;
    }
    if (const auto question = question_of(row.item, reader, &report.notes)) {
      store::SearchRequest request;
      request.question = *question;
      request.sort = store::SortHits::kSource;
      request.limit = 0;
      for (const store::HitRow& hit : reader.search(request))
        if (!decided.contains(hit.id.value))
          report.suggested.push_back(
              {hit.release, hit.source, hit.sha256, hit.page, hit.bates, hit.bates_how});
    }
    for (const store::StatementRow& claim : claims)
      if (names_item(claim.statement.evidence.raw, row.item.item)) report.claims.push_back(claim);
    report.state = state_of(report);
  }
  return reports;
}

}  // namespace vaughn::report
