// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/report/audit.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <utility>

#include "report/audit_letters.h"
#include "report/named_pages.h"
#include "report/passages.h"
#include "vaughn/base/strings.h"

namespace vaughn::report {
namespace {

using store::PlaceRow;

AuditEntry entry(EntryKind kind, const PlaceRow& place, std::string text) {
  AuditEntry made;
  made.kind = kind;
  made.release = place.release;
  made.text = std::move(text);
  made.places = {place};
  return made;
}

std::string counted(std::size_t number, const char* one, const char* many) {
  return with_thousands(static_cast<long long>(number)) + ' ' + (number == 1 ? one : many);
}

std::string series_of(const std::string& prefix) {
  std::string key;
  for (const char c : prefix)
    if (std::isalnum(static_cast<unsigned char>(c)) != 0)
      key += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return key;
}

// Gathers what the entries are made from, and makes them.
class Auditor {
 public:
  explicit Auditor(const store::Reader& reader) : reader_(reader) {}

  Audit make() {
    reader_.hold_state();
    audit_.came = reader_.dispositions();
    std::vector<store::StatementRow> statements;
    reader_.statements([&](const store::StatementRow& row) { statements.push_back(row); });
    reader_.sheets([&](const store::SheetRow& row) { sheets_.push_back(row); });
    reader_.bates([&](const store::BatesRow& row) { bates_.push_back(row); });
    audit_.letters = letters_of(statements);
    check_letters();
    check_numbers();
    check_sheets();
    check_messages();
    check_passages();
    check_redactions();
    check_problems();
    std::stable_sort(audit_.entries.begin(), audit_.entries.end(),
                     [](const AuditEntry& a, const AuditEntry& b) { return a.kind < b.kind; });
    return std::move(audit_);
  }

 private:
  void add(AuditEntry made) { audit_.entries.push_back(std::move(made)); }

  void check_letters() {
    for (const LetterSummary& letter : audit_.letters) {
      for (AuditEntry& made : contradictions_in(letter)) add(std::move(made));
      for (const store::StatementRow& row : letter.statements)
        if (row.statement.kind == "exemption-table")
          add(entry(EntryKind::kUnread, row.place,
                    "The letter's table of exemptions cannot be relied on: " + row.statement.value + "."));
    }
    for (const store::PageDispositions& came : audit_.came) {
      std::vector<const LetterSummary*> letters;
      for (const LetterSummary& letter : audit_.letters)
        if (letter.place.release == came.release) letters.push_back(&letter);
      if (letters.empty()) continue;
      AbsentCounts absent;
      for (const store::SheetRow& row : sheets_)
        if (row.place.release == came.release && row.sheet.kind != "deleted-pages")
          for (const AbsentPage& page : row.sheet.pages) absent[page.disposition] += page.count;
      std::vector<store::BatesRow> bates;
      for (const store::BatesRow& row : bates_)
        if (row.place.release == came.release) bates.push_back(row);
      for (AuditEntry& made : against_what_came(letters, came, absent, bates)) add(std::move(made));
    }
  }

  // The numbers of a release by series, whatever file they came in.
  void check_numbers() {
    const NamedPages named(sheets_, bates_);
    std::map<std::pair<std::string, std::string>, std::vector<const store::BatesRow*>> series;
    for (const store::BatesRow& row : bates_)
      series[{row.place.release, series_of(row.prefix)}].push_back(&row);
    for (auto& [key, rows] : series) {
      std::stable_sort(rows.begin(), rows.end(),
                       [](const auto* a, const auto* b) { return a->number < b->number; });
      for (std::size_t i = 1; i < rows.size(); ++i) {
        const store::BatesRow &before = *rows[i - 1], &now = *rows[i];
        if (now.number == before.number) {
          const bool goes_on = !audit_.entries.empty() &&
                               audit_.entries.back().kind == EntryKind::kDuplicateNumber &&
                               audit_.entries.back().places.front().bates == before.place.bates;
          if (!goes_on)
            add(entry(EntryKind::kDuplicateNumber, before.place,
                      fmt::format("Several pages carry the number {}.", before.place.bates)));
          audit_.entries.back().places.push_back(now.place);
        } else if (now.number > before.number + 1) {
          add(gap_between(before, now, named));
        }
      }
    }
  }

