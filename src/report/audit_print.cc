// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "report/json.h"
#include "report/markup.h"
#include "report/place.h"
#include "vaughn/base/strings.h"
#include "vaughn/report/audit.h"
#include "vaughn/report/table.h"

namespace vaughn::report {
namespace {

const char* heading_of(EntryKind kind) {
  switch (kind) {
    case EntryKind::kMismatch:
      return "What the letters say and what came";
    case EntryKind::kGap:
      return "Numbers that no page carries";
    case EntryKind::kDuplicateNumber:
      return "Numbers that several pages carry";
    case EntryKind::kSheetTotal:
      return "Lists of deleted pages that do not add up";
    case EntryKind::kAbsent:
      return "Pages said to be absent, and why";
    case EntryKind::kMissingAttachment:
      return "Attachments named and not found";
    case EntryKind::kNotProduced:
      return "Messages quoted and not produced by themselves";
    case EntryKind::kInconsistent:
      return "Withheld here, released there";
    case EntryKind::kOutsideMail:
      return "(b)(5) on mail with outsiders";
    case EntryKind::kUnlabelled:
      return "Redactions without a ground";
    case EntryKind::kUnread:
      return "Not read";
  }
  return "";
}

Table what_came(const std::vector<store::PageDispositions>& came) {
  Table table;
  table.columns = {{"Release", Align::kLeft, Shrink::kEnd},
                   {"Sources", Align::kRight},
                   {"Pages", Align::kRight},
                   {"Full", Align::kRight},
                   {"Part", Align::kRight},
                   {"Sheets", Align::kRight},
                   {"Letters", Align::kRight},
                   {"Blank", Align::kRight},
                   {"Unread", Align::kRight}};
  for (const store::PageDispositions& row : came)
    table.rows.push_back({printable_line(row.release), with_thousands(row.sources), with_thousands(row.pages),
                          with_thousands(row.full), with_thousands(row.part), with_thousands(row.sheets),
                          with_thousands(row.letters), with_thousands(row.blank),
                          with_thousands(row.unread)});
  return table;
}

// "Letter of 2031-03-04 on request 2031-BBFO-00417; appeal by 2031-06-02"
std::string line_of(const LetterSummary& letter) {
  std::string line = letter.date.empty() ? "Letter without a date" : "Letter of " + letter.date;
  if (!letter.request_number.empty()) line += " on request " + letter.request_number;
  if (!letter.appeal_deadline.empty())
    line += "; its own terms set the last day for an appeal at " + letter.appeal_deadline;
  return line + ".";
}

template <class Visit>
void by_kind(const Audit& audit, Visit visit) {
  for (std::size_t i = 0; i < audit.entries.size();) {
    std::size_t end = i;
    while (end < audit.entries.size() && audit.entries[end].kind == audit.entries[i].kind) ++end;
    visit(&audit.entries[i], &audit.entries[i] + (end - i));
    i = end;
  }
}

}  // namespace

void print_audit(const Audit& audit, const Terminal& terminal, std::ostream& out) {
  out << terminal.painted(Paint::kHeader, "What came") << '\n';
  print_table(what_came(audit.came), terminal, out, 2);
  for (const LetterSummary& letter : audit.letters)
    out << wrapped(printable_line(line_of(letter)), terminal.width, "  ", "  ") << '\n'
        << "    " << terminal.painted(Paint::kPage, place_text(letter.place)) << '\n';
  by_kind(audit, [&](const AuditEntry* first, const AuditEntry* end) {
    out << '\n' << terminal.painted(Paint::kHeader, heading_of(first->kind)) << '\n';
    for (const AuditEntry* entry = first; entry != end; ++entry) {
      const std::string text = entry->text + (entry->explained ? " Explained." : "");
      out << wrapped(printable_line(text), terminal.width, "- ", "  ") << '\n';
      if (!entry->quote.empty())
        out << wrapped("\"" + printable_line(entry->quote) + "\"", terminal.width, "    ", "    ") << '\n';
      out << terminal.painted(Paint::kPage,
                              wrapped(places_text(entry->places), terminal.width, "    ", "    "))
          << '\n';
    }
  });
  if (audit.entries.empty()) out << "\nNothing was found to be missing or in contradiction.\n";
}

void print_audit_json(const Audit& audit, std::ostream& out) {
  Json came = Json::array(), letters = Json::array(), entries = Json::array();
  for (const store::PageDispositions& row : audit.came)
    came.push_back({{"release", row.release},
                    {"sources", row.sources},
                    {"sources_failed", row.sources_failed},
                    {"pages", row.pages},
                    {"full", row.full},
                    {"part", row.part},
                    {"sheets", row.sheets},
                    {"letters", row.letters},
                    {"blank", row.blank},
                    {"unread", row.unread}});
  for (const LetterSummary& letter : audit.letters) {
    Json statements = Json::array();
    for (const store::StatementRow& row : letter.statements)
      statements.push_back({{"kind", row.statement.kind},
                            {"value", row.statement.value},
                            {"number", row.statement.number ? Json(*row.statement.number) : Json(nullptr)},
                            {"page", row.place.page},
                            {"quote", row.statement.evidence.raw}});
    letters.push_back({{"release", letter.place.release},
                       {"place", json_of_place(letter.place)},
                       {"request_number", null_if_empty(letter.request_number)},
                       {"date", null_if_empty(letter.date)},
                       {"appeal_deadline", null_if_empty(letter.appeal_deadline)},
                       {"statements", statements}});
  }
  for (const AuditEntry& entry : audit.entries) {
    Json places = Json::array();
    for (const store::PlaceRow& place : entry.places) places.push_back(json_of_place(place));
    entries.push_back({{"kind", to_string(entry.kind)},
                       {"release", entry.release},
                       {"text", entry.text},
                       {"quote", null_if_empty(entry.quote)},
                       {"explained", entry.explained},
                       {"places", places}});
  }
  out << indented({{"schema", "vaughn.audit/1"}, {"came", came}, {"letters", letters}, {"entries", entries}})
      << '\n';
}

void print_audit_markdown(const Audit& audit, std::ostream& out) {
  out << "# Audit of the release\n\n## What came\n\n";
  const Table table = what_came(audit.came);
  std::string header = "|", rule = "|";
  for (const Column& column : table.columns) {
    header += " " + column.name + " |";
    rule += column.align == Align::kRight ? "---:|" : "---|";
  }
  out << header << '\n' << rule << '\n';
  for (const auto& row : table.rows) {
    std::string line = "|";
    for (const std::string& cell : row) line += " " + markdown_escaped(cell) + " |";
    out << line << '\n';
  }
  for (const LetterSummary& letter : audit.letters)
    out << "\n"
        << markdown_escaped(line_of(letter)) << " (" << markdown_escaped(place_text(letter.place)) << ")\n";
  by_kind(audit, [&](const AuditEntry* first, const AuditEntry* end) {
    out << "\n## " << heading_of(first->kind) << "\n\n";
    for (const AuditEntry* entry = first; entry != end; ++entry) {
      out << "- " << markdown_escaped(entry->text) << (entry->explained ? " Explained." : "") << '\n';
      if (!entry->quote.empty()) out << "  > " << markdown_escaped(entry->quote) << "\n\n";
      out << "  - " << markdown_escaped(places_text(entry->places)) << '\n';
    }
  });
  if (audit.entries.empty()) out << "\nNothing was found to be missing or in contradiction.\n";
}

}  // namespace vaughn::report
