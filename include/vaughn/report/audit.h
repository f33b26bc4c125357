// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger of a release: what came, held against what the agency says, and what is missing. Every
// contradiction is an entry; which side of it is right is not for this program to say. docs/audit.md.
#ifndef VAUGHN_REPORT_AUDIT_H_
#define VAUGHN_REPORT_AUDIT_H_

#include <ostream>
#include <string>
#include <vector>

#include "vaughn/report/terminal.h"
#include "vaughn/store/reader.h"

namespace vaughn::report {

// In the order in which they are printed.
enum class EntryKind {
  kMismatch,           // "mismatch": a letter contradicts itself, another one, or what came
  kGap,                // "gap": production numbers that no page carries
  kDuplicateNumber,    // "duplicate-number"
  kSheetTotal,         // "sheet-total": a list of deleted pages has other rows than it says
  kAbsent,             // "absent": pages that sheets speak of, by what became of them
  kMissingAttachment,  // "missing-attachment": named in a message and not found as a record
  kNotProduced,        // "not-produced": quoted in a message, and no record of its own
  kInconsistent,       // "inconsistent": withheld in one printing of a message, released in another
  kOutsideMail,        // "outside-mail": (b)(5) on mail with somebody outside the government
  kUnlabelled,         // "unlabelled": redactions without a ground
  kUnread,             // "unread": sources and pages that could not be read
};

const char* to_string(EntryKind kind);

struct AuditEntry {
  EntryKind kind = EntryKind::kMismatch;
  std::string release;
  std::string text;        // a sentence
  std::string quote{};     // what it rests on, in the agency's words
  bool explained = false;  // a gap that a sheet accounts for
  std::vector<store::PlaceRow> places{};
};

struct LetterSummary {
  store::PlaceRow place;
  std::string request_number, date, appeal_deadline;
  std::vector<store::StatementRow> statements;
};

struct Audit {
  std::vector<store::PageDispositions> came;
  std::vector<LetterSummary> letters;
  std::vector<AuditEntry> entries;

  // Gaps that a sheet accounts for do not count.
  bool has(EntryKind kind) const;
};

Audit make_audit(const store::Reader& reader);

void print_audit(const Audit& audit, const Terminal& terminal, std::ostream& out);
void print_audit_json(const Audit& audit, std::ostream& out);
// Ready to go into an appeal.
void print_audit_markdown(const Audit& audit, std::ostream& out);

}  // namespace vaughn::report

#endif  // VAUGHN_REPORT_AUDIT_H_