  AuditEntry gap_between(const store::BatesRow& before, const store::BatesRow& now,
                         const NamedPages& named) const {
    const long long missing = now.number - before.number - 1;
    AuditEntry made = entry(EntryKind::kGap, before.place, "");
    const auto sheet = std::find_if(sheets_.begin(), sheets_.end(), [&](const store::SheetRow& row) {
      return stands_at(row, before.place) || stands_at(row, now.place);
    });
    const bool unread = has_unread(before.place.release);
    std::string account = unread ? "pages of the release that are not read yet, or failed, may carry them"
                                 : "nothing in the release accounts for them";
    if (const auto range = named.between(before, now)) {
      made.explained = true;
      account = range->first == range->last
                    ? fmt::format("the list of deleted pages on page {} names it, its page {}",
                                  range->list.page, range->first)
                    : fmt::format("the list of deleted pages on page {} names them, its pages {} to {}",
                                  range->list.page, range->first, range->last);
    } else if (sheet != sheets_.end()) {
      int spoken_of = 0;
      for (const AbsentPage& page : sheet->sheet.pages) spoken_of += page.count;
      // A sheet with a number of its own stands for its page, not for those without one.
      made.explained = sheet->sheet.kind == "deleted-pages" ? spoken_of == missing : spoken_of == missing + 1;
      account = fmt::format("the sheet on page {} beside them speaks of {}", sheet->place.page,
                            counted(static_cast<std::size_t>(spoken_of), "page", "pages"));
    }
    made.text = fmt::format(
        "{} {} between {} and {}; {}.", counted(static_cast<std::size_t>(missing), "number", "numbers"),
        missing == 1 ? "is missing" : "are missing", before.place.bates, now.place.bates, account);
    made.places.push_back(now.place);
    return made;
  }

  bool has_unread(const std::string& release) const {
    return std::any_of(audit_.came.begin(), audit_.came.end(), [&](const store::PageDispositions& came) {
      return came.release == release && came.unread + came.sources_failed > 0;
    });
  }

  static bool stands_at(const store::SheetRow& row, const PlaceRow& place) {
    return row.place.sha256 == place.sha256 && row.place.source == place.source &&
           row.sheet.first.number().value() <= place.page && row.sheet.last.number().value() >= place.page;
  }

  void check_sheets() {
    std::map<std::pair<std::string, std::string>, std::pair<AuditEntry, int>> absent;
    for (const store::SheetRow& row : sheets_) {
      int listed = 0;
      for (const AbsentPage& page : row.sheet.pages) {
        listed += page.count;
        const std::string ground =
            page.disposition + (page.disposition == "withheld" ? grounds_of(page) : "");
        auto [known, is_new] = absent.try_emplace({row.place.release, ground});
        if (is_new)
          known->second.first = entry(EntryKind::kAbsent, row.place, ground);
        else if (const PlaceRow& last = known->second.first.places.back(); last.page != row.place.page ||
                                                                           last.sha256 != row.place.sha256 ||
                                                                           last.source != row.place.source)
          known->second.first.places.push_back(row.place);
        known->second.second += page.count;
      }
      if (row.sheet.stated_total && *row.sheet.stated_total != listed)
        add(entry(EntryKind::kSheetTotal, row.place,
                  fmt::format("The list of deleted pages says that there are {}; {} rows could be read.",
                              *row.sheet.stated_total, listed)));
      else if (row.sheet.kind == "deleted-pages" && !row.sheet.stated_total)
        add(entry(
            EntryKind::kSheetTotal, row.place,
            fmt::format("The list of deleted pages has {} rows; its total could not be read.", listed)));
    }
    for (auto& [key, made] : absent) {
      made.first.text =
          fmt::format("{}: {}.", counted(static_cast<std::size_t>(made.second), "page", "pages"), key.second);
      add(std::move(made.first));
    }
  }

  // The exemptions of a page, without the coded categories that only an agency's declaration explains.
  static std::string grounds_of(const AbsentPage& page) {
    std::set<std::string> exemptions;
    for (const std::string& code : page.codes) exemptions.insert(code.substr(0, code.find('-')));
    return exemptions.empty() ? "" : " under " + join({exemptions.begin(), exemptions.end()}, ", ");
  }

  void check_messages() {
    std::vector<store::MessageRow> messages;
    reader_.messages([&](const store::MessageRow& row) { messages.push_back(row); });
    std::map<std::int64_t, const store::MessageRow*> by_id;
    for (const store::MessageRow& row : messages) by_id[row.id] = &row;
    std::vector<std::string> titles;
    reader_.records({},
                    [&](const store::RecordRow& row) { titles.push_back(letters_only(row.record.title)); });
    for (const store::SourceRow& source : reader_.status().sources)
      titles.push_back(letters_only(source.path.substr(source.path.find_last_of('/') + 1)));

    for (const store::MessageRow& row : messages) {
      const Message& message = row.message;
      if (message.quoted && !row.twin)
        add(entry(EntryKind::kNotProduced, row.place,
                  fmt::format("The message of {}{} is quoted only.",
                              message.sent.empty() ? "an unknown time" : message.sent,
                              message.subject.empty() ? std::string() : ", '" + message.subject + "',")));
      if (!row.twin)
        for (const std::string& name : message.attachments)
          if (!is_among(name, titles))
            add(entry(EntryKind::kMissingAttachment, row.place,
                      fmt::format("'{}', named in the message of {}, is no record or file of this name.",
                                  name, message.sent.empty() ? "an unknown time" : message.sent)));
      if (row.twin && by_id.contains(*row.twin)) compare(row, *by_id.at(*row.twin));
    }
    check_outside_mail(messages);
  }

  static std::string letters_only(const std::string& text) {
    std::string letters;
    for (const char c : to_lower_ascii(text.substr(
             0, text.find_last_of('.') == std::string::npos ? text.size() : text.find_last_of('.'))))
      if (std::isalnum(static_cast<unsigned char>(c)) != 0) letters += c;
    return letters;
  }

  static bool is_among(const std::string& name, const std::vector<std::string>& titles) {
    const std::string wanted = letters_only(name);
    return std::any_of(titles.begin(), titles.end(), [&](const std::string& title) {
      return wanted.size() >= 4 && title.size() >= 4 &&
             (title.find(wanted) != std::string::npos || wanted.find(title) != std::string::npos);
    });
  }

  // The same field of the same message, with a name in one printing and a redaction in the other. What is
  // withheld is not repeated here.
  void compare(const store::MessageRow& a, const store::MessageRow& b) {
    std::set<std::string> fields;
    for (const auto& [shows, hides] : {std::pair{&a.message, &b.message}, std::pair{&b.message, &a.message}})
      for (const Party& shown : shows->parties) {
        if (shown.redacted || shown.address.empty()) continue;
        const auto same_place = [&](const Party& party) {
          return party.field == shown.field && party.domain == shown.domain;
        };
        const auto withheld = [&](const Message& message) {
          return std::count_if(message.parties.begin(), message.parties.end(),
                               [&](const Party& party) { return same_place(party) && party.redacted; });
        };
        // Not there in the other printing, which withholds one more of that domain in its stead.
        const bool missing = std::none_of(
            hides->parties.begin(), hides->parties.end(),
            [&](const Party& party) { return party.field == shown.field && party.address == shown.address; });
        if (missing && withheld(*hides) > withheld(*shows)) fields.insert(shown.field);
      }
    for (const std::string& field : fields) {
      AuditEntry made =
          entry(EntryKind::kInconsistent, a.place,
                fmt::format("In the message of {} an address in '{}' is withheld in one printing and "
                            "released in another.",
                            a.message.sent, field));
      made.places.push_back(b.place);
      add(std::move(made));
    }
  }

  void check_passages() {
    Passages passages;
    reader_.page_texts(
        [&](const PlaceRow& page, const std::string& text) { passages.add_withheld(page, text); });
    reader_.page_texts([&](const PlaceRow& page, const std::string& text) { passages.look_at(page, text); });
    for (const ShownElsewhere& found : passages.take()) {
      AuditEntry made = entry(
          EntryKind::kInconsistent, found.withheld.front(),
          fmt::format(
              "Between the same words a passage is withheld on {} and shown on {}: look whether it is "
              "the same.",
              found.withheld.size() == 1 ? "the first of these pages"
                                         : fmt::format("the first {} of these pages", found.withheld.size()),
              found.shown.size() == 1 ? "the last" : fmt::format("the last {}", found.shown.size())));
      made.places = found.withheld;
      made.places.insert(made.places.end(), found.shown.begin(), found.shown.end());
      add(std::move(made));
    }
  }

  // Inter- and intra-agency memorandums are what (b)(5) is about.
  void check_outside_mail(const std::vector<store::MessageRow>& messages) {
    std::map<std::string, std::map<std::string, int>> domains;  // by release
    for (const store::MessageRow& row : messages)
      for (const Party& party : row.message.parties)
        if (!party.domain.empty()) ++domains[row.place.release][party.domain];
    std::map<std::int64_t, std::pair<const store::MessageRow*, std::set<std::string>>> outside;  // by record
    for (const store::MessageRow& row : messages) {
      const auto& known = domains[row.place.release];
      const auto home = std::max_element(known.begin(), known.end(),
                                         [](const auto& a, const auto& b) { return a.second < b.second; });
      for (const Party& party : row.message.parties) {
        const std::string& domain = party.domain;
        if (domain.empty() || domain.ends_with(".gov") || domain.ends_with(".mil") || domain == home->first)
          continue;
        auto& found = outside[row.record];
        if (found.first == nullptr) found.first = &row;
        found.second.insert(domain);
      }
    }
    reader_.records({}, [&](const store::RecordRow& record) {
      const auto found = outside.find(record.id);
      const bool privileged = std::any_of(record.codes.begin(), record.codes.end(),
                                          [](const std::string& code) { return code.starts_with("(b)(5)"); });
      if (found == outside.end() || !privileged) return;
      const auto& [message, names] = found->second;
      add(entry(EntryKind::kOutsideMail, message->place,
                fmt::format("(b)(5) is claimed in mail with {}.", join({names.begin(), names.end()}, ", "))));
    });
  }

  void check_redactions() {
    std::map<std::string, std::pair<AuditEntry, std::size_t>> by_source;
    store::RedactionFilter filter;
    filter.unlabelled = true;
    reader_.redactions(filter, [&](const store::RedactionRow& row) {
      const PlaceRow place{row.release, row.source, row.sha256, row.page, row.bates, row.bates_how};
      auto [known, is_new] = by_source.try_emplace(row.source + '\n' + row.sha256);
      if (is_new)
        known->second.first = entry(EntryKind::kUnlabelled, place, "");
      else if (known->second.first.places.back().page != row.page)
        known->second.first.places.push_back(place);
      ++known->second.second;
    });
    for (auto& [source, made] : by_source) {
      made.first.text =
          fmt::format("{} without a ground that could be read at {} place.",
                      counted(made.second, "redaction", "redactions"), made.second == 1 ? "its" : "their");
      add(std::move(made.first));
    }
  }

  void check_problems() {
    std::map<std::string, std::string> releases;
    for (const store::SourceRow& source : reader_.status().sources) releases[source.path] = source.release;
    for (const store::SourceRow& source : reader_.status().sources) {
      if (source.pages_pending == 0) continue;
      PlaceRow place;
      place.release = source.release;
      place.source = source.path;
      place.sha256 = source.sha256;
      add(entry(
          EntryKind::kUnread, place,
          fmt::format("{} still to be read; 'vaughn ingest' goes on.",
                      counted(static_cast<std::size_t>(source.pages_pending), "page is", "pages are"))));
    }
    for (const store::PageProblemRow& row : reader_.problems()) {
      if (row.problem.kind == ProblemKind::kParserWarning) continue;
      PlaceRow place;
      place.release = releases[row.path];
      place.source = row.path;
      place.page = row.page;
      add(entry(EntryKind::kUnread, place, "Not read: " + row.problem.cause + "."));
    }
  }

  const store::Reader& reader_;
  Audit audit_;
  std::vector<store::SheetRow> sheets_;
  std::vector<store::BatesRow> bates_;
};

}  // namespace

const char* to_string(EntryKind kind) {
  switch (kind) {
    case EntryKind::kMismatch:
      return "mismatch";
    case EntryKind::kGap:
      return "gap";
    case EntryKind::kDuplicateNumber:
      return "duplicate-number";
    case EntryKind::kSheetTotal:
      return "sheet-total";
    case EntryKind::kAbsent:
      return "absent";
    case EntryKind::kMissingAttachment:
      return "missing-attachment";
    case EntryKind::kNotProduced:
      return "not-produced";
    case EntryKind::kInconsistent:
      return "inconsistent";
    case EntryKind::kOutsideMail:
      return "outside-mail";
    case EntryKind::kUnlabelled:
      return "unlabelled";
    case EntryKind::kUnread:
      return "unread";
  }
  return "";
}

bool Audit::has(EntryKind kind) const {
  return std::any_of(entries.begin(), entries.end(),
                     [&](const AuditEntry& made) { return made.kind == kind && !made.explained; });
}

Audit make_audit(const store::Reader& reader) {
  return Auditor(reader).make();
}

}  // namespace vaughn::report
